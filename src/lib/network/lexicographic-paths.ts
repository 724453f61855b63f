import { headOf, type Network } from './network.ts';
import { PairQueue } from './pair-queue.ts';

/** Two costs of each edge, the same in both directions, and which directions may be taken. */
export interface PairCosts {
	/** Per edge: whole numbers, zero or more. Their sums are exact below 2^53, so that equal is equal. */
	readonly first: ArrayLike<number>;
	readonly second: ArrayLike<number>;
	/** Per direction: 1 where it is open. */
	readonly open: Uint8Array;
	/** Nodes with 1 are reached but not passed through; starts are always left. */
	readonly stopAt?: Uint8Array | undefined;
}

/** A node where ways begin, and what they have cost by then. */
export interface PairStart {
	readonly node: number;
	readonly first: number;
	readonly second: number;
}

/** Best ways from a set of nodes: of least first cost and, among those, of least second cost. */
export interface PairPaths {
	/** First cost per node; Infinity where no way leads. */
	readonly cost: Float64Array;
	readonly second: Float64Array;
	/** The last direction of the way to each node, or -1. */
	readonly via: Int32Array;
}

/** Nodes settled between two steps. */
const NODES_A_STEP = 2048;

/**
 * Ways of least cost by two costs in their order: a way is better where its first cost is less, or the
 * same and its second less. No mixing of the two: no length makes up for a metre of the first. Ties are
 * settled by the order of the edges. O(m log n) (Dijkstra 1959, over the ordered monoid of pairs). Yields
 * after every few milliseconds of work.
 */
export function* lexicographicPaths(
	network: Network,
	{ first, second, open, stopAt }: PairCosts,
	starts: readonly PairStart[]
): Generator<void, PairPaths> {
	const bestFirst = new Float64Array(network.nodeCount).fill(Infinity);
	const bestSecond = new Float64Array(network.nodeCount).fill(Infinity);
	const via = new Int32Array(network.nodeCount).fill(-1);
	const isStart = new Uint8Array(network.nodeCount);
	const queue = new PairQueue();

	const improve = (node: number, a: number, b: number, direction: number): void => {
		if (a > bestFirst[node] || (a === bestFirst[node] && !(b < bestSecond[node]))) return;
		bestFirst[node] = a;
		bestSecond[node] = b;
		via[node] = direction;
		queue.push(node, a, b);
	};
	for (const start of starts) {
		isStart[start.node] = 1;
		improve(start.node, start.first, start.second, -1);
	}

	let settled = 0;
	while (queue.length > 0) {
		const node = queue.pop();
		const { first: reached, second: reachedSecond } = queue;
		if (reached !== bestFirst[node] || reachedSecond !== bestSecond[node]) continue;
		if (++settled % NODES_A_STEP === 0) yield;
		if (stopAt?.[node] && !isStart[node]) continue;
		for (let i = network.adjacentStart[node]; i < network.adjacentStart[node + 1]; i++) {
			const direction = network.adjacent[i];
			if (!open[direction]) continue;
			const edge = direction >>> 1;
			improve(headOf(network, direction), reached + first[edge], reachedSecond + second[edge], direction);
		}
	}
	return { cost: bestFirst, second: bestSecond, via };
}
