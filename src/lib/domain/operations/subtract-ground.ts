import type { Position } from 'geojson';
import type { Rings } from '../../geo/fabric/lay.ts';
import { areaOfAllM2, groundCommonTo, groundLeftOf } from '../../geo/fabric/set-ground.ts';
import type { Edit, EditVerb } from '../edit.ts';
import { atRest } from '../fabric/at-rest.ts';
import { changeGrounds } from '../fabric/change-grounds.ts';
import { groundOf, isNo, ringsOfDrawn } from '../fabric/ground-of.ts';
import type { ItemId } from '../items.ts';
import type { Plan } from '../plan.ts';
import type { Refusal } from '../refusal.ts';

/** Less common ground than this, a square decimetre, is what rounding leaves and is not worth a cut. */
const LEAST_M2 = 0.01;

/**
 * Takes `ground` (coordinates of a MultiPolygon) off items: a hole where it lies within one, parts where it
 * runs through. An item of which nothing is left is removed. Neighbours get the new corners.
 * Refuses where none of the items lies there.
 */
export const subtractGround = atRest(function subtractGround(
	plan: Plan,
	ids: readonly ItemId[],
	ground: readonly (readonly (readonly Position[])[])[]
): Edit | Refusal {
	return withoutRings(plan, ids, ringsOfDrawn(ground), 'subtract');
});

/** As `subtractGround`, with the ground of another item, which stays as it is. */
export const subtractItem = atRest(function subtractItem(
	plan: Plan,
	ids: readonly ItemId[],
	cutter: ItemId
): Edit | Refusal {
	const ground = groundOf(plan, cutter);
	if (isNo(ground)) return ground;
	const others = ids.filter((id) => id !== cutter);
	return withoutRings(plan, others, ground.shape.rings, 'subtract');
});

/** Takes an overlap (coordinates of a MultiPolygon) off one of the two that lie over each other. */
export const cutOverlap = atRest(function cutOverlap(
	plan: Plan,
	from: ItemId,
	ground: readonly (readonly (readonly Position[])[])[]
): Edit | Refusal {
	return withoutRings(plan, [from], ringsOfDrawn(ground), 'subtract');
});

/** Keeps of items what lies within another one, which stays as it is. Refusals as of `subtractGround`. */
export const clipItems = atRest(function clipItems(
	plan: Plan,
	ids: readonly ItemId[],
	within: ItemId
): Edit | Refusal {
	const ground = groundOf(plan, within);
	if (isNo(ground)) return ground;
	const { rings } = ground.shape;
	return changeGrounds(
		plan,
		'clip',
		ids.filter((id) => id !== within),
		(mine) => {
			const kept = groundCommonTo(mine, rings);
			return areaOfAllM2(groundLeftOf(mine, [rings])) < LEAST_M2 ? null : kept;
		}
	);
});

function withoutRings(plan: Plan, ids: readonly ItemId[], rings: Rings, verb: EditVerb): Edit | Refusal {
	return changeGrounds(plan, verb, ids, (mine) =>
		areaOfAllM2(groundCommonTo(mine, rings)) < LEAST_M2 ? null : groundLeftOf(mine, [rings])
	);
}
