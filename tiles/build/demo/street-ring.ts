import type { LngLat } from '../../../src/lib/geo/coordinates.ts';
import type { RoadGraph } from '../../../src/lib/network/road-graph.ts';
import { STOPS, type Stop } from './city-lines.ts';
import { plannerRing } from './planner-line.ts';
import { walkRoads } from './road-walk.ts';

/**
 * The ring along the streets through `stops` in turn, counter-clockwise, as a planner would draw it
 * `outwardM` beside them; corners that turn by less than `toleranceM` are left out.
 */
export function streetRing(
	graph: RoadGraph,
	stops: readonly Stop[],
	toleranceM: number,
	outwardM: number
): LngLat[] {
	const [first] = stops;
	if (first === undefined) throw new RangeError('a ring through no stops, wanted at least three');
	const line = walkRoads(
		graph,
		[...stops, first].map((stop) => STOPS[stop])
	);
	return plannerRing(line, toleranceM, outwardM);
}
