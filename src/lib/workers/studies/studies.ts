import { respond } from './respond.ts';
import type { Studies } from './study.ts';
import { timeToSeal } from './time-to-seal.ts';

/** Every question that the thread of the studies answers. */
export const STUDIES: Studies = { respond, timeToSeal };
