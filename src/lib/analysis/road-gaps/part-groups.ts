import { NODE, type RoadGraph } from '../../network/road-graph.ts';
import type { EdgePart } from './join-stretches.ts';

/** Nodes gone through between two steps. */
const NODES_A_STEP = 8192;

/**
 * Which of `parts` hang together: for each the first part of its group. Parts that end at one node do, whatever
 * roads they are of; not over a locked gate. Two ends of one part are one (disjoint sets, Tarjan 1975).
 */
export function* groupParts(
	graph: RoadGraph,
	parts: readonly EdgePart[],
	endAt: Int32Array
): Generator<void, Uint32Array> {
	const parent = Uint32Array.from({ length: parts.length }, (_, k) => k);
	const rootOf = (k: number): number => {
		let at = k;
		while (parent[at] !== at) {
			parent[at] = parent[parent[at]];
			at = parent[at];
		}
		return at;
	};
	for (let node = 0; node < graph.nodeCount; node++) {
		if (node % NODES_A_STEP === NODES_A_STEP - 1) yield;
		if (graph.nodeFlags[node] & NODE.LOCKED) continue;
		let first = -1;
		for (let i = graph.adjacentStart[node]; i < graph.adjacentStart[node + 1]; i++) {
			const end = endAt[graph.adjacent[i]];
			if (end < 0) continue;
			if (first < 0) {
				first = rootOf(end >> 1);
				continue;
			}
			const other = rootOf(end >> 1);
			// the least number stays the root, so that the order of edges alone settles it
			if (other < first) parent[first] = other;
			else parent[other] = first;
			first = Math.min(first, other);
		}
	}
	for (let k = 0; k < parts.length; k++) parent[k] = rootOf(k);
	return parent;
}
