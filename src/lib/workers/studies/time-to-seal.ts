import { timeToSeal as timeToSealSteps } from '../../analysis/response/time-to-seal.ts';
import { runSteps } from './run-steps.ts';
import type { Study } from './study.ts';

/** How long until every checkpoint of a ring is manned. */
export const timeToSeal: Study<'time-to-seal'> = async ({ items, options, roads }, input, run) =>
	runSteps(timeToSealSteps(await roads(), items, options.assumptions, input), run);
