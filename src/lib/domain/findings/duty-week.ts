import type { ItemId, RingLevel } from '../items.ts';

/** A time of the week, on the wall clock, in which a ring leaks as much from beginning to end. */
export interface DutySpan {
	readonly from: string;
	readonly to: string;
	/** 0 where it is sealed. */
	readonly leaks: number;
}

/** A moment at which a ring opens, or opens further. */
export interface RingOpening {
	readonly at: string;
	/** Leaks until then; 0 where it was sealed. */
	readonly before: number;
	readonly leaks: number;
	/** Checkpoints that held its crossings until then and went off duty. */
	readonly gone: readonly ItemId[];
}

export interface RingWeek {
	readonly ring: ItemId;
	readonly name: string | null;
	readonly level: RingLevel;
	/** From the beginning of the week to its end, without gaps. */
	readonly spans: readonly DutySpan[];
	readonly openings: readonly RingOpening[];
	/** Part of the week in which it is sealed. */
	readonly sealedShare: number;
}

/** When each ring is sealed in the course of a week, by hours of duty. */
export interface DutyWeek {
	readonly from: string;
	readonly to: string;
	/** Moments at which some checkpoint comes or goes, the beginning of the week first. */
	readonly changes: readonly string[];
	/** Innermost level first. */
	readonly rings: readonly RingWeek[];
}
