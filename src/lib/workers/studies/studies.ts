import { placeExactStudy, placeStudy } from './place.ts';
import type { Studies } from './study.ts';

/** Every question that the thread of the studies answers. */
export const STUDIES: Studies = {
	place: placeStudy,
	'place-exact': placeExactStudy
};
