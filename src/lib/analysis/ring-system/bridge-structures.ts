import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { localPlane } from '../../geo/local-plane.ts';
import { EDGE, type RoadGraph } from '../../network/road-graph.ts';
import { JoinedNodes } from './joined-nodes.ts';

/** Carriageways of one name and class that come as near to each other are one bridge. */
const TWIN_M = 40;

/**
 * Bridges among `edges`: groups of bridge edges that share a node, or bear the same name and lie side by
 * side within 40 m. Each group in ascending order, groups by their first edge.
 */
export function bridgeStructures(graph: RoadGraph, edges: Iterable<number>): number[][] {
	const spans = [...edges].filter((edge) => graph.edgeFlags[edge] & EDGE.BRIDGE).sort((a, b) => a - b);
	const joined = new JoinedNodes(spans.length);
	const spanAt = new Map<number, number>();
	spans.forEach((edge, i) => {
		for (const node of [graph.edgeFrom[edge], graph.edgeTo[edge]]) {
			const known = spanAt.get(node);
			if (known === undefined) spanAt.set(node, i);
			else joined.join(known, i);
		}
	});
	const byName = new Map<number, number[]>();
	spans.forEach((edge, i) => {
		const name = graph.edgeName[edge];
		if (name < 0) return;
		for (const other of byName.get(name) ?? []) {
			if (joined.rootOf(i) !== joined.rootOf(other) && liesBeside(graph, edge, spans[other]))
				joined.join(i, other);
		}
		const known = byName.get(name);
		if (known) known.push(i);
		else byName.set(name, [i]);
	});
	const groups = new Map<number, number[]>();
	spans.forEach((edge, i) => {
		const root = joined.rootOf(i);
		const known = groups.get(root);
		if (known) known.push(edge);
		else groups.set(root, [edge]);
	});
	return [...groups.values()];
}

function liesBeside(graph: RoadGraph, a: number, b: number): boolean {
	const { shapeStart, shapeLng, shapeLat } = graph;
	const plane = localPlane([0, shapeLat[shapeStart[a]] / GRID_PER_DEG]);
	for (let i = shapeStart[a]; i < shapeStart[a + 1]; i++) {
		for (let j = shapeStart[b]; j < shapeStart[b + 1]; j++) {
			const east = ((shapeLng[i] - shapeLng[j]) / GRID_PER_DEG) * plane.metresPerLng;
			const north = ((shapeLat[i] - shapeLat[j]) / GRID_PER_DEG) * plane.metresPerLat;
			if (east * east + north * north <= TWIN_M * TWIN_M) return true;
		}
	}
	return false;
}
