import { areaM2 } from '../../geo/fabric/common-area.ts';
import { groundTogether } from '../../geo/fabric/set-ground.ts';
import type { Edit } from '../edit.ts';
import { fitGrounds } from '../fabric/fit-grounds.ts';
import { groundOf, isNo, labelOf } from '../fabric/ground-of.ts';
import type { Item, ItemId } from '../items.ts';
import { lastRank } from '../last-rank.ts';
import type { Plan } from '../plan.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { atRest } from '../fabric/at-rest.ts';

/**
 * Makes an item of each piece of ground of an item that lies apart from the others, holes and all. The largest keeps the
 * id; the others have its properties and the ids given, the larger first. Refuses what is one piece
 * (`nothing-split`), and an id that the plan has. Throws a `RangeError` for too few ids.
 */
export const takeApart = atRest(function takeApart(
	plan: Plan,
	id: ItemId,
	ids: readonly ItemId[]
): Edit | Refusal {
	const ground = groundOf(plan, id);
	if (isNo(ground)) return ground;
	const { item, shape } = ground;
	const pieces = groundTogether([shape.rings]).sort((a, b) => areaM2(b) - areaM2(a));
	if (pieces.length < 2) return refuse({ code: 'nothing-split', severity: 'error', featureId: id });
	if (ids.length < pieces.length - 1) {
		throw new RangeError(`${ids.length} new ids, wanted ${pieces.length - 1}`);
	}
	const taken = ids.slice(0, pieces.length - 1).find((one) => plan.items.has(one));
	if (taken !== undefined) {
		return refuse({ code: 'duplicate-id', severity: 'error', featureId: taken, seen: taken });
	}
	const rank = lastRank(plan);
	return fitGrounds(
		plan,
		labelOf('split', [item]),
		pieces.map((rings, i) =>
			i === 0
				? { item, rings }
				: { item: { ...item, id: ids[i - 1], rank: rank + i } as Item, rings, from: [id] }
		)
	);
});
