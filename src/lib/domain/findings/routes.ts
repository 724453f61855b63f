import type { LngLat } from '../../geo/coordinates.ts';
import type { RoadClass } from '../../network/road-graph.ts';

/** A stretch of road that no camera sees and no patrol holds. */
export interface UnseenStretch {
	id: string;
	road: string | null;
	roadClass: RoadClass;
	lengthM: number;
	line: LngLat[];
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
}
