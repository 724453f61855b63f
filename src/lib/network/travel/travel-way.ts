import type { LngLat } from '../../geo/coordinates.ts';
import { appendLine, lastMeasure, lengthBetweenM } from '../edge-line.ts';
import type { RoadPlace } from './road-place.ts';
import { lastLeg, type TravelTimes } from './travel-times.ts';
import type { TravelNetwork } from './travel-network.ts';

/** A drive between a start and a place. */
export interface TravelWay {
	/** In the order of travel, both ends included. */
	readonly line: LngLat[];
	/** The directions driven, the first and the last of them in part. */
	readonly directions: readonly number[];
	readonly lengthM: number;
	readonly durationS: number;
	/** Place in the `starts` of the search. */
	readonly start: number;
}

/** The fastest way from the starts to `place` (searched against: from `place` to the starts); null where none leads there. */
export function travelWay(travel: TravelNetwork, times: TravelTimes, place: RoadPlace): TravelWay | null {
	const leg = lastLeg(travel, times, place);
	if (leg.direction < 0) return null;
	const { graph } = travel.roads;
	const states = times.atS.length / 2;
	const start = times.starts[leg.start];
	const directions = [leg.direction];
	if (leg.state >= 0) {
		let state = times.via[leg.state];
		for (; state >= 0; state = times.via[state]) directions.push(state < states ? state : state - states);
		directions.push(-2 - state);
	}
	if (!times.isAgainst) directions.reverse();

	const [from, to] = times.isAgainst ? [place, start] : [start, place];
	const line: LngLat[] = [];
	let lengthM = 0;
	directions.forEach((direction, i) => {
		const edge = direction >>> 1;
		const last = lastMeasure(graph, edge);
		const isReversed = (direction & 1) === 1;
		const begin = i === 0 ? from.measure : isReversed ? last : 0;
		const end = i === directions.length - 1 ? to.measure : isReversed ? 0 : last;
		appendLine(line, graph, edge, begin, end);
		lengthM += lengthBetweenM(graph, edge, Math.min(begin, end), Math.max(begin, end));
	});
	return { line, directions, lengthM, durationS: leg.durationS, start: leg.start };
}
