import type { Network } from '../network.ts';
import { shortestPaths, wayTo, type ShortestPaths } from '../shortest-paths.ts';

/** Shortest ways between the nodes of a network whose edges are as long both ways; searched once per node. */
export class WayTable {
	readonly cost: Float64Array;
	private readonly rows = new Map<number, ShortestPaths>();

	/** `edgeCost` per edge, zero or more. */
	constructor(
		readonly network: Network,
		readonly edgeCost: Float64Array
	) {
		if (edgeCost.length !== network.edgeFrom.length) {
			throw new RangeError(`costs of ${edgeCost.length} edges, wanted ${network.edgeFrom.length}`);
		}
		this.cost = Float64Array.from({ length: 2 * edgeCost.length }, (_, d) => edgeCost[d >> 1]);
	}

	/** What the way from `node` to every other costs; Infinity where none leads. */
	costsFrom(node: number): Float64Array {
		return this.row(node).cost;
	}

	/** The directions of the shortest way between two nodes. Throws a `RangeError` where none leads. */
	way(from: number, to: number): number[] {
		const way = wayTo(this.network, this.row(from), to);
		if (!way) throw new RangeError(`no way from node ${from} to node ${to}`);
		return way;
	}

	private row(node: number): ShortestPaths {
		let known = this.rows.get(node);
		if (!known) this.rows.set(node, (known = shortestPaths(this.network, this.cost, [node])));
		return known;
	}
}
