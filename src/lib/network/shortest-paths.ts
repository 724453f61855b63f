import FlatQueue from 'flatqueue';
import { headOf, tailOf, type Network } from './network.ts';

/** Cheapest ways from (or, searched against, to) a set of nodes. */
export interface ShortestPaths {
	/** Cost per node; Infinity where no way leads. */
	readonly cost: Float64Array;
	/** The last direction of the way to each node (searched against: the first of the way from it), or -1. */
	readonly via: Int32Array;
}

export interface SearchOptions {
	/** Ways to the starts instead of from them. */
	against?: boolean;
	/** Nodes costlier than this are not settled. */
	limit?: number;
	/** Nodes with 1 are reached but not passed through; starts are always left. */
	stopAt?: Uint8Array;
	/** Cost that each start begins with, by place in `starts`; 0 where absent. */
	startCost?: ArrayLike<number>;
}

/**
 * Cheapest ways between `starts` and every other node.
 *
 * `cost` is per direction, so its length is twice the number of edges: zero or more, `Infinity` where
 * the direction is closed. Ties are settled by the order of the edges, so the answer is the same each
 * time. O(m log n) (Dijkstra 1959).
 */
export function shortestPaths(
	network: Network,
	cost: ArrayLike<number>,
	starts: ArrayLike<number>,
	options: SearchOptions = {}
): ShortestPaths {
	const { limit = Infinity, stopAt, startCost } = options;
	const turn = options.against ? 1 : 0;
	const best = new Float64Array(network.nodeCount).fill(Infinity);
	const via = new Int32Array(network.nodeCount).fill(-1);
	const isStart = new Uint8Array(network.nodeCount);
	const queue = new FlatQueue<number>();
	for (let i = 0; i < starts.length; i++) {
		const first = startCost ? startCost[i] : 0;
		isStart[starts[i]] = 1;
		if (first >= best[starts[i]] || first > limit) continue;
		best[starts[i]] = first;
		queue.push(starts[i], first);
	}

	while (queue.length > 0) {
		const reached = queue.peekValue() as number;
		const node = queue.pop() as number;
		if (reached > best[node]) continue;
		if (stopAt?.[node] && !isStart[node]) continue;
		for (let i = network.adjacentStart[node]; i < network.adjacentStart[node + 1]; i++) {
			const direction = network.adjacent[i];
			const total = reached + cost[direction ^ turn];
			const next = headOf(network, direction);
			if (!(total < best[next]) || total > limit) continue;
			best[next] = total;
			via[next] = direction ^ turn;
			queue.push(next, total);
		}
	}
	return { cost: best, via };
}

/**
 * The directions of the cheapest way between the starts and `node`, in the order of travel; empty at
 * a start, null where no way leads. `against` must be as in the search.
 */
export function wayTo(
	network: Network,
	paths: ShortestPaths,
	node: number,
	against = false
): number[] | null {
	if (paths.cost[node] === Infinity) return null;
	const directions: number[] = [];
	for (let at = node; paths.via[at] >= 0;) {
		const direction = paths.via[at];
		directions.push(direction);
		at = against ? headOf(network, direction) : tailOf(network, direction);
	}
	return against ? directions : directions.reverse();
}
