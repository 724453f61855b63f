import { turn } from './turn.ts';

/** Whether a side from a to b is held to run through the place c. */
export type RunsThrough = (ax: number, ay: number, bx: number, by: number, cx: number, cy: number) => boolean;

/**
 * Whether the straight line from a to b, whole grid units, passes through the pixel of c: the square of one
 * grid unit about it, without its northern and its eastern edge, so that every place belongs to one pixel.
 * What passes through is bent to pass through c (snap rounding; Hobby 1999). Exact.
 */
export const passesPixel: RunsThrough = (ax, ay, bx, by, cx, cy) => {
	const west = cx - 0.5;
	const east = cx + 0.5;
	const south = cy - 0.5;
	const north = cy + 0.5;
	if ((ax < west && bx < west) || (ax > east && bx > east)) return false;
	if ((ay < south && by < south) || (ay > north && by > north)) return false;
	const sw = turn(ax, ay, bx, by, west, south);
	const se = turn(ax, ay, bx, by, east, south);
	const ne = turn(ax, ay, bx, by, east, north);
	const nw = turn(ax, ay, bx, by, west, north);
	const highest = Math.max(sw, se, ne, nw);
	const lowest = Math.min(sw, se, ne, nw);
	if (highest > 0 && lowest < 0) return true;
	// no line through whole numbers runs along an edge: it touches a corner, or nothing
	return sw === 0 && highest !== lowest;
};

/** Whether c lies exactly on the straight line from a to b, ends included. */
export const liesOn: RunsThrough = (ax, ay, bx, by, cx, cy) =>
	cx >= Math.min(ax, bx) &&
	cx <= Math.max(ax, bx) &&
	cy >= Math.min(ay, by) &&
	cy <= Math.max(ay, by) &&
	turn(ax, ay, bx, by, cx, cy) === 0;
