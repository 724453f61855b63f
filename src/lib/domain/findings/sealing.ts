import type { LngLat } from '../../geo/coordinates.ts';
import type { ItemId, RingLevel } from '../items.ts';
import type { RoadClass } from '../../network/road-graph.ts';
import type { StaleControl } from './controls.ts';

/**
 * `held`: its own edge is controlled. `covered`: every way on meets a controlled edge. `pocket`:
 * leads to less than 2 km of road and not to the edge of the map data. `open`: the rest.
 */
export type CrossingState = 'held' | 'covered' | 'pocket' | 'open';

/** A place where a road passes from inside a ring to outside. */
export interface Crossing {
	ring: ItemId;
	/** From 1, clockwise from north when the ring is first judged; kept while it is edited. */
	number: number;
	at: LngLat;
	edge: number;
	road: string | null;
	roadClass: RoadClass;
	bridge: boolean;
	tunnel: boolean;
	state: CrossingState;
	checkpoint: ItemId | null;
}

/** An edge of the residual minimum cut, with its shortest way out. */
export interface Leak {
	ring: ItemId;
	/** From 1 within the ring, clockwise from north when it is first judged; kept while it is edited. */
	number: number;
	edge: number;
	/** Where the cut edge lies: where a checkpoint would close it. */
	at: LngLat;
	road: string | null;
	roadClass: RoadClass;
	bridge: boolean;
	/** The shortest escape by this edge, from inside to outside. */
	route: LngLat[];
	lengthM: number;
	/** Names of the roads along the route, in order, without repeats. */
	roads: string[];
}

/** A checkpoint that, with all the other suggestions, seals the ring; without it, the ring leaks. */
export interface Suggestion {
	ring: ItemId;
	at: LngLat;
	road: string | null;
	roadClass: RoadClass;
	/** Leaks that this one checkpoint closes. */
	leaks: number;
	controls: { way: number; at: [number, number] }[];
}

export interface RingVerdict {
	ring: ItemId;
	name: string | null;
	level: RingLevel;
	crossings: number;
	held: number;
	covered: number;
	pockets: number;
	open: number;
	/** Size of the residual minimum cut: road edges still to be closed. */
	leaks: number;
	sealed: boolean;
	/** Size of the minimum cut with no checkpoint at all. */
	minimumCut: number;
}

export type SealWarning =
	| { code: 'not-nested'; ring: ItemId; outer: ItemId }
	| { code: 'touches-edge-of-data'; ring: ItemId }
	| { code: 'mapped-paths-only'; ring: ItemId }
	| { code: 'no-roads'; ring: ItemId }
	| ({ code: 'stale-control' } & StaleControl);

/** What the rings of a plan leave open: the part of the answer that follows a hand that drags. */
export interface SealVerdicts {
	rings: RingVerdict[];
	crossings: Crossing[];
	leaks: Leak[];
	warnings: SealWarning[];
}

/** What takes longer to work out, and is worked out when the plan lies still. */
export interface SealAdvice {
	suggestions: Suggestion[];
	/** Fewest on-duty checkpoints on any way from inside the innermost ring to outside the outermost; null without rings. */
	depth: number | null;
}

/** The answer of `seal` for all rings of a plan. */
export interface SealAnswer extends SealVerdicts, SealAdvice {}
