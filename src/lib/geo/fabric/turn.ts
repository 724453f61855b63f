import { orient2d } from 'robust-predicates';

/**
 * Which way the path a, b, c turns: 1 to the left (counter-clockwise), -1 to the right, 0 straight on.
 * Exact (Shewchuk 1997) for all whole and half numbers of the 1e-7 degree grid.
 */
export function turn(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): -1 | 0 | 1 {
	const det = orient2d(ax, ay, bx, by, cx, cy);
	return det < 0 ? 1 : det > 0 ? -1 : 0;
}
