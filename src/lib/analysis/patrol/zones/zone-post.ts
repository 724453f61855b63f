import type { LngLat } from '../../../geo/coordinates.ts';
import { lngLatAt } from '../../../network/edge-line.ts';
import { middleMeasure } from '../../../network/edge-middle.ts';
import { timeTo, travelTimes } from '../../../network/travel/travel-times.ts';
import type { TravelNetwork } from '../../../network/travel/travel-network.ts';

/** Where a team stands best in a zone. */
export interface ZonePost {
	readonly at: LngLat;
	/** Seconds to the middle of the farthest street that can be driven to. */
	readonly worstS: number;
	readonly unreachedM: number;
}

interface Tried {
	readonly s: number;
	readonly worstS: number;
	readonly unreachedM: number;
	readonly farthest: number;
}

/** Places tried about the best so far, round after round. */
const TRIED = 8;
const ROUNDS = 5;
/** Longer drives within a zone are not looked at. */
const LIMIT_S = 2400;

/**
 * The place among the middles of `streets` from which the farthest of them is nearest (1-centre, found
 * by descent from the middle of the zone: a little over the best at times); null without streets.
 * Streets that hardly any place reaches count as unreached, so the worst time is of those that are.
 */
export function* zonePost(
	travel: TravelNetwork,
	streets: ArrayLike<number>
): Generator<void, ZonePost | null, undefined> {
	const { graph } = travel.roads;
	const places = Array.from(streets, (edge) => {
		const measure = middleMeasure(graph, edge);
		return { edge, measure, offM: 0, at: lngLatAt(graph, edge, measure) };
	});
	if (places.length === 0) return null;
	const tried = new Set<number>();
	const tryAt = (s: number, limitS: number): Tried => {
		tried.add(s);
		const times = travelTimes(travel, [places[s]], { limitS });
		let [worstS, unreachedM, farthest] = [0, 0, s];
		places.forEach((place, i) => {
			const takesS = timeTo(travel, times, place);
			if (takesS === Infinity) unreachedM += graph.edgeLengthM[place.edge];
			else if (takesS > worstS) [worstS, farthest] = [takesS, i];
		});
		return { s, worstS, unreachedM, farthest };
	};

	const mid = [0, 1].map((k) => places.reduce((sum, { at }) => sum + at[k], 0) / places.length);
	const slim = Math.cos((mid[1] * Math.PI) / 180);
	const nearest = (lng: number, lat: number): number[] =>
		places
			.map(({ at }, s) => ({ s, off: Math.hypot((at[0] - lng) * slim, at[1] - lat) }))
			.sort((a, b) => a.off - b.off || a.s - b.s)
			.map(({ s }) => s);

	let candidates = spaced(nearest(mid[0], mid[1]));
	let best = tryAt(candidates[0], LIMIT_S);
	for (let round = 0; round < ROUNDS; round++) {
		const before = best;
		for (const s of candidates) {
			yield;
			if (tried.has(s)) continue;
			// what takes longer than from the best so far need not be known
			const one = tryAt(s, best.unreachedM > 0 ? LIMIT_S : best.worstS);
			const reachesMore = one.unreachedM < 0.9 * best.unreachedM - 1;
			if (reachesMore || (one.unreachedM <= best.unreachedM && one.worstS < best.worstS)) best = one;
		}
		if (round > 0 && best === before) break;
		// a step towards the street that is farthest, and about the place itself
		const [from, to] = [places[best.s].at, places[best.farthest].at];
		candidates = [
			...[0.1, 0.2, 0.35].map(
				(t) => nearest(from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1]))[0]
			),
			...nearest(from[0], from[1]).slice(1, TRIED - 2)
		];
	}
	return { at: places[best.s].at, worstS: best.worstS, unreachedM: best.unreachedM };
}

/** The first and some others ever farther down a list. */
function spaced(list: readonly number[]): number[] {
	const out: number[] = [];
	for (let k = 0; k < TRIED; k++) {
		const at = Math.floor((k / TRIED) ** 2 * list.length * 0.5);
		if (!out.includes(list[at])) out.push(list[at]);
	}
	return out;
}
