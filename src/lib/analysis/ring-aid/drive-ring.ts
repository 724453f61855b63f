import type { LngLat } from '../../geo/coordinates.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { localPlane } from '../../geo/local-plane.ts';
import { windingAt } from '../../geo/winding.ts';
import { groundOfRings } from '../../geo/ground-of-rings.ts';
import { placeOnRoad } from '../../network/travel/road-place.ts';
import type { TravelNetwork } from '../../network/travel/travel-network.ts';
import { travelTimes } from '../../network/travel/travel-times.ts';
import { groundAboutPoints } from './ground-about-points.ts';
import { reachedPoints } from './reached-road.ts';
import { closed, largestExterior, smoothRing } from './ring-of-trail.ts';

/** How much ground beside a road is reached by it, what gaps between roads are filled, and how finely that is drawn. */
const GROUND = { cellM: 20, reachM: 40, closeM: 150 };
/** The border of a ring may leave that of the ground by so much. */
const SMOOTH_M = 15;

/** The ring about the ground that is reached from a place. */
export interface DriveRing {
	/** Closed, counter-clockwise, simple. */
	readonly outline: LngLat[];
	/** Metres from the place to the road the way begins on. */
	readonly offM: number;
	/** Whether roads go on where the map data ends, so that more may be reached than is shown. */
	readonly touchesEdgeOfData: boolean;
}

/**
 * The ground that is reached by car within `minutes` of `at`, as one ring: the piece that holds the start, its holes
 * filled. Null where no road is within 300 m. Throws a `RangeError` for minutes that are not above zero.
 */
export function driveRing(travel: TravelNetwork, at: LngLat, minutes: number): DriveRing | null {
	if (!(minutes > 0)) throw new RangeError(`a ring of ${minutes} minutes, wanted more than 0`);
	const start = placeOnRoad(travel, at);
	if (!start) return null;
	const limitS = 60 * minutes;
	const times = travelTimes(travel, [start], { limitS });
	const points = reachedPoints(travel, times, limitS, GROUND.cellM);
	const plane = localPlane(at);
	const faces = groundAboutPoints(plane, points, GROUND);
	const [x, y] = [Math.round(at[0] * GRID_PER_DEG), Math.round(at[1] * GRID_PER_DEG)];
	// exteriors alone: holes are filled
	const exteriors = faces.flatMap(([exterior]) => (exterior ? [exterior] : []));
	const holding = exteriors.filter((ring) => windingAt(x, y, [ring]) > 0);
	// where the place itself lies off the road, the piece about its road is the largest
	const ring = largestExterior(groundOfRings(holding.length > 0 ? holding : exteriors));
	if (!ring) return null;
	const { atS } = times;
	const { graph, edgeOfData } = travel.roads;
	const touchesEdgeOfData = edgeOfData.some((node) => {
		for (let i = graph.adjacentStart[node]; i < graph.adjacentStart[node + 1]; i++) {
			const direction = graph.adjacent[i] ^ 1;
			if (atS[direction] + travel.seconds[direction] <= limitS) return true;
		}
		return false;
	});
	return { outline: closed(smoothRing(plane, ring, SMOOTH_M)), offM: start.offM, touchesEdgeOfData };
}
