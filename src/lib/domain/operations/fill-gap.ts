import type { Position } from 'geojson';
import { gridBox } from '../../geo/fabric/grid-box.ts';
import { areaOfAllM2, groundLeftOf, groundTogether } from '../../geo/fabric/set-ground.ts';
import type { Edit } from '../edit.ts';
import { atRest } from '../fabric/at-rest.ts';
import { fitGrounds } from '../fabric/fit-grounds.ts';
import { groundOf, isNo, labelOf, ringsOfDrawn } from '../fabric/ground-of.ts';
import { mayNotOverlap, neighboursOf } from '../fabric/neighbours.ts';
import type { ItemId } from '../items.ts';
import type { Plan } from '../plan.ts';
import { refuse, type Refusal } from '../refusal.ts';

/** Less free ground than this is what rounding leaves. */
const LEAST_M2 = 1e-4;

/**
 * Gives an item the ground of `gap` (coordinates of a Polygon, as `gapsBetween` finds them), as far as it is
 * free: what another of its fabric holds stays with that. All that borders on the gap shares corners
 * afterwards. Refuses (`nothing-filled`) where no free ground lies there.
 */
export const fillGap = atRest(function fillGap(
	plan: Plan,
	id: ItemId,
	gap: readonly (readonly Position[])[]
): Edit | Refusal {
	const ground = groundOf(plan, id);
	if (isNo(ground)) return ground;
	const { item, shape } = ground;
	const rings = ringsOfDrawn([gap]);
	const near = neighboursOf(plan, item, gridBox(rings), new Set([id])).filter((other) =>
		mayNotOverlap(item, other.item)
	);
	const free = groundLeftOf(rings, [shape.rings, ...near.map((other) => other.shape.rings)]);
	if (areaOfAllM2(free) < LEAST_M2) {
		return refuse({ code: 'nothing-filled', severity: 'error', featureId: id });
	}
	const together = groundTogether([shape.rings, free.flat()]);
	return fitGrounds(plan, labelOf('fill', [item]), [{ item, rings: together.flat() }]);
});
