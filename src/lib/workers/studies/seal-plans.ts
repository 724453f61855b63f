import { sealPlans } from '../../analysis/ring-system/seal-plans.ts';
import type { Study } from './study.ts';

/** How the rings of the plan can be sealed, and how deep they can be made, as a person wishes. */
export const answerSealPlans: Study<'seal-plans'> = async ({ items, options, roads }, wishes, run) => {
	return sealPlans(await roads(), items, { ...wishes, assumptions: options.assumptions }, run);
};
