import { buildIncidence } from './incidence.ts';
import type { Network } from './network.ts';

/** Some edges of a network with the nodes they need, numbered anew. */
export interface SubNetwork extends Network {
	/** The edge of the whole network that each edge is. */
	readonly edgeOf: Uint32Array;
	/** The node of the whole network that each node is. */
	readonly nodeOf: Uint32Array;
}

/**
 * The network of `edges` alone, which keep their order and their sense; nodes are numbered as the edges
 * first name them. Throws a `RangeError` where an edge is none of `whole`.
 */
export function subNetwork(whole: Network, edges: ArrayLike<number>): SubNetwork {
	const localOf = new Map<number, number>();
	const nodes: number[] = [];
	const local = (node: number): number => {
		let known = localOf.get(node);
		if (known === undefined) localOf.set(node, (known = nodes.push(node) - 1));
		return known;
	};
	const edgeFrom = new Uint32Array(edges.length);
	const edgeTo = new Uint32Array(edges.length);
	for (let e = 0; e < edges.length; e++) {
		if (!(edges[e] < whole.edgeFrom.length)) {
			throw new RangeError(`edge ${edges[e]}, wanted one below ${whole.edgeFrom.length}`);
		}
		edgeFrom[e] = local(whole.edgeFrom[edges[e]]);
		edgeTo[e] = local(whole.edgeTo[edges[e]]);
	}
	return {
		nodeCount: nodes.length,
		edgeFrom,
		edgeTo,
		...buildIncidence(nodes.length, edgeFrom, edgeTo),
		edgeOf: Uint32Array.from(edges),
		nodeOf: Uint32Array.from(nodes)
	};
}
