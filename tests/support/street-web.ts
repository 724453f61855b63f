import { buildIncidence } from '../../src/lib/network/incidence.ts';
import type { Network } from '../../src/lib/network/network.ts';

/** A network with the length of each edge. */
export interface StreetWeb {
	readonly network: Network;
	readonly lengthM: Float64Array;
}

/** The network of `edges`: node, node, length. */
export function streetWeb(edges: readonly (readonly [number, number, number])[]): StreetWeb {
	const edgeFrom = Uint32Array.from(edges, ([a]) => a);
	const edgeTo = Uint32Array.from(edges, ([, b]) => b);
	const nodeCount = Math.max(-1, ...edgeFrom, ...edgeTo) + 1;
	return {
		network: { nodeCount, edgeFrom, edgeTo, ...buildIncidence(nodeCount, edgeFrom, edgeTo) },
		lengthM: Float64Array.from(edges, ([, , length]) => length)
	};
}

/** A connected web of `nodes` nodes with `extra` edges beyond a tree; loops and double edges happen. */
export function randomWeb(nodes: number, extra: number, random: () => number): StreetWeb {
	const edges: [number, number, number][] = [];
	const lengthM = (): number => 1 + Math.floor(random() * 400);
	for (let v = 1; v < nodes; v++) edges.push([Math.floor(random() * v), v, lengthM()]);
	for (let i = 0; i < extra; i++) {
		edges.push([Math.floor(random() * nodes), Math.floor(random() * nodes), lengthM()]);
	}
	return streetWeb(edges);
}

/** The answer of steps that yield now and then. */
export function finished<T>(steps: Iterator<unknown, T>): T {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}
