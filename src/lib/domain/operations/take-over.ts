import type { LngLat } from '../../geo/coordinates.ts';
import { commonAreaM2 } from '../../geo/fabric/common-area.ts';
import { groundShape } from '../../geo/fabric/ground-shape.ts';
import { editOfDiff, type PlanDiff } from '../diff-plans.ts';
import { applyEdit, type Edit } from '../edit.ts';
import { fabricOf, mayNotOverlap, neighboursOf } from '../fabric/neighbours.ts';
import type { Item, ItemId } from '../items.ts';
import type { Plan } from '../plan.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { atRest } from '../fabric/at-rest.ts';

/** Less than this lies over another only as far as a hand can draw. */
const LEAST_M2 = 0.01;

/**
 * Brings into `plan` what another plan has otherwise: `diff` is all or some of what `diffPlans` says of
 * the two. One edit. Refuses `overlaps` where a zone or area would come to lie over another that stays
 * and does not lie there already.
 */
export const takeOver = atRest(function takeOver(plan: Plan, diff: PlanDiff): Edit | Refusal {
	const things = [...diff.changed.map(({ after }) => after), ...diff.added, ...diff.removed];
	const [only] = things;
	const label = {
		verb: 'take-over' as const,
		count: things.length,
		...(things.length === 1 && { kind: only.kind, name: only.properties.name })
	};
	const edit = editOfDiff(diff, label);
	const after = applyEdit(plan, edit).plan;
	for (const item of edit.put) {
		const other = fabricOf(item) === null ? null : firstUnder(plan, after, item);
		if (!other) continue;
		return refuse({
			code: 'overlaps',
			severity: 'error',
			featureId: item.id,
			seen: other.properties.name ?? other.id,
			at: firstPlace(item)
		});
	}
	return edit;
});

/** The first of its fabric that `item` lies over in `after` and did not in `before`. */
function firstUnder(before: Plan, after: Plan, item: Item): Item | null {
	const shape = groundShape(item.geometry);
	if (!shape) return null;
	for (const other of neighboursOf(after, item, shape.box, new Set<ItemId>([item.id]))) {
		if (!mayNotOverlap(item, other.item)) continue;
		const commonM2 = commonAreaM2(shape.rings, other.shape.rings);
		if (commonM2 > LEAST_M2 && commonM2 > commonBeforeM2(before, item.id, other.item.id) + LEAST_M2) {
			return other.item;
		}
	}
	return null;
}

function commonBeforeM2(plan: Plan, a: ItemId, b: ItemId): number {
	const shapes = [a, b].map((id) => {
		const item = plan.items.get(id);
		return item ? groundShape(item.geometry) : null;
	});
	const [one, other] = shapes;
	return one && other ? commonAreaM2(one.rings, other.rings) : 0;
}

function firstPlace({ geometry }: Item): LngLat {
	let nested: unknown = geometry.coordinates;
	while (Array.isArray(nested) && typeof nested[0] !== 'number') nested = nested[0];
	const [lng, lat] = nested as [number, number];
	return [lng, lat];
}
