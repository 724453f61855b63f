import type { LngLat } from './coordinates.ts';
import { reverseRing, doubleArea, snapRing } from './grid-ring.ts';
import { localPlane, toPlane } from './local-plane.ts';

/** A point reaches no farther than so many times the distance; corners more pointed than that stay round. */
export const MITRE_LIMIT = 3;

/**
 * What makes a buffer's corner at `at`, between the sides from `before` and to `after`, pointed: the kite between the two
 * sides moved out by `reachM` and the place where they meet, on the outer side of the turn; a counter-clockwise ring
 * of the integer grid. Null where the corner is straight, or more pointed than `MITRE_LIMIT`.
 */
export function mitreRing(before: LngLat, at: LngLat, after: LngLat, reachM: number): Int32Array | null {
	const plane = localPlane(at);
	const p = toPlane(plane, before);
	const q = toPlane(plane, after);
	const [inM, outM] = [Math.hypot(p.x, p.y), Math.hypot(q.x, q.y)];
	if (!(reachM > 0) || inM === 0 || outM === 0) return null;
	const [ux, uy] = [-p.x / inM, -p.y / inM];
	const [vx, vy] = [q.x / outM, q.y / outM];
	// to the right of both sides where the turn is to the left
	const side = Math.sign(ux * vy - uy * vx);
	const [mx, my] = [side * uy, -side * ux];
	const [nx, ny] = [side * vy, -side * vx];
	const cosSum = 1 + mx * nx + my * ny;
	// the tip lies reachM / cos(half the turn) away
	if (side === 0 || Math.sqrt(2 / cosSum) > MITRE_LIMIT) return null;
	const scale = reachM / cosSum;
	const points = [
		0,
		0,
		mx * reachM,
		my * reachM,
		(mx + nx) * scale,
		(my + ny) * scale,
		nx * reachM,
		ny * reachM
	];
	const ring = snapRing(plane, points);
	if (ring && doubleArea(ring) < 0) reverseRing(ring);
	return ring;
}
