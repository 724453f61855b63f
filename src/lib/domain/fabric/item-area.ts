import { areaM2 } from '../../geo/fabric/common-area.ts';
import { groundShape } from '../../geo/fabric/ground-shape.ts';
import type { Item } from '../items.ts';

/** Square metres of the ground of an item; 0 where it has none. */
export function itemAreaM2({ geometry }: Pick<Item, 'geometry'>): number {
	return areaM2(groundShape(geometry)?.rings ?? []);
}
