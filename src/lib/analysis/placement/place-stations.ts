import type { PlaceAsk, PlacementAnswer, Proposal } from '../../domain/findings/placement.ts';
import { DutyBook } from '../../domain/on-duty.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { coverTable, type CoverTable } from '../../network/siting/cover-table.ts';
import { exactFewest, fewestSites, type FewestSites } from '../../network/siting/fewest-sites.ts';
import { greedyCover } from '../../network/siting/greedy-cover.ts';
import { placeOnRoad, type RoadPlace } from '../../network/travel/road-place.ts';
import { travelNetwork, type TravelNetwork } from '../../network/travel/travel-network.ts';
import { travelTimes } from '../../network/travel/travel-times.ts';
import { askedGround } from './asked-ground.ts';
import { candidatePlaces, lngLatOf, type Places } from './candidate-places.ts';
import { chooseSites } from './choose-sites.ts';
import { Breather, checkAsk, PlaceRefused, type PlaceGround, type PlaceRun } from './place-run.ts';
import { reachedPieces, roadDemand, type RoadDemand } from './road-demand.ts';
import { roadAt } from './road-at.ts';
import { thinned } from './thinned.ts';

/** Places that are tried; of more, one each in squares just large enough. */
const MOST_PLACES = 1500;
/** How far apart posts are tried along a road. */
const SPACING_M = 250;
/** A station farther than this from any road reaches nothing. */
const TO_ROAD_M = 300;
const PROVE_S = 60;

/** The figures of stations that do not depend on what is chosen. */
interface Reach {
	readonly travel: TravelNetwork;
	readonly demand: RoadDemand;
	/** 1 for pieces that the stations of the plan reach. */
	readonly isReached: Uint8Array;
	readonly places: Places;
	readonly kept: readonly number[];
	/** What each place kept reaches beyond that. */
	readonly table: CoverTable;
}

/**
 * Where posts would bring most road within the minutes, or, with `allWithin`, the fewest that bring all
 * road that any candidate reaches. Roads are the public ones of the ground asked about, by their length; times
 * are those of a patrol car from the post. Stations of the plan stay and count. Throws `PlaceRefused`.
 */
export async function placeStations(
	ground: PlaceGround,
	ask: PlaceAsk,
	run: PlaceRun,
	mostPlaces = MOST_PLACES
): Promise<PlacementAnswer> {
	checkAsk(ask);
	const breather = new Breather(run);
	const reach = await reachOf(ground, ask, run, breather, mostPlaces);
	const { table, demand, isReached } = reach;
	const roadM = demand.lengthM.reduce((sum, lengthM) => sum + lengthM, 0);
	const reachedBeforeM = demand.lengthM.reduce((sum, lengthM, i) => sum + (isReached[i] ? lengthM : 0), 0);
	const reachableM = reachable(table);
	const figures = { roadM, reachedBeforeM, unreachableM: Math.max(0, roadM - reachedBeforeM - reachableM) };

	if (ask.allWithin) {
		const fewest = await fewestFor(table, run, breather);
		const { chosen, gains } = bestFirst(table, fewest.chosen);
		const gain = gains.reduce((a, b) => a + b, 0);
		return {
			...answerOf(ground, ask, reach, chosen, gains),
			gain,
			bound: reachableM,
			exact: fewest.isProven,
			stations: { ...figures, reachedAfterM: reachedBeforeM + gain, leastSites: fewest.least }
		};
	}
	const { chosen, gains, total, bound, isProven } = await chooseSites(table, ask.count, run, breather);
	return {
		...answerOf(ground, ask, reach, chosen, gains),
		gain: total,
		bound,
		exact: isProven,
		stations: { ...figures, reachedAfterM: reachedBeforeM + total }
	};
}

async function reachOf(
	ground: PlaceGround,
	ask: PlaceAsk,
	run: PlaceRun,
	breather: Breather,
	mostPlaces: number
): Promise<Reach> {
	const { roads, items, assumptions } = ground;
	const grounds = askedGround(ground, ask.within);
	const all = ask.within === undefined ? grounds : askedGround(ground, undefined);
	const travel = travelNetwork(roads);
	const demand = roadDemand(roads, travel, all);
	const limitS = 60 * ask.minutes;

	const isReached = new Uint8Array(demand.edge.length);
	const duty = new DutyBook(assumptions);
	for (const item of items) {
		if (item.kind !== 'station' || !duty.isCounted(item)) continue;
		const [lng, lat] = item.geometry.coordinates;
		const start = placeOnRoad(travel, [lng, lat], TO_ROAD_M);
		if (!start) continue;
		for (const i of reachedPieces(travel, travelTimes(travel, [start], { limitS }), demand)) isReached[i] = 1;
		await breather.rest();
	}

	const places = candidatePlaces(roads.graph, items, {
		candidates: ask.candidates,
		spacingM: SPACING_M,
		grounds
	});
	const kept = thinned(places, mostPlaces);
	const starts = kept.map((k) => placeOnRoad(travel, lngLatOf(places, k), TO_ROAD_M));
	if (!starts.some((start) => start !== null)) throw new PlaceRefused('no-candidates');
	const covers: number[][] = [];
	for (const [k, start] of starts.entries()) {
		covers.push(reachOfPost(travel, demand, isReached, start, limitS));
		run.progress?.(k + 1, starts.length);
		await breather.rest();
	}
	const table = coverTable(
		covers,
		demand.lengthM.map((lengthM, i) => (isReached[i] ? 0 : lengthM))
	);
	return { travel, demand, isReached, places, kept, table };
}

function reachOfPost(
	travel: TravelNetwork,
	demand: RoadDemand,
	isReached: Uint8Array,
	start: RoadPlace | null,
	limitS: number
): number[] {
	if (!start) return [];
	const times = travelTimes(travel, [start], { limitS });
	return reachedPieces(travel, times, demand).filter((i) => isReached[i] === 0);
}

/** What all columns together cover. */
function reachable({ rows, weight, rowCount }: CoverTable): number {
	const isMet = new Uint8Array(rowCount);
	for (const row of rows) isMet[row] = 1;
	return weight.reduce((sum, worth, i) => sum + (isMet[i] ? worth : 0), 0);
}

async function fewestFor(table: CoverTable, run: PlaceRun, breather: Breather): Promise<FewestSites> {
	const quick = fewestSites(table);
	await breather.rest();
	if (!run.solve || quick.isProven) return quick;
	const proof = await exactFewest(table, quick, run.solve, {
		timeLimitS: run.proveS ?? PROVE_S,
		signal: run.signal
	});
	run.signal?.throwIfAborted();
	return proof;
}

/** `chosen` with the one first that adds most, and so on; what each adds. Those that only serve pieces of no length come last. */
function bestFirst(table: CoverTable, chosen: readonly number[]): { chosen: number[]; gains: number[] } {
	const part = coverTable(
		chosen.map((j) => table.rows.subarray(table.start[j], table.start[j + 1])),
		table.weight
	);
	const order = greedyCover(part, chosen.length);
	const first = order.chosen.map((c) => chosen[c]);
	const rest = chosen.filter((j) => !first.includes(j));
	return { chosen: [...first, ...rest], gains: [...order.gains, ...rest.map(() => 0)] };
}

function answerOf(
	ground: PlaceGround,
	ask: PlaceAsk,
	{ places, kept, demand, isReached }: Reach,
	chosen: readonly number[],
	gains: readonly number[]
): Pick<PlacementAnswer, 'ask' | 'unit' | 'proposals' | 'demand' | 'places' | 'placesInAll'> {
	let total = 0;
	const proposals = chosen.map((column, k): Proposal => {
		const place = kept[column];
		const at: LngLat = lngLatOf(places, place);
		total += gains[k];
		const road = roadAt(ground.roads, places.x[place], places.y[place], places.edge[place]);
		return { rank: k + 1, at, gain: gains[k], total, ...road };
	});
	return {
		ask,
		unit: 'roadM',
		proposals,
		demand: demand.lengthM.reduce((sum, lengthM, i) => sum + (isReached[i] ? 0 : lengthM), 0),
		places: kept.length,
		placesInAll: places.x.length
	};
}
