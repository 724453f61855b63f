import type { Assumptions } from '../../domain/assumptions.ts';
import type { ResponseAsk, ResponseSource } from '../../domain/findings/response.ts';
import type { Checkpoint, Item, ItemId, PatrolZone, Station } from '../../domain/items.ts';
import { DutyBook } from '../../domain/on-duty.ts';
import { lastMeasure, lngLatAt } from '../../network/edge-line.ts';
import { ISLAND_M, placeOnRoad, type RoadPlace } from '../../network/travel/road-place.ts';
import type { TravelNetwork } from '../../network/travel/travel-network.ts';
import { timeTo, travelTimes } from '../../network/travel/travel-times.ts';
import { polygonRings } from '../coverage/polygon-rings.ts';
import { collectWithin, PartCollector, type Parts } from '../road-gaps/edge-parts.ts';
import { groundsOf } from '../road-gaps/ground.ts';

/** Where teams set out, and when. */
export interface ResponseStarts {
	readonly places: readonly RoadPlace[];
	readonly startAtS: readonly number[];
	/** Parts of roads where a team may be already. */
	readonly given: ReadonlyMap<number, Parts>;
	readonly counts: Readonly<Record<ResponseSource, number>>;
	readonly offRoad: readonly ItemId[];
}

type Starting = Station | PatrolZone | Checkpoint;

function isStarting(item: Item): item is Starting {
	return item.kind === 'station' || item.kind === 'patrol-zone' || item.kind === 'checkpoint';
}

/** The starts of `items` that count under `assumptions`, of the kinds that are asked for. */
export function responseStarts(
	travel: TravelNetwork,
	items: Iterable<Item>,
	assumptions: Assumptions,
	ask: Pick<ResponseAsk, 'from' | 'zones' | 'turnoutS'>
): ResponseStarts {
	const duty = new DutyBook(assumptions);
	const places: RoadPlace[] = [];
	const startAtS: number[] = [];
	const given = new PartCollector();
	const counts = { stations: 0, zones: 0, posts: 0 };
	const offRoad: ItemId[] = [];
	const patrolled = Uint8Array.from(travel.islandM, (metres, edge) =>
		metres >= ISLAND_M && !travel.isPrivate[edge] ? 1 : 0
	);

	for (const item of items) {
		if (!isStarting(item)) continue;
		const source = sourceOf(item);
		if (!source || !ask.from.includes(source) || !duty.isCounted(item)) continue;
		if (item.kind === 'patrol-zone') {
			const zone = zoneStarts(travel, item, patrolled);
			if (zone.ends.length === 0) {
				offRoad.push(item.id);
				continue;
			}
			counts.zones++;
			if (ask.zones === 'best') {
				for (const [edge, parts] of zone.parts) {
					for (let k = 0; k < parts.length; k += 2) given.add(edge, parts[k], parts[k + 1]);
				}
				places.push(...zone.ends);
				startAtS.push(...zone.ends.map(() => 0));
			} else {
				const { place, withinS } = worstCase(travel, zone.ends);
				places.push(place);
				startAtS.push(withinS);
			}
			continue;
		}
		const place = placeOnRoad(travel, item.geometry.coordinates as [number, number]);
		if (!place) {
			offRoad.push(item.id);
			continue;
		}
		counts[source]++;
		places.push(place);
		// who stands at a post or patrols is out already
		startAtS.push(source === 'posts' ? 0 : ask.turnoutS);
	}
	return { places, startAtS, given: given.merged(), counts, offRoad };
}

function sourceOf(item: Starting): ResponseSource | null {
	if (item.kind === 'station') return (item.properties.teams ?? 1) >= 1 ? 'stations' : null;
	if (item.kind === 'patrol-zone') return 'zones';
	return item.properties.status === 'built' ? null : 'posts';
}

/** The parts of roads within a zone and their ends. */
function zoneStarts(
	travel: TravelNetwork,
	zone: PatrolZone,
	wanted: Uint8Array
): { parts: Map<number, Parts>; ends: RoadPlace[] } {
	const collected = new PartCollector();
	for (const ground of groundsOf(polygonRings(zone.geometry))) {
		collectWithin(travel.roads, ground, wanted, collected);
	}
	const parts = collected.merged();
	const ends: RoadPlace[] = [];
	for (const [edge, list] of parts)
		for (const measure of Array.from(list)) ends.push({ edge, measure, offM: 0 });
	return { parts, ends };
}

/** Places tried as the middle of a zone. */
const MIDDLES = 5;

/**
 * A place of the zone and how long it takes there at most, from any of `ends`. A team that drives by way
 * of it is nowhere later than that allows, so what is reached then is reached for sure.
 */
function worstCase(travel: TravelNetwork, ends: readonly RoadPlace[]): { place: RoadPlace; withinS: number } {
	const { graph } = travel.roads;
	const spots = ends.map(({ edge, measure }) =>
		lngLatAt(graph, edge, Math.min(measure, lastMeasure(graph, edge)))
	);
	const midLng = spots.reduce((sum, [lng]) => sum + lng, 0) / spots.length;
	const midLat = spots.reduce((sum, [, lat]) => sum + lat, 0) / spots.length;
	const narrows = Math.cos((midLat * Math.PI) / 180);
	const nearest = [...ends.keys()].sort((a, b) => away(a) - away(b));
	let best = { place: ends[nearest[0]], withinS: Infinity };
	for (let k = 0; k < Math.min(MIDDLES, nearest.length); k++) {
		const place = ends[nearest[k]];
		const times = travelTimes(travel, [place], { against: true });
		const withinS = ends.reduce((latest, end) => {
			const takesS = timeTo(travel, times, end);
			return takesS < Infinity ? Math.max(latest, takesS) : latest; // no way back from there: not patrolled
		}, 0);
		if (withinS < best.withinS) best = { place, withinS };
	}
	return best;

	function away(i: number): number {
		return Math.hypot((spots[i][0] - midLng) * narrows, spots[i][1] - midLat);
	}
}
