import type { Assumptions } from './assumptions.ts';
import type { GapReason } from './findings/gaps.ts';

/**
 * What would have to be so, or be allowed, for a thing to hold the ground it could hold: a set of
 * bits. Nothing set means that it holds the ground now. One ring of ground carries one set.
 */
export const NEED = {
	/** Another hour: it is off duty at the moment asked for. */
	DUTY: 1,
	/** Joining up a camera that is not integrated. */
	JOIN: 2,
	/** Mending what is impaired or broken. */
	REPAIR: 4,
	/** A coarser picture than the least density asked for. */
	COARSE: 8,
	/** A free view: a building stands before it. */
	CLEAR: 16,
	/** Building what is only planned. */
	PLANNED: 32,
	/** Counting the view that a PTZ camera states, which it may turn away from. */
	PTZ: 64,
	/** A direction that is only roughly known to be as hoped. */
	LIKELY: 128,
	/** A PTZ camera to be turned there. */
	POSSIBLE: 256
} as const;

/** The bits that assumptions grant. */
export function grantedBy({ assumeRepaired, assumeIntegrated, countPlanned, countPtz }: Assumptions): number {
	return (
		(assumeRepaired ? NEED.REPAIR : 0) |
		(assumeIntegrated ? NEED.JOIN : 0) |
		(countPlanned ? NEED.PLANNED : 0) |
		(countPtz ? NEED.PTZ : 0)
	);
}

/** Reasons of gaps by the bit that calls for them, least effort first: a rota, a cable, a repair, a lens, a mast. */
export const REASON_OF_NEED: readonly (readonly [need: number, reason: GapReason])[] = [
	[NEED.DUTY, 'off-duty'],
	[NEED.JOIN, 'not-integrated'],
	[NEED.REPAIR, 'broken'],
	[NEED.COARSE, 'too-coarse'],
	[NEED.CLEAR, 'occluded']
];

/** The bits that are a reason of a gap; what needs any other bit closes none. */
export const REASON_NEEDS = NEED.DUTY | NEED.JOIN | NEED.REPAIR | NEED.COARSE | NEED.CLEAR;
