import { editOfDiff, type PlanDiff } from '../diff-plans.ts';
import type { Edit } from '../edit.ts';
import { atRest } from '../fabric/at-rest.ts';
import { settle } from '../fabric/settle.ts';
import { isNo } from '../fabric/ground-of.ts';
import type { Plan } from '../plan.ts';
import type { Refusal } from '../refusal.ts';

/**
 * Brings into `plan` what another plan has otherwise: `diff` is all or some of what `diffPlans` says of
 * the two. One edit. Refuses `overlaps` where a zone or area would come to lie over another that stays
 * and does not lie there already. Shapes are taken as the other plan has them.
 */
export const takeOver = atRest(function takeOver(plan: Plan, diff: PlanDiff): Edit | Refusal {
	const things = [...diff.changed.map(({ after }) => after), ...diff.added, ...diff.removed];
	const [only] = things;
	const edit = editOfDiff(diff, {
		verb: 'take-over',
		count: things.length,
		...(things.length === 1 && { kind: only.kind, name: only.properties.name })
	});
	const { label, put, drop } = edit;
	const settled = settle(plan, label, put, { drop, sound: new Set(put.map(({ id }) => id)) });
	return isNo(settled) ? settled : edit;
});
