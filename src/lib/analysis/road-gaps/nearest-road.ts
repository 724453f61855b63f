import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { nearEdges } from '../../network/near-edges.ts';
import type { Roads } from '../../network/roads.ts';
import type { RoadPlace } from '../../network/travel/road-place.ts';

/** How far from a road for cars a way may be asked for. */
export const PLACE_WITHIN_M = 500;
/** First looked about so far, then twice as far, and so on: most places are near a road. */
const FIRST_LOOK_M = 32;

/** The place nearest to `at` on an edge for which `isWanted`, within 500 m; null where there is none. */
export function nearestRoad(roads: Roads, at: LngLat, isWanted: (edge: number) => boolean): RoadPlace | null {
	const x = Math.round(at[0] * GRID_PER_DEG);
	const y = Math.round(at[1] * GRID_PER_DEG);
	for (let withinM = FIRST_LOOK_M; ; withinM = Math.min(2 * withinM, PLACE_WITHIN_M)) {
		const near = nearEdges(roads, x, y, withinM).find(({ edge }) => isWanted(edge));
		if (near) return { edge: near.edge, measure: near.measure, offM: near.distanceM };
		if (withinM === PLACE_WITHIN_M) return null;
	}
}
