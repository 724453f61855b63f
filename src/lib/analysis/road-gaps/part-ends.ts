import { lastMeasure } from '../../network/edge-line.ts';
import type { RoadGraph } from '../../network/road-graph.ts';
import type { EdgePart } from './join-stretches.ts';

/**
 * Which of `parts` lie at nodes: by direction away from a node the end that lies there, or -1. Part k
 * starts at end 2k and ends at end 2k + 1.
 */
export function endsAtNodes(graph: RoadGraph, parts: readonly EdgePart[]): Int32Array {
	const endAt = new Int32Array(2 * graph.edgeCount).fill(-1);
	for (let k = 0; k < parts.length; k++) {
		const { edge, from, to } = parts[k];
		if (from === 0) endAt[2 * edge] = 2 * k;
		if (to === lastMeasure(graph, edge)) endAt[2 * edge + 1] = 2 * k + 1;
	}
	return endAt;
}
