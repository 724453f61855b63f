import { leastExposedStudy } from './least-exposed.ts';
import { ringEscapeStudy } from './ring-escape.ts';
import type { Studies } from './study.ts';

/** Every question that the thread of the studies answers. */
export const STUDIES: Studies = {
	'least-exposed': leastExposedStudy,
	'ring-escape': ringEscapeStudy
};
