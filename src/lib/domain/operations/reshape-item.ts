import type { Edit } from '../edit.ts';
import type { Item } from '../items.ts';
import { putIfSound, type Refusal } from '../refusal.ts';
import { withGeometry } from './with-geometry.ts';

/**
 * Gives an item another geometry. Refuses a type its kind may not have, rings that cross themselves
 * or have fewer than three points, and places outside the world. A reshaped checkpoint loses its
 * stored `controls`, as a moved one does.
 */
export function reshapeItem(item: Item, geometry: Item['geometry']): Edit | Refusal {
	const reshaped = withGeometry(item, geometry);
	return putIfSound({ verb: 'reshape', kind: item.kind, name: item.properties.name }, reshaped);
}
