import { lastMeasure } from '../../network/edge-line.ts';
import { measureAt } from '../../network/travel/road-place.ts';
import type { TravelNetwork } from '../../network/travel/travel-network.ts';
import { partDone, type TravelTimes } from '../../network/travel/travel-times.ts';
import { PartCollector, type Parts } from '../road-gaps/edge-parts.ts';

/**
 * The parts of every road that are driven within `limitS` of the starts, last roads in part, and all of
 * `given`, which is reached at once. `times` are from the starts, with no lower limit than `limitS`.
 */
export function reachedParts(
	travel: TravelNetwork,
	times: TravelTimes,
	limitS: number,
	given: ReadonlyMap<number, Parts> = new Map<number, Parts>()
): Map<number, Parts> {
	const { graph } = travel.roads;
	const { seconds } = travel;
	const collected = new PartCollector();
	const states = times.atS.length / 2;

	const drive = (direction: number, fromDone: number, beginS: number): void => {
		const takesS = seconds[direction];
		if (takesS === Infinity || beginS > limitS) return;
		const toDone = takesS > 0 ? Math.min(1, fromDone + (limitS - beginS) / takesS) : 1;
		const edge = direction >>> 1;
		const [low, high] = direction & 1 ? [1 - toDone, 1 - fromDone] : [fromDone, toDone];
		const isWhole = low <= 0 && high >= 1;
		collected.add(
			edge,
			isWhole ? 0 : measureAt(graph, edge, low),
			isWhole ? lastMeasure(graph, edge) : measureAt(graph, edge, high)
		);
	};
	for (let direction = 0; direction < states; direction++) {
		const atS = Math.min(times.atS[direction], times.atS[direction + states]);
		if (atS <= limitS) drive(direction, 0, atS);
	}
	times.starts.forEach(({ edge }, s) => {
		for (const direction of [2 * edge, 2 * edge + 1]) {
			drive(direction, partDone(direction, times.startPart[s]), times.startAtS[s]);
		}
	});
	for (const [edge, parts] of given) {
		for (let k = 0; k < parts.length; k += 2) collected.add(edge, parts[k], parts[k + 1]);
	}
	return collected.merged();
}
