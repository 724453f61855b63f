import { headOf, type Network } from '../network.ts';

/**
 * A closed walk that takes every edge `copies[e]` times, as directions in order of travel from `start`.
 *
 * Every node must have an even number of copies at it and all copies must hang together with `start`;
 * a `RangeError` says where not. Turning back on the spot is put off while another edge is left. Copies
 * of an edge are driven in either sense (Hierholzer 1873).
 */
export function eulerCircuit(network: Network, copies: ArrayLike<number>, start: number): number[] {
	const left = Int32Array.from(copies);
	let total = 0;
	for (let e = 0; e < left.length; e++) total += left[e];
	const degree = new Int32Array(network.nodeCount);
	for (let e = 0; e < left.length; e++) {
		degree[network.edgeFrom[e]] += left[e];
		degree[network.edgeTo[e]] += left[e];
	}
	const odd = degree.findIndex((count) => count % 2 !== 0);
	if (odd >= 0) throw new RangeError(`node ${odd} has ${degree[odd]} edges, wanted an even number`);

	const circuit: number[] = [];
	const stack: { node: number; by: number }[] = [{ node: start, by: -1 }];
	while (stack.length > 0) {
		const { node, by } = stack[stack.length - 1];
		const next = leastTurned(network, left, node, by);
		if (next < 0) {
			stack.pop();
			if (by >= 0) circuit.push(by);
			continue;
		}
		left[next >> 1]--;
		stack.push({ node: headOf(network, next), by: next });
	}
	if (circuit.length !== total) {
		throw new RangeError(`${circuit.length} of ${total} edges hang together with node ${start}`);
	}
	return circuit.reverse();
}

/** The first direction with a copy left that does not turn back, else the way back, else -1. */
function leastTurned(network: Network, left: Int32Array, node: number, by: number): number {
	let back = -1;
	for (let i = network.adjacentStart[node]; i < network.adjacentStart[node + 1]; i++) {
		const direction = network.adjacent[i];
		if (left[direction >> 1] === 0) continue;
		if (by < 0 || direction >> 1 !== by >> 1) return direction;
		back = direction;
	}
	return back;
}
