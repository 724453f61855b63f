import type { LngLat } from '../../geo/coordinates.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { lastMeasure, lengthBetweenM } from '../edge-line.ts';
import { nearEdges } from '../near-edges.ts';
import type { RoadGraph } from '../road-graph.ts';
import type { TravelNetwork } from './travel-network.ts';

/** A place on a road: an edge and a measure along it (`edge-line.ts`). */
export interface RoadPlace {
	readonly edge: number;
	readonly measure: number;
	/** Metres between the road and the place that was looked for. */
	readonly offM: number;
}

/** Less road than this is an island nobody drives out of. */
const ISLAND_M = 1000;

/**
 * The place on a road nearest to `at` that a car may drive, private roads included, within `withinM`;
 * null where there is none. Islands of less than 1 km of road are taken only where nothing else is near.
 */
export function placeOnRoad(travel: TravelNetwork, at: LngLat, withinM = 300): RoadPlace | null {
	const near = nearEdges(travel.roads, at[0] * GRID_PER_DEG, at[1] * GRID_PER_DEG, withinM);
	const found =
		near.find(({ edge }) => travel.islandM[edge] >= ISLAND_M) ??
		near.find(({ edge }) => travel.islandM[edge] > 0);
	return found ? { edge: found.edge, measure: found.measure, offM: found.distanceM } : null;
}

/** How far along its edge a place is, 0 at the start and 1 at the end, by length; by points where the edge has no length. */
export function partAlong(graph: RoadGraph, { edge, measure }: RoadPlace): number {
	const last = lastMeasure(graph, edge);
	if (measure <= 0) return 0;
	if (measure >= last) return 1;
	const wholeM = lengthBetweenM(graph, edge, 0, last);
	return wholeM > 0 ? lengthBetweenM(graph, edge, 0, measure) / wholeM : measure / last;
}
