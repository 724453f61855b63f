import type { ItemId } from '../../domain/items.ts';
import type { RingGround, Stretch } from './ring-ground.ts';
import type { Roads } from '../../network/roads.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { localPlane } from '../../geo/local-plane.ts';
import { CONTROL_RADIUS_M, type Control } from './controls.ts';
import { distanceToSegmentM } from './near-span.ts';
import { gridPointAt } from '../../network/edge-line.ts';

/** What is shut: edges closed by checkpoints, and edges taken out of the road network altogether. */
export interface Closures {
	/** For each closed edge, who closes it and where; the first is named as its holder. */
	readonly byEdge: ReadonlyMap<number, readonly Closure[]>;
	readonly removed: ReadonlySet<number>;
}
export interface Closure {
	readonly checkpoint: ItemId;
	readonly control: Control;
}

export const NOTHING_REMOVED: ReadonlySet<number> = new Set<number>();

/** Gathers what checkpoints control, in their order. */
export function gatherClosures(
	posts: Iterable<readonly [checkpoint: ItemId, controls: readonly Control[]]>,
	removed: ReadonlySet<number> = NOTHING_REMOVED
): Closures {
	const byEdge = new Map<number, Closure[]>();
	for (const [checkpoint, controls] of posts) {
		for (const control of controls) {
			const known = byEdge.get(control.edge);
			if (known) known.push({ checkpoint, control });
			else byEdge.set(control.edge, [{ checkpoint, control }]);
		}
	}
	return { byEdge, removed };
}

/**
 * Who holds each stretch of `ground`: the first checkpoint that closes it, or null.
 *
 * An edge is closed whole. Only where it counts as several stretches, because it goes deep to one side
 * in mid-edge and comes back, does a checkpoint close those within 30 m of it, or else the nearest.
 */
export function holdersOf(roads: Roads, ground: RingGround, closures: Closures): (ItemId | null)[] {
	const holder = new Array<ItemId | null>(ground.stretches.length).fill(null);
	for (const [edge, list] of closures.byEdge) {
		const range = ground.stretchesOfEdge.get(edge);
		if (!range) continue;
		const [first, end] = range;
		if (end - first === 1) {
			holder[first] = list[0].checkpoint;
			continue;
		}
		for (const { checkpoint, control } of list) {
			for (const s of closedStretches(roads, ground.stretches, first, end, control)) {
				holder[s] ??= checkpoint;
			}
		}
	}
	return holder;
}

/** Which of the stretches `first` to `end` of one edge a control closes: those within 30 m of it, or else the nearest. */
export function closedStretches(
	roads: Roads,
	stretches: readonly Stretch[],
	first: number,
	end: number,
	control: Control
): number[] {
	const away: number[] = [];
	for (let s = first; s < end; s++) away.push(distanceToStretchM(roads, stretches[s], control));
	const limit = Math.max(CONTROL_RADIUS_M, Math.min(...away));
	return away.flatMap((distanceM, k) => (distanceM <= limit ? [first + k] : []));
}

function distanceToStretchM(roads: Roads, stretch: Stretch, control: Control): number {
	const plane = localPlane([0, control.y / GRID_PER_DEG]);
	const kx = plane.metresPerLng / GRID_PER_DEG;
	const ky = plane.metresPerLat / GRID_PER_DEG;
	let best = Infinity;
	let [ax, ay] = gridPointAt(roads.graph, stretch.edge, stretch.start);
	for (let m = Math.floor(stretch.start) + 1; ; m++) {
		const [bx, by] = gridPointAt(roads.graph, stretch.edge, Math.min(m, stretch.end));
		const distanceM = distanceToSegmentM(
			0,
			0,
			(ax - control.x) * kx,
			(ay - control.y) * ky,
			(bx - control.x) * kx,
			(by - control.y) * ky
		);
		best = Math.min(best, distanceM);
		if (m >= stretch.end) return best;
		[ax, ay] = [bx, by];
	}
}

export function isSameSet(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
	if (a === b) return true;
	if (a.size !== b.size) return false;
	for (const value of a) if (!b.has(value)) return false;
	return true;
}
