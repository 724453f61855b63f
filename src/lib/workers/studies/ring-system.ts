import { ringSystem } from '../../analysis/ring-system/ring-system.ts';
import type { Study } from './study.ts';

/** The rings of the plan as one system. */
export const answerRingSystem: Study<'ring-system'> = async ({ items, options, roads }, _, run) => {
	return ringSystem(await roads(), items, { assumptions: options.assumptions }, run);
};
