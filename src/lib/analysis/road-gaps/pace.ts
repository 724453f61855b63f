import { lengthBetweenM } from '../../network/edge-line.ts';
import type { RoadGraph } from '../../network/road-graph.ts';
import type { RoutePiece } from './route-pieces.ts';

const M_PER_S = 1 / 3.6;

/** Seconds a car takes along `pieces` at the speeds of the roads. */
export function durationS(graph: RoadGraph, pieces: readonly RoutePiece[]): number {
	let seconds = 0;
	for (const { edge, from, to } of pieces) {
		const metres = lengthBetweenM(graph, edge, Math.min(from, to), Math.max(from, to));
		seconds += metres / (Math.max(1, graph.edgeSpeedKmh[edge]) * M_PER_S);
	}
	return seconds;
}
