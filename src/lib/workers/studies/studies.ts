import { answerRingSystem } from './ring-system.ts';
import { answerSealPlans } from './seal-plans.ts';
import type { Studies } from './study.ts';

/** Every question that the thread of the studies answers. */
export const STUDIES: Studies = {
	'ring-system': answerRingSystem,
	'seal-plans': answerSealPlans
};
