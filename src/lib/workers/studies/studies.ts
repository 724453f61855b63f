import { controls } from './controls.ts';
import { dutyWeekStudy } from './duty-week.ts';
import { protectedStudy } from './protected.ts';
import type { Studies } from './study.ts';

/** Every question that the thread of the studies answers. */
export const STUDIES: Studies = {
	controls,
	'duty-week': dutyWeekStudy,
	protected: protectedStudy
};
