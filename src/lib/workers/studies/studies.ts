import { balancedZones } from './balanced-zones.ts';
import { dutyWeek } from './duty-week.ts';
import type { Studies } from './study.ts';
import { teams } from './teams.ts';
import { tour } from './tour.ts';

/** Every question that the thread of the studies answers. */
export const STUDIES: Studies = {
	tour,
	teams,
	'balanced-zones': balancedZones,
	'duty-week': dutyWeek
};
