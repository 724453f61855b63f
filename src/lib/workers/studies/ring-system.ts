import { ringSystem } from '../../analysis/ring-system/ring-system.ts';
import type { Study } from './study.ts';

/** The rings of the plan as one system; of the view chosen, whose one-way signs hold no one back here. */
export const answerRingSystem: Study<'ring-system'> = async ({ items, options, roads }, _, run) => {
	return ringSystem(
		await roads(),
		items,
		{ mode: options.seal?.mode, bandM: options.seal?.bandM, assumptions: options.assumptions },
		run
	);
};
