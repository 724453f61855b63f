import type { Bbox, LngLat } from '../../geo/coordinates.ts';
import type { RoadClass } from '../../network/road-graph.ts';
import type { ItemId } from '../items.ts';

/** A stretch of road that no camera sees and no patrol holds. */
export interface UnseenStretch {
	id: string;
	road: string | null;
	roadClass: RoadClass;
	lengthM: number;
	line: LngLat[];
	/** Id of the blind network it is a part of. */
	network: string;
}

/**
 * Unseen stretches of any roads that hang together over junctions: within it one drives from every
 * place to every other and is never seen.
 */
export interface BlindNetwork {
	id: string;
	/** Road in it, together. */
	lengthM: number;
	/** How many stretches of road make it up. */
	stretches: number;
	/** Name and class of the road that has most of it. */
	road: string | null;
	roadClass: RoadClass;
	/** How many roads take part: by name, those without one by way. */
	roads: number;
	/** One can travel at least so far in it without turning back: a lower bound, found by two searches. */
	longestWayM: number;
	/** A way of that length. */
	longestWay: LngLat[];
	/** Control rings whose line it meets, with how often. */
	rings: { ring: ItemId; meets: number }[];
	/** It goes on where the map data ends. */
	leavesData: boolean;
	bbox: Bbox;
}

export interface RoadShare {
	roadM: number;
	watchedM: number;
	unseenM: number;
}

/** The figures of `routes`; lengths on the ellipsoid, of roads a car can use. */
export interface RoutesSummary extends RoadShare {
	byClass: Partial<Record<RoadClass, RoadShare>>;
}

export interface RoutesAnswer {
	summary: RoutesSummary;
	/** Longest first. */
	stretches: UnseenStretch[];
	/** Longest first; those of a length worth listing. */
	blind: BlindNetwork[];
}
