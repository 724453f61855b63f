import type { LngLat } from '../../geo/coordinates.ts';
import { gridBox } from '../../geo/fabric/grid-box.ts';
import { passesPixel } from '../../geo/fabric/hot-pixel.ts';
import { toGrid } from '../../geo/fabric/ground-shape.ts';
import type { Edit } from '../edit.ts';
import { atRest } from '../fabric/at-rest.ts';
import { sidePlaces } from '../fabric/corner-place.ts';
import { sidesOf, type CornerAt, type SideAt } from '../fabric/corners.ts';
import { isNo, labelOf } from '../fabric/ground-of.ts';
import { insertPlaces, type Insertion } from '../fabric/insert-places.ts';
import { settleSides } from '../fabric/move-places.ts';
import { neighboursOf, type Ground } from '../fabric/neighbours.ts';
import type { ItemId } from '../items.ts';
import type { Plan } from '../plan.ts';
import { refuse, type Refusal } from '../refusal.ts';

/**
 * Puts a new corner at `place` into the side of an item that begins at `at`, and into the same side of
 * every neighbour that shares it, so that the border stays one, on the side or off it. Where a neighbour
 * shares only a stretch of the side, the ends of the stretch become corners too.
 * Refuses a place that is a corner of the side, and shapes and overlaps as `moveCorner` does.
 */
export const insertCorner = atRest(function insertCorner(
	plan: Plan,
	id: ItemId,
	at: CornerAt,
	place: LngLat
): Edit | Refusal {
	const found = sidePlaces(plan, id, at);
	if (isNo(found)) return found;
	const { item, side } = found;
	const [x, y] = place.map(toGrid);
	const [ax, ay, bx, by] = side;
	if (!(Math.abs(place[0]) <= 180 && Math.abs(place[1]) <= 90)) {
		return refuse({
			code: 'outside-the-world',
			severity: 'error',
			featureId: id,
			path: 'geometry.coordinates',
			seen: `[${place[0]}, ${place[1]}]`
		});
	}
	if ((x === ax && y === ay) || (x === bx && y === by)) {
		return refuse({ code: 'self-touching', severity: 'error', featureId: id, path: 'geometry', at: place });
	}
	const near = neighboursOf(plan, item, gridBox([side]), new Set([id]));
	const stretch = stretchNear(side, cornersOn(near, side), x, y);
	const insertions: Insertion[] = [];
	const own = [...sidesOf(item)].filter((one) => holds(one, stretch));
	for (const one of [
		...own,
		...near.flatMap((ground) => [...sidesOf(ground.item)].filter((s) => holds(s, stretch)))
	]) {
		insertions.push({ ...one, places: inOrder(one, stretch, x, y) });
	}
	const changed = insertPlaces(insertions);
	return settleSides(plan, labelOf('reshape', [item]), changed, new Set([`${x} ${y}`]));
});

/** Corners of neighbours that lie on the inside of a side, within rounding, from its start on. */
function cornersOn(near: readonly Ground[], [ax, ay, bx, by]: readonly number[]): [number, number][] {
	const on = new Map<string, [number, number]>();
	for (const { shape } of near) {
		for (const ring of shape.rings) {
			for (let i = 0; i < ring.length; i += 2) {
				const [x, y] = [ring[i], ring[i + 1]];
				if ((x === ax && y === ay) || (x === bx && y === by)) continue;
				if (passesPixel(ax, ay, bx, by, x, y)) on.set(`${x} ${y}`, [x, y]);
			}
		}
	}
	const reach = ([x, y]: [number, number]) => (x - ax) * (bx - ax) + (y - ay) * (by - ay);
	return [...on.values()].sort((p, q) => reach(p) - reach(q));
}

/** The stretch between two of the corners along a side that a place is abreast of. */
function stretchNear(
	[ax, ay, bx, by]: readonly number[],
	corners: readonly [number, number][],
	x: number,
	y: number
): readonly [number, number, number, number] {
	const reach = (px: number, py: number) => (px - ax) * (bx - ax) + (py - ay) * (by - ay);
	const path = [[ax, ay], ...corners, [bx, by]];
	let i = 1;
	while (i < path.length - 1 && reach(path[i][0], path[i][1]) < reach(x, y)) i++;
	return [path[i - 1][0], path[i - 1][1], path[i][0], path[i][1]];
}

/** Whether a side runs along the whole stretch, within rounding, either way. */
function holds({ side: [ax, ay, bx, by] }: SideAt, [px, py, qx, qy]: readonly number[]): boolean {
	const hasP = (ax === px && ay === py) || (bx === px && by === py) || passesPixel(ax, ay, bx, by, px, py);
	const hasQ = (ax === qx && ay === qy) || (bx === qx && by === qy) || passesPixel(ax, ay, bx, by, qx, qy);
	return hasP && hasQ;
}

/** The ends of the stretch that are not ends of the side, and the new place between them, in the order of the side. */
function inOrder(
	{ side: [ax, ay, bx, by] }: SideAt,
	[px, py, qx, qy]: readonly number[],
	x: number,
	y: number
): Int32Array {
	const isForward = (bx - ax) * (qx - px) + (by - ay) * (qy - py) > 0;
	const path = isForward ? [px, py, x, y, qx, qy] : [qx, qy, x, y, px, py];
	const places: number[] = [];
	for (let i = 0; i < path.length; i += 2) {
		const isEnd = (path[i] === ax && path[i + 1] === ay) || (path[i] === bx && path[i + 1] === by);
		if (!isEnd) places.push(path[i], path[i + 1]);
	}
	return Int32Array.from(places);
}
