import { applyEdit, type Edit } from '../../../domain/edit.ts';
import { linesOf, type CornerAt } from '../../../domain/fabric/corners.ts';
import type { ItemId } from '../../../domain/items.ts';
import { insertCorner } from '../../../domain/operations/insert-corner.ts';
import { moveCorner, moveSide } from '../../../domain/operations/move-corner.ts';
import type { Plan } from '../../../domain/plan.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import type { LngLat } from '../../../geo/coordinates.ts';
import { rounded } from '../place-checkpoint-tool.ts';
import type { Grip } from './grips.ts';

/**
 * The edit that drags `grip` of an item to `to`: a corner moves, a middle becomes a corner that moves, a side moves with both
 * its corners. What shares them moves along unless `alone`. `from` is where the pointer took hold.
 */
export function gripEdit(
	plan: Plan,
	id: ItemId,
	grip: Grip,
	from: LngLat,
	to: LngLat,
	alone: boolean
): Edit | Refusal {
	if (grip.what === 'corner') return moveCorner(plan, id, grip.at, to, alone);
	if (grip.what === 'side') return moveSide(plan, id, grip.at, [to[0] - from[0], to[1] - from[1]], alone);
	const set = rounded(grip.place);
	const inserted = insertCorner(plan, id, grip.at, set);
	if (isRefusal(inserted)) return inserted;
	const { plan: next } = applyEdit(plan, inserted);
	const at = cornerAtPlace(next, id, set);
	if (!at) return inserted;
	const moved = moveCorner(next, id, at, to, alone);
	return isRefusal(moved) ? moved : together(inserted, moved);
}

/** The corner of an item that lies exactly at `place`; null where none does. */
export function cornerAtPlace(plan: Plan, id: ItemId, place: LngLat): CornerAt | null {
	const item = plan.items.get(id);
	if (!item) return null;
	for (const [part, rings] of linesOf(item).entries()) {
		for (const [ring, line] of rings.entries()) {
			const corner = line.findIndex(([lng, lat]) => lng === place[0] && lat === place[1]);
			if (corner >= 0) return { part, ring, corner };
		}
	}
	return null;
}

function together(first: Edit, second: Edit): Edit {
	const put = new Map(first.put.map((item) => [item.id, item]));
	for (const id of second.drop) put.delete(id);
	for (const item of second.put) put.set(item.id, item);
	return { label: second.label, put: [...put.values()], drop: [...new Set([...first.drop, ...second.drop])] };
}
