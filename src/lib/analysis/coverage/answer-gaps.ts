import type { Plan } from '../../domain/plan.ts';
import { CoverageModel, type CoverageOptions } from './coverage-model.ts';
import type { GapCollection } from './gap-features.ts';

export type GapsAnswer =
	| { ok: true; answer: GapCollection; model: CoverageModel }
	/** The plan has neither an area nor a control ring whose outline is sound. */
	| { ok: false; reason: 'no-area' };

/** The whole answer to `gaps` for a plan, worked out in one go. */
export function answerGaps(plan: Plan, options: CoverageOptions): GapsAnswer {
	const model = workedModel(plan, options);
	if (model.refusal) return { ok: false, reason: model.refusal };
	return { ok: true, answer: model.answer(), model };
}

/** The coverage of a plan with all its cells worked out; nothing to work out where it has a `refusal`. */
export function workedModel(plan: Plan, options: CoverageOptions): CoverageModel {
	const model = new CoverageModel(options);
	model.open(plan.items.values());
	while (!model.refusal && isUnfinished(model)) continue;
	return model;
}

function isUnfinished(model: CoverageModel): boolean {
	const { done, total } = model.work(Infinity);
	return done < total;
}
