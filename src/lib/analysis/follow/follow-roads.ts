import type { FollowAsk, FollowedLine } from '../../domain/findings/followed-line.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { appendLine, gridLengthM, lastMeasure, lengthBetweenM } from '../../network/edge-line.ts';
import { nearEdges, type NearEdge } from '../../network/near-edges.ts';
import { EDGE } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import { bestWay, type Foothold } from './best-way.ts';
import { joinedEnds, straightLine } from './joined-ends.ts';

/** How far a place may lie from the road that is meant. */
const REACH_M = 250;
/** A metre for feet alone counts more than one of street, so that streets are kept to. */
const FOOT_WEIGHT = 1.6;

/**
 * The shortest way along streets between two places, whatever the signs say; paths for feet are taken where they
 * save much. A place is meant on the road nearest to it, within 250 m, where the way begins and ends; where none is near, or no
 * way leads across, the line is straight.
 */
export function followRoads(
	roads: Roads,
	from: LngLat,
	to: LngLat,
	onLine?: FollowAsk['onLine']
): FollowedLine {
	const { graph } = roads;
	const a = nearest(roads, from);
	const b = nearest(roads, to);
	if (!a || !b) return straightLine(from, to);
	const last = lastMeasure(graph, b.edge);
	const weigh = (edge: number): number => (graph.edgeFlags[edge] & EDGE.DRIVE ? 1 : FOOT_WEIGHT);
	const between = (edge: number, s: number, e: number): number =>
		weigh(edge) * lengthBetweenM(graph, edge, Math.min(s, e), Math.max(s, e));
	const footholds = ({ edge, measure }: NearEdge, end: number): Foothold[] => [
		{ node: graph.edgeFrom[edge], cost: between(edge, 0, measure) },
		{ node: graph.edgeTo[edge], cost: between(edge, measure, end) }
	];
	const goalX = to[0] * GRID_PER_DEG;
	const goalY = to[1] * GRID_PER_DEG;
	const direct = a.edge === b.edge ? between(a.edge, a.measure, b.measure) : Infinity;
	const way = bestWay(
		{
			nodeCount: graph.nodeCount,
			onward(node, visit) {
				for (let i = graph.adjacentStart[node]; i < graph.adjacentStart[node + 1]; i++) {
					const direction = graph.adjacent[i];
					const edge = direction >>> 1;
					const next = direction & 1 ? graph.edgeFrom[edge] : graph.edgeTo[edge];
					visit(next, weigh(edge) * graph.edgeLengthM[edge], direction);
				}
			},
			// the place itself may lie off the road, and lengths of edges are rounded
			leastCost: (node) =>
				Math.max(
					0,
					0.999 * (gridLengthM(graph.nodeLng[node], graph.nodeLat[node], goalX, goalY) - b.distanceM)
				)
		},
		footholds(a, lastMeasure(graph, a.edge)),
		footholds(b, last),
		direct
	);
	const line: LngLat[] = [];
	if (!way) {
		if (direct === Infinity) return straightLine(from, to);
		appendLine(line, graph, a.edge, a.measure, b.measure);
		return joinedEnds(from, line, to, onLine);
	}
	const isFrom = (edge: number, node: number, otherwise: boolean): boolean =>
		graph.edgeFrom[edge] === graph.edgeTo[edge] ? otherwise : graph.edgeFrom[edge] === node;
	const aLast = lastMeasure(graph, a.edge);
	appendLine(line, graph, a.edge, a.measure, isFrom(a.edge, way.start, 2 * a.measure < aLast) ? 0 : aLast);
	for (const direction of way.marks) {
		const edge = direction >>> 1;
		const end = lastMeasure(graph, edge);
		appendLine(line, graph, edge, direction & 1 ? end : 0, direction & 1 ? 0 : end);
	}
	appendLine(line, graph, b.edge, isFrom(b.edge, way.end, 2 * b.measure < last) ? 0 : last, b.measure);
	return joinedEnds(from, line, to, onLine);
}

function nearest(roads: Roads, [lng, lat]: LngLat): NearEdge | undefined {
	const { edgeFlags } = roads.graph;
	const near = nearEdges(roads, lng * GRID_PER_DEG, lat * GRID_PER_DEG, REACH_M);
	const first = near[0];
	// a street is meant before the path beside it
	const street = near.find(({ edge }) => edgeFlags[edge] & EDGE.DRIVE);
	return street && first && street.distanceM < first.distanceM + 8 ? street : first;
}
