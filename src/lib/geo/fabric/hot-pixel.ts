import { turn } from './turn.ts';

/**
 * Whether the straight line from a to b passes through the pixel of c: the closed square of one grid
 * unit about it. What passes through is bent to pass through c (snap rounding; Hobby 1999). Exact.
 */
export function passesPixel(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): boolean {
	const west = cx - 0.5;
	const east = cx + 0.5;
	const south = cy - 0.5;
	const north = cy + 0.5;
	if ((ax < west && bx < west) || (ax > east && bx > east)) return false;
	if ((ay < south && by < south) || (ay > north && by > north)) return false;
	const first = turn(ax, ay, bx, by, west, south);
	if (first === 0) return true;
	return (
		turn(ax, ay, bx, by, east, south) !== first ||
		turn(ax, ay, bx, by, east, north) !== first ||
		turn(ax, ay, bx, by, west, north) !== first
	);
}
