import { headOf, tailOf, type Network } from './network.ts';

/** A greatest flow and what it leaves. */
export interface Flow {
	readonly value: number;
	/** What could still go along each direction; the same array that was handed in. */
	readonly residual: Float64Array;
}

/**
 * A greatest flow from `source` to `sink`.
 *
 * `residual` holds the capacity of each direction (length twice the number of edges; a two-way road
 * has the same number in both) and is used up. Capacities are integers whose sum stays below 2^53, so
 * every step is exact. Throws a `RangeError` where source and sink are one node.
 *
 * Blocking flows along shortest paths, without recursion (Dinic 1970).
 */
export function maxFlow(network: Network, residual: Float64Array, source: number, sink: number): Flow {
	if (source === sink) throw new RangeError(`source and sink are both node ${source}, wanted two nodes`);

	const { nodeCount, adjacentStart, adjacent } = network;
	const level = new Int32Array(nodeCount);
	const queue = new Int32Array(nodeCount);
	const next = new Uint32Array(nodeCount);
	const path = new Uint32Array(nodeCount);
	let value = 0;

	while (layersToSink(network, residual, source, sink, level, queue)) {
		next.set(adjacentStart.subarray(0, nodeCount));
		let depth = 0;
		let node = source;
		for (;;) {
			if (node === sink) {
				let least = Infinity;
				for (let i = 0; i < depth; i++) least = Math.min(least, residual[path[i]]);
				let spent = 0;
				for (let i = depth - 1; i >= 0; i--) {
					residual[path[i]] -= least;
					residual[path[i] ^ 1] += least;
					if (residual[path[i]] === 0) spent = i;
				}
				value += least;
				node = tailOf(network, path[spent]);
				depth = spent;
				continue;
			}
			const end = adjacentStart[node + 1];
			let i = next[node];
			for (; i < end; i++) {
				const direction = adjacent[i];
				if (residual[direction] > 0 && level[headOf(network, direction)] === level[node] - 1) break;
			}
			next[node] = i;
			if (i < end) {
				path[depth++] = adjacent[i];
				node = headOf(network, adjacent[i]);
			} else {
				level[node] = -1; // a dead end for the rest of this phase
				if (depth === 0) break;
				node = tailOf(network, path[--depth]);
			}
		}
	}
	return { value, residual };
}

/** Fills `level` with steps to the sink, -1 where none lead there; whether the source has one. */
function layersToSink(
	network: Network,
	residual: Float64Array,
	source: number,
	sink: number,
	level: Int32Array,
	queue: Int32Array
): boolean {
	level.fill(-1);
	level[sink] = 0;
	queue[0] = sink;
	let filled = 1;
	for (let read = 0; read < filled && level[source] < 0; read++) {
		const node = queue[read];
		for (let i = network.adjacentStart[node]; i < network.adjacentStart[node + 1]; i++) {
			const away = network.adjacent[i];
			const from = headOf(network, away);
			if (level[from] < 0 && residual[away ^ 1] > 0) {
				level[from] = level[node] + 1;
				queue[filled++] = from;
			}
		}
	}
	return level[source] >= 0;
}
