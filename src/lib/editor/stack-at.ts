import { ItemMap } from '../domain/item-map.ts';
import type { Kind } from '../domain/items.ts';
import type { Plan } from '../domain/plan.ts';
import { groundShape, toGrid } from '../geo/fabric/ground-shape.ts';
import { windingOf } from '../geo/fabric/winding-of.ts';
import type { LngLat } from '../geo/coordinates.ts';
import { isSameSelection, type Selection } from './selection.ts';

/** Kinds with ground, the finest first; areas go by their size. */
const GROUND: readonly Kind[] = ['key-site', 'patrol-zone', 'control-ring', 'area'];

/**
 * All that lies at a place: what was hit, in its order, then the ground it lies on that no click hits as
 * its inside is not drawn or is under others. O(shapes of the plan) for their boxes, and the corners of those that hold the place.
 */
export function stackAt(plan: Plan, at: LngLat, hit: readonly Selection[]): Selection[] {
	const [x, y] = [toGrid(at[0]), toGrid(at[1])];
	const items = ItemMap.of(plan.items);
	const stack = [...hit];
	for (const kind of GROUND) {
		const found: { selection: Selection; size: number }[] = [];
		for (const item of items.ofKind(kind)) {
			const shape = groundShape(item.geometry);
			if (!shape) continue;
			const { west, south, east, north } = shape.box;
			if (x < west || x > east || y < south || y > north || windingOf(shape.rings, x, y) === 0) continue;
			found.push({
				selection: { what: 'item', id: item.id },
				size: (east - west) * (north - south)
			});
		}
		found.sort((a, b) => a.size - b.size);
		for (const { selection } of found) {
			if (!stack.some((one) => isSameSelection(one, selection))) stack.push(selection);
		}
	}
	return stack;
}
