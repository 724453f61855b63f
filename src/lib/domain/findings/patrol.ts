import type { LngLat } from '../../geo/coordinates.ts';
import type { ItemId } from '../items.ts';

/** What is asked of a patrol by car. */
export interface PatrolAsk {
	/** Patrol zones, areas or control rings whose streets are to be driven. */
	readonly grounds: readonly ItemId[];
	/** Speed of the car, in km/h. */
	readonly speedKmh: number;
	/** Service roads, yards and tracks are to be driven too. */
	readonly withService: boolean;
}

/** A closed round of a car. */
export interface PatrolRound {
	/** The way driven; its last point is its first. */
	readonly line: readonly LngLat[];
	/** Stretches driven only to get on, in the order in which they are driven. */
	readonly deadhead: readonly (readonly LngLat[])[];
	/** Streets that this round is for, and their length. */
	readonly streets: number;
	readonly streetsM: number;
	/** The whole round, and the parts of it that are driven only to get on, and against a one-way sign. */
	readonly lengthM: number;
	readonly deadheadM: number;
	readonly againstM: number;
	readonly durationS: number;
}

/** Streets that no car comes to from the others. */
export interface LeftOut {
	readonly streets: number;
	readonly lengthM: number;
}

/** The answer of `tour`: one round over all streets; no round may be shorter than `boundM`. */
export interface TourAnswer extends PatrolRound {
	readonly boundM: number;
	readonly leftOut: LeftOut;
}

export interface TeamsAsk extends PatrolAsk {
	readonly teams: number;
}

/** The answer of `teams`: how often every street is passed. */
export interface TeamsAnswer {
	/** A round for each team, its own streets only; the longest first. */
	readonly rounds: readonly PatrolRound[];
	/** With a round for each team: every street is passed this often. */
	readonly intervalS: number;
	/** With all teams one behind the other on one tour. */
	readonly followingS: number;
	/** However the teams drive, some street waits at least this long. */
	readonly boundS: number;
	readonly leftOut: LeftOut;
}
