import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { localPlane } from '../../geo/local-plane.ts';
import { roadCrosses } from '../../network/orientation.ts';
import type { RingLine } from '../../network/ring-line.ts';
import type { RoadGraph } from '../../network/road-graph.ts';
import { distanceToSegmentM, nearSpan } from './near-span.ts';

/** How wide the ground on either side of a ring's line is that is neither inside nor outside. */
export interface Band {
	/** Inside is what lies deeper than this within the ring. */
	readonly insideM: number;
	/** Outside is what lies farther than this beyond it. */
	readonly outsideM: number;
}

/** A piece of an edge, by measures along it, that lies beyond the band on one side. */
export interface DeepRun {
	readonly isInside: boolean;
	readonly from: number;
	to: number;
}

/** What an edge does at a ring. */
export interface EdgeTrace {
	readonly deep: DeepRun[];
	/** Measures at which the edge crosses the line, in order. */
	readonly crossings: number[];
	/** For segments that do not cross: how near the line they come, and at what measure. */
	readonly approaches: { readonly measure: number; readonly distanceM: number }[];
}

const span = new Float64Array(2);

/**
 * Follows `edge` along and across the ring: exact crossings (`orientation.ts`), and the pieces that
 * are deeper than the band, borders computed and not sampled. `startsInside` is the side of its first
 * point by `ringContains`.
 */
export function traceEdge(
	graph: RoadGraph,
	ring: RingLine,
	edge: number,
	band: Band,
	startsInside: boolean
): EdgeTrace {
	const { shapeLng, shapeLat } = graph;
	const first = graph.shapeStart[edge];
	const last = graph.shapeStart[edge + 1] - 1;
	const plane = localPlane([0, shapeLat[first] / GRID_PER_DEG]);
	const kx = plane.metresPerLng / GRID_PER_DEG;
	const ky = plane.metresPerLat / GRID_PER_DEG;
	const widestM = Math.max(band.insideM, band.outsideM);
	const reachX = widestM / kx + 1;
	const reachY = widestM / ky + 1;

	const trace: EdgeTrace = { deep: [], crossings: [], approaches: [] };
	let isInside = startsInside;

	for (let i = first; i < last; i++) {
		const px = shapeLng[i];
		const py = shapeLat[i];
		const qx = shapeLng[i + 1];
		const qy = shapeLat[i + 1];
		const near = ring.segments.search(
			Math.min(px, qx) - reachX,
			Math.min(py, qy) - reachY,
			Math.max(px, qx) + reachX,
			Math.max(py, qy) + reachY
		);
		// in the order of the line, so that ties are settled the same way whatever else the line does
		if (near.length > 1) near.sort(byNumber);
		const measure = i - first;
		if (near.length === 0) {
			addDeep(trace.deep, isInside, measure, measure + 1);
			continue;
		}

		const cuts = crossingShares(ring, near, px, py, qx, qy);
		if (cuts.length === 0) trace.approaches.push(approach(ring, near, px, py, qx, qy, kx, ky, measure));
		let from = 0;
		for (let c = 0; c <= cuts.length; c++) {
			const to = c < cuts.length ? cuts[c] : 1;
			if (to > from || cuts.length === 0) {
				const reachM = isInside ? band.insideM : band.outsideM;
				const covered = nearShares(ring, near, px, py, (qx - px) * kx, (qy - py) * ky, kx, ky, reachM);
				addUncovered(trace.deep, covered, isInside, measure, from, to);
			}
			if (c < cuts.length) {
				trace.crossings.push(measure + to);
				isInside = !isInside;
				from = to;
			}
		}
	}
	return trace;
}

function byNumber(a: number, b: number): number {
	return a - b;
}

function crossingShares(
	ring: RingLine,
	near: readonly number[],
	px: number,
	py: number,
	qx: number,
	qy: number
): number[] {
	const shares: number[] = [];
	const { x, y } = ring;
	for (const k of near) {
		const n = k + 1 === x.length ? 0 : k + 1;
		if (!roadCrosses(px, py, qx, qy, x[k], y[k], x[n], y[n])) continue;
		const ex = x[n] - x[k];
		const ey = y[n] - y[k];
		const before = ex * (py - y[k]) - ey * (px - x[k]);
		const after = ex * (qy - y[k]) - ey * (qx - x[k]);
		const share = before === after ? 0 : before / (before - after); // equal: the road runs along the line
		shares.push(Math.min(1, Math.max(0, share)));
	}
	return shares.sort((a, b) => a - b);
}

/** Parts of the segment within `reachM` of the line: from, to, from, to … in order of their start. */
function nearShares(
	ring: RingLine,
	near: readonly number[],
	px: number,
	py: number,
	dx: number,
	dy: number,
	kx: number,
	ky: number,
	reachM: number
): number[][] {
	const parts: number[][] = [];
	const { x, y } = ring;
	for (const k of near) {
		const n = k + 1 === x.length ? 0 : k + 1;
		const ax = (x[k] - px) * kx;
		const ay = (y[k] - py) * ky;
		if (nearSpan(dx, dy, ax, ay, (x[n] - px) * kx, (y[n] - py) * ky, reachM, span)) {
			parts.push([span[0], span[1]]);
		}
	}
	return parts.sort((a, b) => a[0] - b[0]);
}

function addUncovered(
	deep: DeepRun[],
	covered: readonly number[][],
	isInside: boolean,
	measure: number,
	from: number,
	to: number
): void {
	let at = from;
	for (const part of covered) {
		if (part[0] >= to) break;
		if (part[0] > at) addDeep(deep, isInside, measure + at, measure + part[0]);
		if (part[1] > at) at = part[1];
	}
	if (at < to) addDeep(deep, isInside, measure + at, measure + to);
}

function addDeep(deep: DeepRun[], isInside: boolean, from: number, to: number): void {
	const before = deep.at(-1);
	if (before && before.isInside === isInside && before.to === from) before.to = to;
	else deep.push({ isInside, from, to });
}

function approach(
	ring: RingLine,
	near: readonly number[],
	px: number,
	py: number,
	qx: number,
	qy: number,
	kx: number,
	ky: number,
	measure: number
): { measure: number; distanceM: number } {
	const dx = (qx - px) * kx;
	const dy = (qy - py) * ky;
	const lengthSq = dx * dx + dy * dy;
	let best = Infinity;
	let share = 0;
	for (const k of near) {
		const n = k + 1 === ring.x.length ? 0 : k + 1;
		const ax = (ring.x[k] - px) * kx;
		const ay = (ring.y[k] - py) * ky;
		const bx = (ring.x[n] - px) * kx;
		const by = (ring.y[n] - py) * ky;
		// segments that do not cross are nearest at one of their four ends
		const t = lengthSq === 0 ? 0 : Math.min(1, Math.max(0, (ax * dx + ay * dy) / lengthSq));
		const toCorner = Math.hypot(ax - t * dx, ay - t * dy);
		const toStart = distanceToSegmentM(0, 0, ax, ay, bx, by);
		const toEnd = distanceToSegmentM(dx, dy, ax, ay, bx, by);
		if (toCorner < best) [best, share] = [toCorner, t];
		if (toStart < best) [best, share] = [toStart, 0];
		if (toEnd < best) [best, share] = [toEnd, 1];
	}
	return { measure: measure + share, distanceM: best };
}
