import { sealPlans } from '../../analysis/ring-system/seal-plans.ts';
import type { Study } from './study.ts';

/** How the rings of the plan can be sealed, and how deep they can be made, as a person wishes; of the view chosen, whose one-way signs hold no one back here. */
export const answerSealPlans: Study<'seal-plans'> = async ({ items, options, roads }, wishes, run) => {
	return sealPlans(
		await roads(),
		items,
		{ ...wishes, mode: options.seal?.mode, bandM: options.seal?.bandM, assumptions: options.assumptions },
		run
	);
};
