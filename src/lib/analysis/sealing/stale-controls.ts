import type { NearestRoad, StaleControl } from '../../domain/findings/controls.ts';
import type { Checkpoint } from '../../domain/items.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { nearEdges, type NearEdge } from '../../network/near-edges.ts';
import { EDGE, ROAD_CLASSES, type RoadGraph } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import { controlledRoad } from './control-place.ts';
import { STALE_M } from './controls.ts';

/** A way that passes no farther from its stated place than this has not moved. */
export const MOVED_M = 5;
/** Of roads at places so near to each other, the greater is meant. */
const SAME_PLACE_M = 1;

/**
 * The stored roads of `checkpoint` that the map data does not show as they were stored, in the order
 * they are stored in. To be asked of any road graph the plan is laid on: ids and courses of ways change
 * from one extract to the next.
 *
 * `nearest` is the road that passes within 5 m of the stated place, as the other half of a way that was
 * split; else the way itself where it moved, else the road that passes nearest. Of two within a metre it is
 * one for cars, then the greater class.
 */
export function staleControls(roads: Roads, checkpoint: Checkpoint): StaleControl[] {
	const { controls } = checkpoint.properties;
	if (!controls || controls.length === 0) return [];
	const { graph } = roads;
	const found: (StaleControl | null)[] = [];
	const closedBy = new Map<number, number>();
	const around: NearEdge[][] = [];
	for (const [index, { way, at }] of controls.entries()) {
		const near = nearEdges(
			roads,
			Math.round(at[0] * GRID_PER_DEG),
			Math.round(at[1] * GRID_PER_DEG),
			STALE_M
		);
		around.push(near);
		const own = near.find(({ edge }) => graph.edgeWay[edge] === way);
		if (own) closedBy.set(own.edge, index);
		if (own && own.distanceM <= MOVED_M) {
			found.push(null);
			continue;
		}
		const why = own ? 'moved' : hasWay(graph, way) ? 'far' : 'gone';
		const distanceM = own?.distanceM ?? null;
		found.push({ checkpoint: checkpoint.id, index, why, way, at, distanceM, nearest: null });
	}
	return found.flatMap((stale, index) => {
		if (!stale) return [];
		const own = around[index].find(({ edge }) => graph.edgeWay[edge] === stale.way);
		const there = nearestOf(graph, around[index]);
		const best = there && there.distanceM <= MOVED_M ? there : (own ?? there);
		if (!best) return [stale];
		const isClosed = (closedBy.get(best.edge) ?? index) !== index;
		return [{ ...stale, nearest: describe(graph, best, isClosed) }];
	});
}

function nearestOf(graph: RoadGraph, near: readonly NearEdge[]): NearEdge | null {
	let best: NearEdge | null = null;
	for (const one of near) {
		if (one.distanceM > near[0].distanceM + SAME_PLACE_M) break;
		if (!best || standing(graph, one.edge) < standing(graph, best.edge)) best = one;
	}
	return best;
}

function standing(graph: RoadGraph, edge: number): number {
	return graph.edgeClass[edge] + (graph.edgeFlags[edge] & EDGE.DRIVE ? 0 : ROAD_CLASSES.length);
}

function describe(graph: RoadGraph, { edge, measure, distanceM }: NearEdge, isClosed: boolean): NearestRoad {
	return {
		...controlledRoad(graph, edge, measure),
		name: graph.edgeName[edge] < 0 ? null : graph.names[graph.edgeName[edge]],
		roadClass: ROAD_CLASSES[graph.edgeClass[edge]],
		bridge: (graph.edgeFlags[edge] & EDGE.BRIDGE) !== 0,
		tunnel: (graph.edgeFlags[edge] & EDGE.TUNNEL) !== 0,
		distanceM,
		isClosed
	};
}

function hasWay(graph: RoadGraph, way: number): boolean {
	return graph.edgeWay.includes(way);
}
