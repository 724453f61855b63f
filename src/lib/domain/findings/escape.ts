import type { LngLat } from '../../geo/coordinates.ts';
import type { ItemId, RingLevel } from '../items.ts';

/** Between what places a way is asked for, and by what rules. */
export interface EscapeRules {
	/** Cars keep to one-way signs; otherwise these hold no one back. */
	lawful: boolean;
	/** Checkpoints on duty close their roads; otherwise the ways name those they meet. */
	avoidsCheckpoints: boolean;
}
export interface EscapeEnds extends EscapeRules {
	from: LngLat;
	to: LngLat;
}

/** A way along roads for cars and who would see it. */
export interface EscapeRoute {
	line: LngLat[];
	lengthM: number;
	/** How much of it somebody holds. */
	seenM: number;
	/** How long a car takes that keeps to the speeds of the roads. */
	durationS: number;
	/** Names of its roads, in order. */
	roads: string[];
	/** The pieces of it that somebody holds. */
	seen: LngLat[][];
	/** The longest piece of it that nobody holds. */
	longestUnseenM: number;
	longestUnseen: LngLat[];
	/** Who holds some of it, in the order in which they come: the first of them where there are many. */
	watchers: RouteWatcher[];
	watcherCount: number;
	/** Checkpoints whose closed roads it uses, in order. */
	checkpoints: ItemId[];
}

export interface RouteWatcher {
	id: ItemId;
	/** How far along the way it comes first. */
	fromM: number;
	/** How much of the way it holds. */
	seenM: number;
}

/** A place that was asked about and where the ways begin or end for it. */
export interface RouteEnd {
	/** On the nearest road for cars. */
	at: LngLat;
	/** How far that is from the place asked about. */
	offM: number;
}

/** The ways between two places. */
export interface LeastExposed {
	from: RouteEnd;
	to: RouteEnd;
	/** Of all ways that with the least metres seen, of those the shortest. */
	leastExposed: EscapeRoute;
	/** The shortest way, of those the one least seen. */
	shortest: EscapeRoute;
	/** Checkpoints were to be avoided and every way meets one, so that these ways pass some. */
	isClosedOff: boolean;
}

/** Why there are no ways between two places. */
export type NoEscape =
	| { reason: 'no-road'; end: 'from' | 'to'; withinM: number }
	/** The roads of the two do not meet. */
	| { reason: 'no-way' };

/** How one gets out of a ring: from the ground inside to the ground outside, as sealing has them. */
export interface RingEscape {
	ring: ItemId;
	name: string | null;
	level: RingLevel;
	/** Least metres seen on any way out that meets no checkpoint on duty; null where there is none. */
	leastExposed: EscapeRoute | null;
	/** The shortest way out. */
	shortest: EscapeRoute | null;
	/** How many ways out nobody sees at all that share no road: none means that one is seen on every way. */
	unseenWays: number;
}
