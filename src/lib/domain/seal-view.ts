import type { TravelMode } from '../network/road-graph.ts';
import type { LawfulView } from '../network/travel-mode.ts';

/** From what view the rings are judged: whose roads count, what one-way signs do, where outside begins. */
export interface SealView {
	readonly mode: TravelMode;
	readonly lawful: LawfulView;
	/** How far beyond a ring outside begins. */
	readonly bandM: number;
}

/** Cars that heed no sign, and outside from 120 m beyond the ring: the view of someone who wants out. */
export const ESCAPER: SealView = { mode: 'drive', lawful: 'no', bandM: 120 };

/** Outside begins no nearer than this, nor farther than a day's map shows. */
export const BAND_LIMITS_M = { least: 1, most: 5000 } as const;

/** Whether two views are the same. */
export function isSameView(a: SealView, b: SealView): boolean {
	return a.mode === b.mode && a.lawful === b.lawful && a.bandM === b.bandM;
}
