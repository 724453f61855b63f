import { response } from '../../analysis/response/response.ts';
import { runSteps } from './run-steps.ts';
import type { Study } from './study.ts';

/** Who reaches what in some minutes. */
export const respond: Study<'respond'> = async ({ items, options, roads }, input, run) =>
	runSteps(response(await roads(), items, options.assumptions, input), run);
