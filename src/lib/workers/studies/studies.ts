import { balancedZones } from './balanced-zones.ts';
import { controls } from './controls.ts';
import { dutyWeekStudy } from './duty-week.ts';
import { find } from './find.ts';
import { leastExposedStudy } from './least-exposed.ts';
import { placeExactStudy, placeStudy } from './place.ts';
import { protectedStudy } from './protected.ts';
import { respond } from './respond.ts';
import { ringAid } from './ring-aid.ts';
import { ringEscapeStudy } from './ring-escape.ts';
import { answerRingSystem } from './ring-system.ts';
import { answerSealPlans } from './seal-plans.ts';
import type { Studies } from './study.ts';
import { teams } from './teams.ts';
import { timeToSeal } from './time-to-seal.ts';
import { tour } from './tour.ts';

/** Every question that the thread of the studies answers. */
export const STUDIES: Studies = {
	'balanced-zones': balancedZones,
	controls,
	'duty-week': dutyWeekStudy,
	find,
	'least-exposed': leastExposedStudy,
	place: placeStudy,
	'place-exact': placeExactStudy,
	protected: protectedStudy,
	respond,
	'ring-aid': ringAid,
	'ring-escape': ringEscapeStudy,
	'ring-system': answerRingSystem,
	'seal-plans': answerSealPlans,
	teams,
	'time-to-seal': timeToSeal,
	tour
};
