import { answerWeek } from '../../analysis/duty-week/answer-week.ts';
import type { Study } from './study.ts';
import { toldInBreaths } from './told-in-breaths.ts';

/** When each ring is sealed over a week. */
export const dutyWeek: Study<'duty-week'> = async ({ items, roads, options }, ask, run) =>
	toldInBreaths(answerWeek(await roads(), items, ask, options.assumptions), run);
