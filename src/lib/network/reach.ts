import { headOf, type Network } from './network.ts';

/**
 * Which nodes can be reached from any of `starts` along directions whose entry in `open` is above
 * zero; 1 where they can. With `against` the directions are taken from their heads: the nodes from
 * which a start can be reached.
 */
export function reach(
	network: Network,
	open: ArrayLike<number>,
	starts: Iterable<number>,
	against = false
): Uint8Array {
	const seen = new Uint8Array(network.nodeCount);
	const stack = new Uint32Array(network.nodeCount);
	const turn = against ? 1 : 0;
	let height = 0;
	for (const start of starts) {
		if (seen[start]) continue;
		seen[start] = 1;
		stack[height++] = start;
	}
	while (height > 0) {
		const node = stack[--height];
		for (let i = network.adjacentStart[node]; i < network.adjacentStart[node + 1]; i++) {
			const direction = network.adjacent[i];
			if (!(open[direction ^ turn] > 0)) continue;
			const next = headOf(network, direction);
			if (seen[next]) continue;
			seen[next] = 1;
			stack[height++] = next;
		}
	}
	return seen;
}
