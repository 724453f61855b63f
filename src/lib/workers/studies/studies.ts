import { ringAid } from './ring-aid.ts';
import type { Studies } from './study.ts';

/** Every question that the thread of the studies answers. */
export const STUDIES: Studies = { ringAid };
