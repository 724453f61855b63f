import FlatQueue from 'flatqueue';
import type { LngLat } from '../../../src/lib/geo/coordinates.ts';
import { localPlane, toPlane } from '../../../src/lib/geo/local-plane.ts';
import { EDGE, ROAD_CLASSES, type RoadClass, type RoadGraph } from '../../../src/lib/network/road-graph.ts';

/** How much longer than it is a stretch of road counts: a planner's line keeps to main roads. */
const WEIGHT: Partial<Record<RoadClass, number>> = {
	motorway: 1,
	trunk: 1,
	primary: 1,
	secondary: 1.1,
	tertiary: 1.4,
	unclassified: 3,
	residential: 3,
	living_street: 5
};
const OTHER_WEIGHT = 12;

/** The line along main roads through `stops` in turn; each stop is taken to the nearest main junction. */
export function walkRoads(graph: RoadGraph, stops: readonly LngLat[]): LngLat[] {
	const nodes = stops.map((stop) => nearestMainNode(graph, stop));
	const line: LngLat[] = [];
	for (let i = 0; i + 1 < nodes.length; i++) {
		const leg = shortestWalk(graph, nodes[i] as number, nodes[i + 1] as number);
		line.push(...(i === 0 ? leg : leg.slice(1)));
	}
	return line;
}

function nearestMainNode(graph: RoadGraph, stop: LngLat): number {
	const plane = localPlane(stop);
	let best = -1;
	let bestM = Infinity;
	for (let v = 0; v < graph.nodeCount; v++) {
		if (!isOnMainRoad(graph, v)) continue;
		const { x, y } = toPlane(plane, [graph.nodeLng[v] / 1e7, graph.nodeLat[v] / 1e7]);
		const distanceM = Math.hypot(x, y);
		if (distanceM < bestM) [best, bestM] = [v, distanceM];
	}
	return best;
}

function isOnMainRoad(graph: RoadGraph, node: number): boolean {
	for (let i = graph.adjacentStart[node]; i < graph.adjacentStart[node + 1]; i++) {
		const roadClass = ROAD_CLASSES[graph.edgeClass[graph.adjacent[i] >> 1]];
		if ((WEIGHT[roadClass] ?? OTHER_WEIGHT) < 2) return true;
	}
	return false;
}

/** Dijkstra over weighted lengths, one-way signs not looked at. */
function shortestWalk(graph: RoadGraph, from: number, to: number): LngLat[] {
	const cost = new Float64Array(graph.nodeCount).fill(Infinity);
	const arrived = new Int32Array(graph.nodeCount).fill(-1);
	const queue = new FlatQueue<number>();
	cost[from] = 0;
	queue.push(from, 0);
	for (let v = queue.pop(); v !== undefined && v !== to; v = queue.pop()) {
		for (let i = graph.adjacentStart[v]; i < graph.adjacentStart[v + 1]; i++) {
			const entry = graph.adjacent[i];
			const edge = entry >> 1;
			if ((graph.edgeFlags[edge] & EDGE.DRIVE) === 0) continue;
			const next = (entry & 1) === 0 ? graph.edgeTo[edge] : graph.edgeFrom[edge];
			const roadClass = ROAD_CLASSES[graph.edgeClass[edge]];
			const reached = cost[v] + graph.edgeLengthM[edge] * (WEIGHT[roadClass] ?? OTHER_WEIGHT);
			if (reached >= cost[next]) continue;
			cost[next] = reached;
			arrived[next] = entry;
			queue.push(next, reached);
		}
	}
	if (arrived[to] === -1 && to !== from) throw new RangeError(`no road from node ${from} to node ${to}`);

	const legs: LngLat[][] = [];
	for (let v = to; v !== from; ) {
		const entry = arrived[v];
		const edge = entry >> 1;
		const isReversed = (entry & 1) === 1;
		const shape = shapeOf(graph, edge);
		legs.push(isReversed ? shape.reverse() : shape);
		v = isReversed ? graph.edgeTo[edge] : graph.edgeFrom[edge];
	}
	return legs.reverse().flatMap((leg, i) => (i === 0 ? leg : leg.slice(1)));
}

function shapeOf(graph: RoadGraph, edge: number): LngLat[] {
	const shape: LngLat[] = [];
	for (let i = graph.shapeStart[edge]; i < graph.shapeStart[edge + 1]; i++) {
		shape.push([graph.shapeLng[i] / 1e7, graph.shapeLat[i] / 1e7]);
	}
	return shape;
}
