import { answerTour } from '../../analysis/patrol/answer-tour.ts';
import { inBreaths } from '../breath.ts';
import type { Study } from './study.ts';

/** The shortest round over all streets of some ground. */
export const tour: Study<'tour'> = async ({ items, roads }, ask, { signal }) =>
	inBreaths(answerTour(await roads(), items, ask), signal);
