import type { LngLat } from '../../geo/coordinates.ts';
import { toGrid } from '../../geo/fabric/ground-shape.ts';
import type { Edit } from '../edit.ts';
import { atRest } from '../fabric/at-rest.ts';
import { cornerPlace, sidePlaces } from '../fabric/corner-place.ts';
import type { CornerAt } from '../fabric/corners.ts';
import { isNo, labelOf } from '../fabric/ground-of.ts';
import { movePlaces } from '../fabric/move-places.ts';
import type { ItemId } from '../items.ts';
import type { Plan } from '../plan.ts';
import { refuse, type Refusal } from '../refusal.ts';

/**
 * Moves a corner of an item to a place, and with it the same corner of every neighbour that has it, unless
 * it moves `alone`. A corner moved onto the next of its ring is one with it; one that comes to lie on a
 * neighbour's side becomes a corner of the neighbour too. Refuses shapes that would not be valid, and
 * overlaps in the fabric that were not there before.
 */
export const moveCorner = atRest(function moveCorner(
	plan: Plan,
	id: ItemId,
	at: CornerAt,
	to: LngLat,
	alone?: boolean
): Edit | Refusal {
	const found = cornerPlace(plan, id, at);
	if (isNo(found)) return found;
	const { item, x, y } = found;
	const outside = outsideTheWorld(id, to);
	if (outside) return outside;
	const move = { x, y, toX: toGrid(to[0]), toY: toGrid(to[1]) };
	return movePlaces(plan, labelOf('reshape', [item]), item, [move], alone);
});

/**
 * Moves a side of an item, both of its corners, by degrees of longitude and latitude; otherwise as
 * `moveCorner`. `at` names the first corner of the side.
 */
export const moveSide = atRest(function moveSide(
	plan: Plan,
	id: ItemId,
	at: CornerAt,
	by: readonly [dLng: number, dLat: number],
	alone?: boolean
): Edit | Refusal {
	const found = sidePlaces(plan, id, at);
	if (isNo(found)) return found;
	const { item, side } = found;
	const [dx, dy] = by.map(toGrid);
	const moves = [side.slice(0, 2), side.slice(2)].map(([x, y]) => ({ x, y, toX: x + dx, toY: y + dy }));
	for (const { toX, toY } of moves) {
		const outside = outsideTheWorld(id, [toX / 1e7, toY / 1e7]);
		if (outside) return outside;
	}
	return movePlaces(plan, labelOf('reshape', [item]), item, moves, alone);
});

function outsideTheWorld(id: ItemId, [lng, lat]: LngLat): Refusal | null {
	if (Math.abs(lng) <= 180 && Math.abs(lat) <= 90) return null;
	return refuse({
		code: 'outside-the-world',
		severity: 'error',
		featureId: id,
		path: 'geometry.coordinates',
		seen: `[${lng}, ${lat}]`
	});
}
