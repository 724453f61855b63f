import { lastMeasure, lengthBetweenM } from '../../network/edge-line.ts';
import type { TravelNetwork } from '../../network/travel/travel-network.ts';
import { turnTimeS } from '../../network/travel/turn-time.ts';
import type { RoutePiece } from './route-pieces.ts';

/**
 * Seconds a car takes along `pieces` by the model of `travel`, delays at junctions and of turns included.
 * It may go where that car may not: against a one-way sign at the speed of the other way, over a forbidden
 * turn at the delay of a turn across.
 */
export function durationS(travel: TravelNetwork, pieces: readonly RoutePiece[]): number {
	let seconds = 0;
	pieces.forEach((piece, i) => {
		seconds += alongS(travel, piece);
		const next = pieces[i + 1] as RoutePiece | undefined;
		if (next) seconds += turnS(travel, piece, next);
	});
	return seconds;
}

function alongS(travel: TravelNetwork, { edge, from, to }: RoutePiece): number {
	const { graph } = travel.roads;
	const metres = lengthBetweenM(graph, edge, Math.min(from, to), Math.max(from, to));
	const direction = directionOf({ edge, from, to });
	const wholeS = Math.min(travel.seconds[direction], travel.seconds[direction ^ 1]);
	const ownS = Number.isFinite(travel.seconds[direction]) ? travel.seconds[direction] : wholeS;
	if (Number.isFinite(ownS) && graph.edgeLengthM[edge] > 0) return (ownS * metres) / graph.edgeLengthM[edge];
	return (metres * 3.6) / Math.max(1, graph.edgeSpeedKmh[edge] * travel.model.speedFactor);
}

function turnS(travel: TravelNetwork, piece: RoutePiece, next: RoutePiece): number {
	const { graph } = travel.roads;
	const direction = directionOf(piece);
	const isAtEnd = piece.to === (direction & 1 ? 0 : lastMeasure(graph, piece.edge));
	// the two are one road that was cut in mid-edge
	if (!isAtEnd) return 0;
	const seconds = turnTimeS(travel, direction, directionOf(next));
	if (Number.isFinite(seconds)) return seconds;
	const { turnRoundS, junctionDelayS, turnAcrossS } = travel.model;
	return piece.edge === next.edge ? turnRoundS : junctionDelayS + turnAcrossS;
}

function directionOf({ edge, from, to }: RoutePiece): number {
	return 2 * edge + (to < from ? 1 : 0);
}
