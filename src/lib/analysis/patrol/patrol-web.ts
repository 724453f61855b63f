import { NodeSets } from '../../network/node-sets.ts';
import { WayTable } from '../../network/postman/way-table.ts';
import type { Roads } from '../../network/roads.ts';
import { subNetwork, type SubNetwork } from '../../network/sub-network.ts';
import { isPatrolRoad } from './streets-within.ts';

/** How far beyond the streets wanted a car may go to get from one to another. */
const AROUND_M = 800;
const GRID_PER_M = 1e7 / 111_000;

/** Streets to be driven and the roads about them, ready for a tour. */
export interface PatrolWeb {
	readonly network: SubNetwork;
	readonly ways: WayTable;
	/** Streets to be driven, as edges of `network`, all reached from one another. */
	readonly streets: readonly number[];
	/** Streets that are not, as edges of the graph. */
	readonly leftOut: readonly number[];
}

/**
 * Gathers the roads within 800 m of the box of `streets` (edges of the graph), one-way signs not looked
 * at. Where they fall into parts, the part with the greatest length of streets is kept.
 */
export function patrolWeb(roads: Roads, streets: ArrayLike<number>): PatrolWeb {
	const { graph } = roads;
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (let k = 0; k < streets.length; k++) {
		for (let i = graph.shapeStart[streets[k]]; i < graph.shapeStart[streets[k] + 1]; i++) {
			west = Math.min(west, graph.shapeLng[i]);
			east = Math.max(east, graph.shapeLng[i]);
			south = Math.min(south, graph.shapeLat[i]);
			north = Math.max(north, graph.shapeLat[i]);
		}
	}
	const aroundY = AROUND_M * GRID_PER_M;
	const aroundX = aroundY / Math.cos(((south + north) / 2 / 1e7) * (Math.PI / 180));
	const found =
		streets.length === 0
			? []
			: (roads.segments?.search(west - aroundX, south - aroundY, east + aroundX, north + aroundY) ?? []);
	const near = [...new Set(found.map((s) => roads.segmentEdge[s]))]
		.filter((e) => isPatrolRoad(graph.edgeFlags[e]))
		.sort((a, b) => a - b);

	const whole = subNetwork(graph, near);
	const sets = new NodeSets(whole.nodeCount);
	for (let e = 0; e < near.length; e++) sets.join(whole.edgeFrom[e], whole.edgeTo[e]);
	const isWanted = new Set(Array.from(streets));
	const lengthOf = new Map<number, number>();
	near.forEach((edge, e) => {
		if (!isWanted.has(edge)) return;
		const part = sets.find(whole.edgeFrom[e]);
		lengthOf.set(part, (lengthOf.get(part) ?? 0) + graph.edgeLengthM[edge]);
	});
	let kept = -1;
	for (const [part, lengthM] of lengthOf) if (kept < 0 || lengthM > (lengthOf.get(kept) ?? 0)) kept = part;

	const isKept = near.map((_, e) => sets.find(whole.edgeFrom[e]) === kept);
	const network = subNetwork(
		graph,
		near.filter((_, e) => isKept[e])
	);
	const ways = new WayTable(
		network,
		Float64Array.from(network.edgeOf, (edge) => graph.edgeLengthM[edge])
	);
	return {
		network,
		ways,
		streets: [...network.edgeOf.keys()].filter((e) => isWanted.has(network.edgeOf[e])),
		leftOut: near.filter((edge, e) => isWanted.has(edge) && !isKept[e])
	};
}
