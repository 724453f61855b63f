import { PLAN_CHECKS } from '../../../src/lib/domain/checks/check-plan.ts';
import type { CheckedPlan } from '../../../src/lib/domain/checks/checked-plan.ts';
import { fixAll, type FixAllAnswer, type FixWish } from '../../../src/lib/domain/checks/fix-all.ts';
import { applyEdit } from '../../../src/lib/domain/edit.ts';
import { ItemMap } from '../../../src/lib/domain/item-map.ts';

/** A plan after "fix all", plain ways unless `wish` says otherwise, and what was answered. */
export function fixedAll(
	plan: CheckedPlan,
	wish: Partial<FixWish> = {}
): { plan: CheckedPlan; answer: FixAllAnswer } {
	const steps = fixAll(plan, PLAN_CHECKS, { codes: null, how: null, ignored: [], ...wish });
	let step = steps.next();
	while (!step.done) step = steps.next();
	const { edit } = step.value;
	if (!edit) return { plan, answer: step.value };
	const { items } = applyEdit({ header: { format: 1, name: '' }, items: plan.items }, edit).plan;
	return { plan: { ...plan, items: ItemMap.of(items) }, answer: step.value };
}
