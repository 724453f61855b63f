import { balancedZones } from './balanced-zones.ts';
import { checks, fixChecks } from './checks.ts';
import { controls } from './controls.ts';
import { dutyWeekStudy } from './duty-week.ts';
import { follow } from './follow.ts';
import { find } from './find.ts';
import { leastExposedStudy } from './least-exposed.ts';
import { linesNearStudy } from './lines-near.ts';
import { placeExactStudy, placeStudy } from './place.ts';
import { protectedStudy } from './protected.ts';
import { respond } from './respond.ts';
import { ringAid } from './ring-aid.ts';
import { ringEscapeStudy } from './ring-escape.ts';
import { answerRingSystem } from './ring-system.ts';
import { roadArmsStudy } from './road-arms.ts';
import { answerSealPlans } from './seal-plans.ts';
import type { Studies } from './study.ts';
import { sightLines } from './sight-lines.ts';
import { splittingRoadsStudy } from './splitting-roads.ts';
import { teams } from './teams.ts';
import { timeToSeal } from './time-to-seal.ts';
import { tour } from './tour.ts';

/** Every question that the thread of the studies answers. */
export const STUDIES: Studies = {
	'balanced-zones': balancedZones,
	checks,
	controls,
	'duty-week': dutyWeekStudy,
	follow,
	'fix-checks': fixChecks,
	find,
	'least-exposed': leastExposedStudy,
	'lines-near': linesNearStudy,
	place: placeStudy,
	'place-exact': placeExactStudy,
	protected: protectedStudy,
	respond,
	'ring-aid': ringAid,
	'ring-escape': ringEscapeStudy,
	'ring-system': answerRingSystem,
	'road-arms': roadArmsStudy,
	'seal-plans': answerSealPlans,
	'sight-lines': sightLines,
	'splitting-roads': splittingRoadsStudy,
	teams,
	'time-to-seal': timeToSeal,
	tour
};
