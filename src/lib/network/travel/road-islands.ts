import type { RoadGraph } from '../road-graph.ts';

/**
 * Per edge the metres of road joined to it, whatever their direction; 0 where both directions are closed.
 *
 * Tells a street from the lanes of a car park whose exit the map lacks. Union by halving paths
 * (Tarjan and van Leeuwen 1984).
 */
export function roadIslands(graph: RoadGraph, seconds: ArrayLike<number>): Float64Array {
	const { nodeCount, edgeCount, edgeFrom, edgeTo, edgeLengthM } = graph;
	const parent = new Int32Array(nodeCount).map((_, v) => v);
	const isOpen = (e: number): boolean => seconds[2 * e] < Infinity || seconds[2 * e + 1] < Infinity;
	for (let e = 0; e < edgeCount; e++) if (isOpen(e)) parent[rootOf(edgeFrom[e])] = rootOf(edgeTo[e]);

	const metres = new Float64Array(nodeCount);
	for (let e = 0; e < edgeCount; e++) if (isOpen(e)) metres[rootOf(edgeFrom[e])] += edgeLengthM[e];
	const islandM = new Float64Array(edgeCount);
	for (let e = 0; e < edgeCount; e++) if (isOpen(e)) islandM[e] = metres[rootOf(edgeFrom[e])];
	return islandM;

	function rootOf(node: number): number {
		while (parent[node] !== node) node = parent[node] = parent[parent[node]];
		return node;
	}
}
