import type { PatrolRound } from '../../domain/findings/patrol.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { appendLine, lastMeasure } from '../../network/edge-line.ts';
import type { PostmanTour } from '../../network/postman/postman-tour.ts';
import { EDGE, type RoadGraph } from '../../network/road-graph.ts';
import type { SubNetwork } from '../../network/sub-network.ts';

/**
 * A walk as a round of a car at `speedKmh`: its line and figures, driven in the sense that goes less
 * against one-way signs. An empty walk is an empty line.
 */
export function patrolRound(
	graph: RoadGraph,
	network: SubNetwork,
	tour: PostmanTour,
	speedKmh: number
): PatrolRound {
	if (!(speedKmh > 0)) throw new RangeError(`a speed of ${speedKmh} km/h, wanted more than 0`);
	const n = tour.directions.length;
	let directions = Array.from(tour.directions, (d) => (network.edgeOf[d >> 1] << 1) | (d & 1));
	let isDeadhead = Array.from(tour.isDeadhead);
	const back = directions.map((d) => d ^ 1).reverse();
	let againstM = metresAgainst(graph, directions);
	if (metresAgainst(graph, back) < againstM) {
		directions = back;
		isDeadhead = isDeadhead.reverse();
		againstM = metresAgainst(graph, directions);
	}

	const line: LngLat[] = [];
	const deadhead: LngLat[][] = [];
	let lengthM = 0;
	let deadheadM = 0;
	let streets = 0;
	for (let i = 0; i < n; i++) {
		const edge = directions[i] >> 1;
		lengthM += graph.edgeLengthM[edge];
		appendDirection(line, graph, directions[i]);
		if (!isDeadhead[i]) {
			streets++;
			continue;
		}
		deadheadM += graph.edgeLengthM[edge];
		if (i === 0 || !isDeadhead[i - 1]) deadhead.push([]);
		appendDirection(deadhead[deadhead.length - 1], graph, directions[i]);
	}
	return {
		line,
		deadhead,
		streets,
		streetsM: lengthM - deadheadM,
		lengthM,
		deadheadM,
		againstM,
		durationS: lengthM / (speedKmh / 3.6)
	};
}

function appendDirection(line: LngLat[], graph: RoadGraph, direction: number): void {
	const edge = direction >> 1;
	const last = lastMeasure(graph, edge);
	appendLine(line, graph, edge, direction & 1 ? last : 0, direction & 1 ? 0 : last);
}

function metresAgainst(graph: RoadGraph, directions: readonly number[]): number {
	let metres = 0;
	for (const direction of directions) {
		const wanted = direction & 1 ? EDGE.BACKWARD : EDGE.FORWARD;
		if (!(graph.edgeFlags[direction >> 1] & wanted)) metres += graph.edgeLengthM[direction >> 1];
	}
	return metres;
}
