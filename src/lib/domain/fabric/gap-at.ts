import type { LngLat } from '../../geo/coordinates.ts';
import type { GridBox } from '../../geo/fabric/grid-box.ts';
import { groundShape, toGrid } from '../../geo/fabric/ground-shape.ts';
import { windingOf } from '../../geo/fabric/winding-of.ts';
import { ItemMap } from '../item-map.ts';
import type { Item } from '../items.ts';
import type { Plan } from '../plan.ts';
import { gapsBetween, type FabricGap } from './fabric-faults.ts';
import { fabricOf, levelOf, mayNotOverlap, neighboursOf } from './neighbours.ts';

/** Half the side of the first square that a gap is looked for in (grid units, some 500 m), and how it grows. */
const FIRST_REACH = 50_000;
const GROWS = 3;
/** No more neighbours than this are laid for each question. */
const MOST_NEAR = 120;

/** Gaps of each fabric, by its level; reckoned once for every state of the things of a plan. */
const known = new WeakMap<object, Map<string, FabricGap[]>>();

/**
 * The gap of the fabric of `item` that holds a place: ground that it and the others of its fabric enclose and none
 * holds. Of what stands alone only its own holes. Null where there is none. Costs what lies about the place; only where
 * that does not enclose it, the first question after an edit costs O(n log n) in the corners of the fabric.
 */
export function gapAt(plan: Plan, item: Item, at: LngLat): FabricGap | null {
	const place = { x: toGrid(at[0]), y: toGrid(at[1]) };
	if (fabricOf(item) === null) return around(gapsBetween([item]), place);
	const within = (box: GridBox): Item[] =>
		neighboursOf(plan, item, box, new Set())
			.map((ground) => ground.item)
			.filter((other) => mayNotOverlap(item, other));
	const { x, y } = place;
	if (within({ west: x, east: x, south: y, north: y }).some((other) => holds(other, place))) return null;
	for (let reach = FIRST_REACH; ; reach *= GROWS) {
		const near = within({ west: x - reach, east: x + reach, south: y - reach, north: y + reach });
		if (near.length > MOST_NEAR) return around(gapsOf(plan, item), place);
		const gap = around(gapsBetween(near), place);
		const box = gap && groundShape(gap.ground)?.box;
		// what lies in the gap, or reaches into it, may be farther than what encloses it
		if (box) return around(gapsBetween(within(box)), place);
		if (reach > FARTHEST) return null;
	}
}

/** Half round the world. */
const FARTHEST = 1.8e9;

function around(gaps: readonly FabricGap[], place: { x: number; y: number }): FabricGap | null {
	return gaps.find(({ ground }) => holds({ geometry: ground }, place)) ?? null;
}

function holds({ geometry }: Pick<Item, 'geometry'>, { x, y }: { x: number; y: number }): boolean {
	const shape = groundShape(geometry);
	return shape !== null && windingOf(shape.rings, x, y) > 0;
}

/** All gaps of the fabric of an item. */
function gapsOf(plan: Plan, item: Item): FabricGap[] {
	const key = `${item.kind} ${levelOf(item)}`;
	const gaps = known.get(plan.items) ?? new Map<string, FabricGap[]>();
	known.set(plan.items, gaps);
	let found = gaps.get(key);
	if (!found) {
		const all = [...ItemMap.of(plan.items).ofKind(item.kind)];
		gaps.set(key, (found = gapsBetween(all.filter((other) => mayNotOverlap(item, other)))));
	}
	return found;
}
