import { orient2d } from 'robust-predicates';

/**
 * Sides and crossings without ties.
 *
 * Road points are thought to stand an infinitely small step east of where they are, and a yet smaller
 * one north (Edelsbrunner and Mücke 1990, simulation of simplicity). Then no road point lies on a line
 * of the ring, whatever was drawn through whatever, and every answer agrees with every other: a road
 * whose ends lie on different sides of a ring crosses it an odd number of times. Exact for all doubles.
 */

/** Whether the road point p lies left of the line from a to b. A line of no length has nothing on its left. */
export function isLeftOf(ax: number, ay: number, bx: number, by: number, px: number, py: number): boolean {
	// robust-predicates counts y downwards, so left of a line is below zero
	const turn = orient2d(ax, ay, bx, by, px, py);
	if (turn !== 0) return turn < 0;
	return by !== ay ? by < ay : bx > ax;
}

/** Whether the line point a lies left of the road from p to q, the road being the one that is shifted. */
export function isLeftOfRoad(
	px: number,
	py: number,
	qx: number,
	qy: number,
	ax: number,
	ay: number
): boolean {
	const turn = orient2d(px, py, qx, qy, ax, ay);
	if (turn !== 0) return turn < 0;
	return qy !== py ? qy > py : qx < px;
}

/** Whether the road from p to q crosses the line from a to b. */
export function roadCrosses(
	px: number,
	py: number,
	qx: number,
	qy: number,
	ax: number,
	ay: number,
	bx: number,
	by: number
): boolean {
	return (
		isLeftOf(ax, ay, bx, by, px, py) !== isLeftOf(ax, ay, bx, by, qx, qy) &&
		isLeftOfRoad(px, py, qx, qy, ax, ay) !== isLeftOfRoad(px, py, qx, qy, bx, by)
	);
}
