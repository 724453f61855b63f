import type { ItemId, RingLevel } from '../items.ts';

/** What is asked: seven days from a moment on the wall clock (`2026-05-04T00:00`). */
export interface WeekAsk {
	readonly from: string;
}

/** A stretch of the week in which a ring does not change. */
export interface WeekSpan {
	/** Wall clock; the last span ends where the week does. */
	readonly from: string;
	readonly to: string;
	readonly leaks: number;
	/** Checkpoints on duty, of all that count for duty hours alone. */
	readonly onDuty: number;
}

export interface RingWeek {
	readonly ring: ItemId;
	readonly name: string | null;
	readonly level: RingLevel;
	/** In order, without gaps; neighbours differ in leaks or in who is on duty. */
	readonly spans: readonly WeekSpan[];
	/** Part of the week in which the ring is sealed, 0 to 1. */
	readonly sealedShare: number;
}

/** The answer of `duty-week`. */
export interface DutyWeek {
	readonly from: string;
	readonly to: string;
	readonly rings: readonly RingWeek[];
	/** Moments at which a checkpoint goes on or off duty. */
	readonly changes: number;
	/** Different sets of checkpoints on duty in the week: so often the rings were answered. */
	readonly answered: number;
}
