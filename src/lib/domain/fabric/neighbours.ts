import type { GridBox } from '../../geo/fabric/grid-box.ts';
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
		const boxes = boxesOf(row);
		for (let i = 0, k = 0; i < row.length; i++, k += 4) {
			if (boxes[k] > box.east + 1 || boxes[k + 2] < box.west - 1) continue;
			if (boxes[k + 1] > box.north + 1 || boxes[k + 3] < box.south - 1 || but.has(row[i].id)) continue;
			found.push({ item: row[i], shape: groundShape(row[i].geometry) as GroundShape });
		}
	}
	return found;
}

const NOWHERE = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
const boxLists = new WeakMap<readonly Item[], Float64Array>();

/** West, south, east, north of every item of a list that an edit leaves as it is unless it touches it. */
function boxesOf(row: readonly Item[]): Float64Array {
	let boxes = boxLists.get(row);
	if (!boxes) {
		boxes = new Float64Array(4 * row.length);
		for (const [i, item] of row.entries()) {
			const shape = groundShape(item.geometry);
			// turned inside out where there is no ground: met by nothing
			const { west, south, east, north } = shape?.box ?? NOWHERE;
			boxes.set([west, south, east, north], 4 * i);
		}
		boxLists.set(row, boxes);
	}
	return boxes;
}
