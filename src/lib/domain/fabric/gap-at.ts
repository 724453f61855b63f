import type { LngLat } from '../../geo/coordinates.ts';
import { groundShape, toGrid } from '../../geo/fabric/ground-shape.ts';
import { windingOf } from '../../geo/fabric/winding-of.ts';
import { ItemMap } from '../item-map.ts';
import type { Item } from '../items.ts';
import type { Plan } from '../plan.ts';
import { gapsBetween, type FabricGap } from './fabric-faults.ts';
import { fabricOf, levelOf, mayNotOverlap } from './neighbours.ts';

/** Gaps of each fabric, by its level; reckoned once for every state of the things of a plan. */
const known = new WeakMap<object, Map<string, FabricGap[]>>();

/**
 * The gap of the fabric of `item` that holds a place: ground that it and the others of its fabric enclose and none
 * holds. Of what stands alone only its own holes. Null where there is none. The first question
 * after an edit costs O(n log n) in the corners of the fabric.
 */
export function gapAt(plan: Plan, item: Item, at: LngLat): FabricGap | null {
	const [x, y] = [toGrid(at[0]), toGrid(at[1])];
	for (const gap of gapsAround(plan, item)) {
		const shape = groundShape(gap.ground);
		if (shape && windingOf(shape.rings, x, y) > 0) return gap;
	}
	return null;
}

function gapsAround(plan: Plan, item: Item): FabricGap[] {
	const fabric = fabricOf(item);
	const key = fabric === null ? item.id : `${fabric} ${levelOf(item)}`;
	const gaps = known.get(plan.items) ?? new Map<string, FabricGap[]>();
	known.set(plan.items, gaps);
	let found = gaps.get(key);
	if (!found) {
		const all = fabric === null ? [] : [...ItemMap.of(plan.items).ofKind(fabric)];
		const others = all.filter((other) => other.id !== item.id && mayNotOverlap(item, other));
		gaps.set(key, (found = gapsBetween([item, ...others])));
	}
	return found;
}
