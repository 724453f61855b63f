import type { LngLat } from './coordinates.ts';
import { snapRing } from './grid-ring.ts';
import { localPlane, toPlane } from './local-plane.ts';

/** How far a round end may leave the true arc; two centimetres are left for the snap to the grid. */
const ARC_TOLERANCE_M = 0.23;

/**
 * The ground within `reachM` of the straight line from `a` to `b`, as one counter-clockwise ring of
 * the integer grid; a circle where they are the same place. Null where it is too small for the grid.
 */
export function capsuleRing(a: LngLat, b: LngLat, reachM: number): Int32Array | null {
	if (!(reachM > 0)) return null;
	const plane = localPlane([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]);
	const p = toPlane(plane, a);
	const q = toPlane(plane, b);
	const heading = Math.atan2(q.y - p.y, q.x - p.x);
	const step = 2 * Math.acos(Math.max(0.5, 1 - ARC_TOLERANCE_M / reachM));
	const steps = Math.max(4, Math.ceil(Math.PI / step));

	const points: number[] = [];
	for (let end = 0; end < 2; end++) {
		const centre = end === 0 ? q : p;
		const from = heading - Math.PI / 2 + end * Math.PI;
		for (let i = 0; i <= steps; i++) {
			const angle = from + (i * Math.PI) / steps;
			points.push(centre.x + reachM * Math.cos(angle), centre.y + reachM * Math.sin(angle));
		}
	}
	return snapRing(plane, points);
}
