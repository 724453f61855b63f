import type { Plan } from '../../domain/plan.ts';
import { CoverageModel, type CoverageOptions } from './coverage-model.ts';
import type { GapCollection } from './gap-features.ts';

export type GapsAnswer =
	| { ok: true; answer: GapCollection; model: CoverageModel }
	/** The plan has neither an area nor a control ring whose outline is sound. */
	| { ok: false; reason: 'no-area' };

/** The whole answer to `gaps` for a plan, worked out in one go. */
export function answerGaps(plan: Plan, options: CoverageOptions): GapsAnswer {
	const model = new CoverageModel(options);
	model.open(plan.items.values());
	if (model.refusal) return { ok: false, reason: model.refusal };
	while (isUnfinished(model)) continue;
	return { ok: true, answer: model.answer(), model };
}

function isUnfinished(model: CoverageModel): boolean {
	const { done, total } = model.work(Infinity);
	return done < total;
}
