import { controls } from './controls.ts';
import { protectedStudy } from './protected.ts';
import type { Studies } from './study.ts';

/** Every question that the thread of the studies answers. */
export const STUDIES: Studies = { controls, protected: protectedStudy };
