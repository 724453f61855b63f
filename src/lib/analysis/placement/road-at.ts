import { nearEdges } from '../../network/near-edges.ts';
import { ROAD_CLASSES, type RoadClass } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';

/** A place with no road this near to it is named after none. */
const NEAR_M = 40;

/** Name and class of the road at a place (1e-7 degrees): that of `edge`, or where it is -1 of the nearest within 40 m. */
export function roadAt(
	roads: Roads,
	x: number,
	y: number,
	edge: number
): { road: string | null; roadClass: RoadClass | null } {
	const { edgeName, edgeClass, names } = roads.graph;
	const own = edge >= 0 ? edge : (nearEdges(roads, x, y, NEAR_M)[0]?.edge ?? -1);
	if (own < 0) return { road: null, roadClass: null };
	return { road: edgeName[own] < 0 ? null : names[edgeName[own]], roadClass: ROAD_CLASSES[edgeClass[own]] };
}
