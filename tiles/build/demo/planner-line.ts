import type { LngLat, XY } from '../../../src/lib/geo/coordinates.ts';
import { fromPlane, localPlane, toPlane } from '../../../src/lib/geo/local-plane.ts';
import { findRingFault } from '../../../src/lib/geo/ring-fault.ts';

/**
 * A closed line as a planner would draw it along `line`: corners only where it turns by more than
 * `toleranceM`, and `outwardM` beside it, to the right of its way (outside, where it runs
 * counter-clockwise). Spurs that lead there and back are left out. Six decimals, first point
 * repeated. Throws RangeError where the result crosses itself: then the stops were badly chosen.
 */
export function plannerRing(line: readonly LngLat[], toleranceM: number, outwardM: number): LngLat[] {
	const plane = localPlane(line[0] as LngLat);
	const flat = withoutSpurs(line.map((point) => toPlane(plane, point)));
	const half = Math.floor(flat.length / 2);
	const corners = withoutShortSides(
		[
			...simplified(flat.slice(0, half + 1), toleranceM).slice(0, -1),
			...simplified([...flat.slice(half), flat[0] as XY], toleranceM).slice(0, -1)
		],
		3 * toleranceM
	);
	const ring = outwardM === 0 ? corners : moveOut(corners, outwardM);
	const rounded = ring.map((p) => rounded6(fromPlane(plane, p)));
	const closed = [...rounded, rounded[0] as LngLat];
	const fault = findRingFault([closed]);
	if (fault) throw new RangeError(`the ring meets itself at ${fault.at.join(', ')}, wanted a simple one`);
	return closed;
}

function rounded6([lng, lat]: LngLat): LngLat {
	return [Math.round(lng * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6];
}

/** A closed line without repeated points and without stretches that are walked there and back. */
function withoutSpurs(line: readonly XY[]): XY[] {
	const isSame = (a: XY | undefined, b: XY | undefined) => !!a && !!b && Math.hypot(a.x - b.x, a.y - b.y) < 0.5;
	const kept: XY[] = [];
	for (const point of line) {
		if (isSame(kept.at(-1), point)) continue;
		if (isSame(kept.at(-2), point)) kept.pop();
		else kept.push(point);
	}
	while (kept.length > 2 && isSame(kept[0], kept.at(-1))) kept.pop();
	while (kept.length > 3 && isSame(kept[1], kept.at(-1))) {
		kept.shift();
		kept.pop();
	}
	return kept;
}

/** Douglas and Peucker 1973. */
function simplified(line: readonly XY[], toleranceM: number): XY[] {
	const first = line[0] as XY;
	const last = line[line.length - 1] as XY;
	let farthest = 0;
	let farthestM = toleranceM;
	for (let i = 1; i < line.length - 1; i++) {
		const awayM = distanceToSegmentM(line[i] as XY, first, last);
		if (awayM > farthestM) [farthest, farthestM] = [i, awayM];
	}
	if (farthest === 0) return [first, last];
	return [
		...simplified(line.slice(0, farthest + 1), toleranceM).slice(0, -1),
		...simplified(line.slice(farthest), toleranceM)
	];
}

function distanceToSegmentM(p: XY, a: XY, b: XY): number {
	const [dx, dy] = [b.x - a.x, b.y - a.y];
	const lengthSq = dx * dx + dy * dy;
	const t = lengthSq === 0 ? 0 : Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / lengthSq));
	return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/** Corners closer than `shortestM` become one, midway: slip roads and roundabouts are passed straight. */
function withoutShortSides(corners: readonly XY[], shortestM: number): XY[] {
	const kept: XY[] = [];
	for (const corner of corners) {
		const last = kept.at(-1);
		if (last && Math.hypot(corner.x - last.x, corner.y - last.y) < shortestM) {
			kept[kept.length - 1] = { x: (corner.x + last.x) / 2, y: (corner.y + last.y) / 2 };
		} else kept.push(corner);
	}
	return kept;
}

/** Every side moved to its right by `byM`; corners where the moved sides meet, at most twice as far out. */
function moveOut(corners: readonly XY[], byM: number): XY[] {
	const n = corners.length;
	return corners.map((corner, i) => {
		const before = corners[(i + n - 1) % n] as XY;
		const after = corners[(i + 1) % n] as XY;
		const [u, v] = [rightOf(before, corner), rightOf(corner, after)];
		const sum = { x: u.x + v.x, y: u.y + v.y };
		const lengthSq = sum.x * sum.x + sum.y * sum.y;
		// 2 / |u + v|^2 takes the sum to where both moved sides meet
		const reach = Math.min(2 / Math.max(lengthSq, 1e-9), 2 / Math.sqrt(Math.max(lengthSq, 1e-9)));
		return { x: corner.x + byM * reach * sum.x, y: corner.y + byM * reach * sum.y };
	});
}

function rightOf(a: XY, b: XY): XY {
	const lengthM = Math.hypot(b.x - a.x, b.y - a.y) || 1;
	return { x: (b.y - a.y) / lengthM, y: -(b.x - a.x) / lengthM };
}
