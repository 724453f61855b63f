import { groundTogether } from '../../geo/fabric/set-ground.ts';
import type { Edit } from '../edit.ts';
import { atRest } from '../fabric/at-rest.ts';
import { fitGrounds } from '../fabric/fit-grounds.ts';
import { groundsOf, isNo, labelOf, unlike } from '../fabric/ground-of.ts';
import type { ItemId } from '../items.ts';
import type { Plan } from '../plan.ts';
import { refuse, type Refusal } from '../refusal.ts';

/**
 * Makes one item of several of one kind: the first keeps its id and its properties, the others go.
 * Parts that do not touch become a MultiPolygon. Corners on the outer border stay, for neighbours have
 * them too. Refuses fewer than two, different kinds, areas of different levels, and parts that lie apart
 * where the kind may have one only.
 */
export const mergeItems = atRest(function mergeItems(plan: Plan, ids: readonly ItemId[]): Edit | Refusal {
	const grounds = groundsOf(plan, ids);
	if (isNo(grounds)) return grounds;
	if (grounds.length < 2) {
		return refuse({ code: 'nothing-merged', severity: 'error', seen: String(grounds.length) });
	}
	const refusal = unlike(grounds);
	if (refusal) return refusal;
	const items = grounds.map(({ item }) => item);
	const from = items.map(({ id }) => id);
	const rings = groundTogether(grounds.map(({ shape }) => shape.rings)).flat();
	const [first, ...others] = items;
	return fitGrounds(
		plan,
		labelOf('merge', items),
		[{ item: first, rings, from }],
		others.map(({ id }) => id)
	);
});
