import type { Item, ItemId } from '../../domain/items.ts';
import { polygonRings } from '../coverage/polygon-rings.ts';

/**
 * The ground of the items with these ids: patrol zones, areas, insides of control rings. Throws a
 * `RangeError` that names an id that is none of those.
 */
export function groundRings(items: Iterable<Item>, ids: readonly ItemId[]): Int32Array[] {
	const wanted = new Set(ids);
	const rings: Int32Array[] = [];
	for (const item of items) {
		if (!wanted.has(item.id)) continue;
		if (item.kind === 'patrol-zone' || item.kind === 'area') rings.push(...polygonRings(item.geometry));
		else if (item.kind === 'control-ring') {
			rings.push(...polygonRings({ type: 'Polygon', coordinates: item.geometry.coordinates.slice(0, 1) }));
		} else continue;
		wanted.delete(item.id);
	}
	for (const id of wanted) {
		throw new RangeError(`no patrol zone, area or control ring has the id ${JSON.stringify(id)}`);
	}
	return rings;
}
