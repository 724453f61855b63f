import { gridLengthM, gridPointAt } from '../../network/edge-line.ts';
import type { TravelNetwork } from '../../network/travel/travel-network.ts';
import type { TravelTimes } from '../../network/travel/travel-times.ts';
import { reachedParts } from '../response/reached-parts.ts';

/** Points every `stepM` or less of the road that is driven within `limitS` of the starts, x and y in 1e-7 degrees by turns. */
export function reachedPoints(
	travel: TravelNetwork,
	times: TravelTimes,
	limitS: number,
	stepM: number
): Float64Array {
	const { graph } = travel.roads;
	const points: number[] = [];
	for (const [edge, parts] of reachedParts(travel, times, limitS)) {
		for (let k = 0; k < parts.length; k += 2) addPart(edge, parts[k], parts[k + 1]);
	}
	return Float64Array.from(points);

	/** Adds points from measure `from` to measure `to` of `edge`. */
	function addPart(edge: number, from: number, to: number): void {
		let [ax, ay] = gridPointAt(graph, edge, from);
		points.push(ax, ay);
		for (let measure = from; measure < to;) {
			measure = Math.min(to, Math.floor(measure) + 1);
			const [bx, by] = gridPointAt(graph, edge, measure);
			const steps = Math.max(1, Math.ceil(gridLengthM(ax, ay, bx, by) / stepM));
			for (let k = 1; k <= steps; k++)
				points.push(ax + ((bx - ax) * k) / steps, ay + ((by - ay) * k) / steps);
			[ax, ay] = [bx, by];
		}
	}
}
