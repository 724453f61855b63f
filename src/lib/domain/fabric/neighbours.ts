import { boxesMeet, type GridBox } from '../../geo/fabric/grid-box.ts';
import { groundShape, type GroundShape } from '../../geo/fabric/ground-shape.ts';
import { ItemMap } from '../item-map.ts';
import type { Item, ItemId } from '../items.ts';
import type { Plan } from '../plan.ts';

/** An item with ground, and its shape on the grid. */
export interface Ground {
	readonly item: Item;
	readonly shape: GroundShape;
}

/**
 * The fabric an item belongs to: patrol zones border on patrol zones, areas on areas. Other ground
 * (control rings, key sites) stands alone: null.
 */
export function fabricOf(item: Pick<Item, 'kind'>): 'area' | 'patrol-zone' | null {
	return item.kind === 'area' || item.kind === 'patrol-zone' ? item.kind : null;
}

/** Whether two items of one fabric may not lie over each other: patrol zones, and areas of one level. */
export function mayNotOverlap(a: Item, b: Item): boolean {
	if (a.kind !== b.kind || fabricOf(a) === null) return false;
	return a.kind !== 'area' || levelOf(a) === levelOf(b);
}

/** The level of an area, `custom` where it has none; empty for other kinds. */
export function levelOf(item: Item): string {
	return item.kind === 'area' ? (item.properties.level ?? 'custom') : '';
}

/** The others of the fabric of `item` whose boxes meet `box` (grid units), those of `but` left out. Looks at boxes only. */
export function neighboursOf(
	plan: Plan,
	item: Pick<Item, 'kind'>,
	box: GridBox,
	but: ReadonlySet<ItemId>
): Ground[] {
	const fabric = fabricOf(item);
	const found: Ground[] = [];
	if (fabric === null) return found;
	for (const row of ItemMap.of(plan.items).rowsOfKind(fabric)) {
		for (const other of row) {
			const shape = groundShape(other.geometry);
			if (shape && boxesMeet(box, shape.box, 1) && !but.has(other.id)) found.push({ item: other, shape });
		}
	}
	return found;
}
