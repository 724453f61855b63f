import { areaOfAllM2, groundLeftOf, groundTogether } from '../../geo/fabric/set-ground.ts';
import type { Edit } from '../edit.ts';
import { linesOf } from '../fabric/corners.ts';
import { fitGrounds } from '../fabric/fit-grounds.ts';
import { groundOf, isNo, labelOf, ringsOfDrawn } from '../fabric/ground-of.ts';
import { mayNotOverlap, neighboursOf } from '../fabric/neighbours.ts';
import type { ItemId } from '../items.ts';
import type { Plan } from '../plan.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { atRest } from '../fabric/at-rest.ts';

/** Less ground than this is what rounding leaves. */
const LEAST_M2 = 1e-4;

/**
 * Gives an item the ground of all its holes, as far as no other of its fabric holds it: an enclave stays what it is.
 * Refuses (`nothing-filled`) where it has no hole, or others hold all of them.
 */
export const removeHoles = atRest(function removeHoles(plan: Plan, id: ItemId): Edit | Refusal {
	const ground = groundOf(plan, id);
	if (isNo(ground)) return ground;
	const { item, shape } = ground;
	const shells = ringsOfDrawn(linesOf(item).map(([shell]) => [shell]));
	const near = neighboursOf(plan, item, shape.box, new Set([id])).filter((other) =>
		mayNotOverlap(item, other.item)
	);
	const free = groundLeftOf(shells, [shape.rings, ...near.map((other) => other.shape.rings)]);
	if (areaOfAllM2(free) < LEAST_M2) {
		return refuse({ code: 'nothing-filled', severity: 'error', featureId: id });
	}
	const together = groundTogether([shape.rings, free.flat()]);
	return fitGrounds(plan, labelOf('fill', [item]), [{ item, rings: together.flat() }]);
});
