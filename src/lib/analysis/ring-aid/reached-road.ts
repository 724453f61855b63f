import type { RoadPlace } from '../../network/travel/road-place.ts';
import { partAlong } from '../../network/travel/road-place.ts';
import type { TravelNetwork } from '../../network/travel/travel-network.ts';
import { partDone, type TravelTimes } from '../../network/travel/travel-times.ts';

/**
 * How much of each direction is driven within `limitS` of the starts, 0 to 1 from its tail: the ground that
 * a response covers, with the last road of every way in part. Directions that begin on private ground count as any other.
 */
export function reachedParts(travel: TravelNetwork, times: TravelTimes, limitS: number): Float32Array {
	const directions = travel.seconds.length;
	const parts = new Float32Array(directions);
	for (let d = 0; d < directions; d++) {
		const beginS = Math.min(times.atS[d], times.atS[d + directions]);
		if (beginS > limitS) continue;
		parts[d] = travel.seconds[d] > 0 ? Math.min(1, (limitS - beginS) / travel.seconds[d]) : 1;
	}
	return parts;
}

/** Points every `stepM` or less of the road that is driven within `limitS` of `start`, x and y in 1e-7 degrees by turns. */
export function reachedPoints(
	travel: TravelNetwork,
	times: TravelTimes,
	start: RoadPlace,
	limitS: number,
	stepM: number
): Float64Array {
	const { graph } = travel.roads;
	const parts = reachedParts(travel, times, limitS);
	const points: number[] = [];
	for (let e = 0; e < graph.edgeCount; e++) {
		if (parts[2 * e] > 0) sample(0, parts[2 * e], e);
		// what both directions cover together is covered once
		const behind = Math.min(parts[2 * e + 1], 1 - parts[2 * e]);
		if (behind > 0) sample(1 - behind, 1, e);
	}
	const at = partAlong(graph, start);
	for (const direction of [2 * start.edge, 2 * start.edge + 1]) {
		const takesS = travel.seconds[direction];
		if (takesS === Infinity) continue;
		const ahead = Math.min(1 - partDone(direction, at), takesS > 0 ? limitS / takesS : 1);
		if (direction & 1) sample(at - ahead, at, start.edge);
		else sample(at, at + ahead, start.edge);
	}
	return Float64Array.from(points);

	/** Adds points from `from` to `to` of the length of `edge`. */
	function sample(from: number, to: number, edge: number): void {
		const first = graph.shapeStart[edge];
		const last = graph.shapeStart[edge + 1] - 1;
		const wholeM = graph.edgeLengthM[edge];
		let doneM = 0;
		const { shapeLng: x, shapeLat: y } = graph;
		// lengths of pieces by their share of the edge's own: right to the metre, and one square root a piece
		let spread = 0;
		const squeeze = Math.cos((y[first] / 1e7) * (Math.PI / 180));
		for (let i = first; i < last; i++) spread += Math.hypot((x[i + 1] - x[i]) * squeeze, y[i + 1] - y[i]);
		const scale = spread > 0 ? wholeM / spread : 0;
		for (let i = first; i < last; i++) {
			const pieceM = Math.hypot((x[i + 1] - x[i]) * squeeze, y[i + 1] - y[i]) * scale;
			const a = pieceM > 0 ? Math.max(0, (from * wholeM - doneM) / pieceM) : 0;
			const b = pieceM > 0 ? Math.min(1, (to * wholeM - doneM) / pieceM) : 1;
			doneM += pieceM;
			if (a > b) continue;
			const steps = Math.max(1, Math.ceil(((b - a) * pieceM) / stepM));
			for (let k = 0; k <= steps; k++) {
				const t = a + ((b - a) * k) / steps;
				points.push(x[i] + t * (x[i + 1] - x[i]), y[i] + t * (y[i + 1] - y[i]));
			}
		}
	}
}
