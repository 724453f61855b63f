import type { Edit } from '../edit.ts';
import type { Item } from '../items.ts';
import { putIfSound, type Refusal } from '../refusal.ts';

/**
 * Gives an item another geometry. Refuses a type its kind may not have, rings that cross themselves
 * or have fewer than three points, and places outside the world. A reshaped checkpoint loses its
 * stored `controls`, as a moved one does.
 */
export function reshapeItem(item: Item, geometry: Item['geometry']): Edit | Refusal {
	const properties = { ...item.properties };
	if (item.kind === 'checkpoint') delete properties.controls;
	const reshaped = { ...item, geometry, properties } as Item;
	return putIfSound({ verb: 'reshape', kind: item.kind, name: item.properties.name }, reshaped);
}
