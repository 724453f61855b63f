import { buildIncidence } from '../../network/incidence.ts';
import { headOf, type Network } from '../../network/network.ts';
import { NODE, type TravelMode } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import { roadFlags } from '../../network/travel-mode.ts';
import type { Closures } from './closures.ts';
import type { RingGround } from './ring-ground.ts';

/** What the search for depth walks on: the road graph, or the same drawn together. */
export interface DepthField {
	readonly network: Network;
	/** Edge of the graph for each edge of the field; null where they are the same. */
	readonly graphEdge: Uint32Array | null;
	/** Edge of the field for each edge of the graph, or -1; null where they are the same. */
	readonly edgeAt: Int32Array | null;
	/** Node of the field for each node of the graph; null where they are the same. */
	readonly nodeAt: Uint32Array | null;
}

/** How many nodes a detour round a closed road may take to be found. */
const DETOUR_NODES = 600;

/**
 * The roads between the grounds of rings drawn together: nodes joined by any road that is not on the
 * ground of a ring become one, since nobody is met on the way. Right as long as `isWhole` says so.
 */
export class DrawnTogether implements DepthField {
	readonly network: Network;
	readonly graphEdge: Uint32Array;
	readonly edgeAt: Int32Array;
	readonly nodeAt: Uint32Array;
	private readonly wanted: number;

	constructor(
		private readonly roads: Roads,
		readonly grounds: readonly RingGround[],
		readonly mode: TravelMode,
		readonly removed: ReadonlySet<number>
	) {
		const { graph } = roads;
		this.wanted = roadFlags(mode);
		this.edgeAt = new Int32Array(graph.edgeCount).fill(-1);
		const isOnGround = new Uint8Array(graph.edgeCount);
		for (const ground of grounds) for (const edge of ground.stretchesOfEdge.keys()) isOnGround[edge] = 1;

		const parent = Uint32Array.from({ length: graph.nodeCount }, (_, v) => v);
		const between: number[] = [];
		for (let e = 0; e < graph.edgeCount; e++) {
			// a road that ends at a locked gate may still lead out at its other end
			if (isOnGround[e] && graph.edgeFlags[e] & this.wanted) between.push(e);
			else if (this.isRoad(e)) parent[rootOf(parent, graph.edgeFrom[e])] = rootOf(parent, graph.edgeTo[e]);
		}
		const number = new Int32Array(graph.nodeCount).fill(-1);
		let nodeCount = 0;
		this.nodeAt = Uint32Array.from(parent, (_, v) => {
			const root = rootOf(parent, v);
			if (number[root] < 0) number[root] = nodeCount++;
			return number[root];
		});
		this.graphEdge = Uint32Array.from(between);
		const edgeFrom = this.graphEdge.map((e) => this.nodeAt[graph.edgeFrom[e]]);
		const edgeTo = this.graphEdge.map((e) => this.nodeAt[graph.edgeTo[e]]);
		between.forEach((e, k) => (this.edgeAt[e] = k));
		this.network = { nodeCount, edgeFrom, edgeTo, ...buildIncidence(nodeCount, edgeFrom, edgeTo) };
	}

	/** Whether round every closed road off the grounds there is a short open detour, so that all still hangs together. */
	isWhole(closures: Closures): boolean {
		for (const edge of closures.byEdge.keys()) {
			if (this.edgeAt[edge] < 0 && this.isRoad(edge) && !this.hasDetour(edge, closures)) return false;
		}
		return true;
	}

	private hasDetour(edge: number, closures: Closures): boolean {
		const { graph } = this.roads;
		const goal = graph.edgeTo[edge];
		const seen = new Set<number>([graph.edgeFrom[edge]]);
		for (const node of seen) {
			if (node === goal) return true;
			if (seen.size > DETOUR_NODES) return false;
			for (let i = graph.adjacentStart[node]; i < graph.adjacentStart[node + 1]; i++) {
				const direction = graph.adjacent[i];
				const other = direction >>> 1;
				if (this.edgeAt[other] >= 0 || closures.byEdge.has(other) || !this.isRoad(other)) continue;
				seen.add(headOf(graph, direction));
			}
		}
		return false;
	}

	private isRoad(edge: number): boolean {
		const { graph } = this.roads;
		if (!(graph.edgeFlags[edge] & this.wanted) || this.removed.has(edge)) return false;
		return !((graph.nodeFlags[graph.edgeFrom[edge]] | graph.nodeFlags[graph.edgeTo[edge]]) & NODE.LOCKED);
	}
}

function rootOf(parent: Uint32Array, v: number): number {
	let root = v;
	while (parent[root] !== root) root = parent[root] = parent[parent[root]];
	return root;
}
