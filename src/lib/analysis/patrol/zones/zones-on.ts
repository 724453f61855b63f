import type { Item, ItemId } from '../../../domain/items.ts';
import { boxOfRings } from '../../../geo/ring-box.ts';
import { windingAt } from '../../../geo/winding.ts';
import { polygonRings } from '../../coverage/polygon-rings.ts';

/** Points a side of the sample over the box of a zone. */
const SIDE = 24;

/** Patrol zones that lie for the most part within `rings`, judged by a sample of points; those in `without` apart. */
export function zonesOn(
	items: Iterable<Item>,
	rings: readonly Int32Array[],
	without: ReadonlySet<ItemId>
): ItemId[] {
	const found: ItemId[] = [];
	for (const item of items) {
		if (item.kind !== 'patrol-zone' || without.has(item.id)) continue;
		const own = polygonRings(item.geometry);
		const [west, south, east, north] = boxOfRings(own);
		let [inside, both] = [0, 0];
		for (let i = 0; i < SIDE * SIDE; i++) {
			const x = west + (((i % SIDE) + 0.5) / SIDE) * (east - west);
			const y = south + ((Math.floor(i / SIDE) + 0.5) / SIDE) * (north - south);
			if (windingAt(x, y, own) <= 0) continue;
			inside++;
			if (windingAt(x, y, rings) > 0) both++;
		}
		if (both > inside / 2) found.push(item.id);
	}
	return found;
}
