import type { Assumptions } from '../../domain/assumptions.ts';
import type {
	OneMoreTeam,
	RingSealTime,
	SealDrive,
	TimeToSealAnswer,
	TimeToSealAsk
} from '../../domain/findings/response.ts';
import type { Checkpoint, ControlRing, Item, Station } from '../../domain/items.ts';
import { DutyBook } from '../../domain/on-duty.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import type { Roads } from '../../network/roads.ts';
import { placeOnRoad, type RoadPlace } from '../../network/travel/road-place.ts';
import { travelNetwork, type TravelNetwork } from '../../network/travel/travel-network.ts';
import { timeTo, travelTimes, type TravelTimes } from '../../network/travel/travel-times.ts';
import { travelWay } from '../../network/travel/travel-way.ts';
import { seal } from '../sealing/seal.ts';
import { bottleneckAssignment, bottleneckOf } from './bottleneck.ts';
import { removedEdges } from '../sealing/removed-edges.ts';
import { postsOfRing } from './ring-posts.ts';

/**
 * How long until every checkpoint of a ring is manned by teams of the stations, each team one
 * checkpoint, sent so that the last arrives soonest; and what one more team would save.
 *
 * A checkpoint is manned from the start where its status is `staffed` and it is on duty, unless all are to be
 * manned anew. One that is planned, broken or off duty has to be manned too: a team closes the road without it.
 * Each ring is answered on its own, with all teams. Yields how much is done, as a share of one. Throws a
 * RangeError for a ring the plan does not have.
 */
export function* timeToSeal(
	roads: Roads,
	items: readonly Item[],
	assumptions: Assumptions,
	ask: TimeToSealAsk
): Generator<number, TimeToSealAnswer> {
	const duty = new DutyBook(assumptions);
	const isThere = (item: Item): boolean => duty.needsOf(item) !== null;
	const rings = items
		.filter((item): item is ControlRing => item.kind === 'control-ring' && isThere(item))
		.filter(({ id }) => ask.ring === null || id === ask.ring)
		.sort((a, b) => a.properties.level - b.properties.level || a.rank - b.rank);
	if (ask.ring !== null && rings.length === 0) {
		throw new RangeError(`no control ring has the id ${JSON.stringify(ask.ring)}`);
	}
	const checkpoints = items
		.filter((item): item is Checkpoint => item.kind === 'checkpoint' && isThere(item))
		.sort((a, b) => a.rank - b.rank);
	const stations = items
		.filter((item): item is Station => item.kind === 'station' && duty.isCounted(item))
		.filter(({ properties }) => teamsOf(properties) > 0)
		.sort((a, b) => a.rank - b.rank);

	const travel = travelNetwork(roads, ask.model, removedEdges(roads, assumptions.without));
	yield 0.05;
	const { crossings } = seal(roads, [...rings, ...checkpoints], {
		assumptions: { ...assumptions, at: undefined, countPlanned: true, assumeRepaired: true }
	});
	yield 0.2;

	const bases: Base[] = [];
	for (const [s, station] of stations.entries()) {
		const place = placeOnRoad(travel, station.geometry.coordinates as [number, number]);
		if (place)
			bases.push({ station, place, times: travelTimes(travel, [place]), teams: teamsOf(station.properties) });
		yield 0.2 + (0.5 * (s + 1)) / stations.length;
	}
	const answers: RingSealTime[] = [];
	for (const [k, ring] of rings.entries()) {
		const posts = postsOfRing(ring, checkpoints, crossings);
		const open = posts.filter((post) => ask.man === 'all' || !isManned(duty, post));
		const solving = sealOne(travel, ring, posts.length, open, bases, ask.turnoutS);
		for (let step = solving.next(); ; step = solving.next()) {
			if (step.done) {
				answers.push(step.value);
				break;
			}
			yield 0.7 + (0.3 * (k + step.value)) / rings.length;
		}
	}
	const withPosts = answers.filter(({ checkpoints: count }) => count > 0);
	const isWhole = withPosts.length > 0 && withPosts.every(({ unmanned }) => unmanned.length === 0);
	return {
		rings: answers,
		timeToSealMin: isWhole ? Math.max(...withPosts.map(({ durationS }) => durationS ?? 0)) / 60 : null
	};
}

/** A station with its ways to everywhere. */
interface Base {
	readonly station: Station;
	readonly place: RoadPlace;
	readonly times: TravelTimes;
	readonly teams: number;
}

function teamsOf({ teams }: Station['properties']): number {
	return typeof teams === 'number' && teams >= 0 ? Math.floor(teams) : 1;
}

function isManned(duty: DutyBook, post: Checkpoint): boolean {
	return (post.properties.status ?? 'staffed') === 'staffed' && duty.isCounted(post);
}

function* sealOne(
	travel: TravelNetwork,
	ring: ControlRing,
	count: number,
	open: readonly Checkpoint[],
	bases: readonly Base[],
	turnoutS: number
): Generator<number, RingSealTime> {
	const places = open.map(({ geometry }) => placeOnRoad(travel, geometry.coordinates as unknown as LngLat));
	const columns = open.length;
	const cost = new Float64Array(bases.length * columns).fill(Infinity);
	bases.forEach(({ times }, r) => {
		places.forEach((place, c) => {
			if (place) cost[r * columns + c] = turnoutS + timeTo(travel, times, place);
		});
	});
	const capacity = bases.map(({ teams }) => teams);
	const { rowOf, worst, size } = bottleneckAssignment(cost, capacity, columns);
	yield 0.3;

	const drives: SealDrive[] = [];
	const unmanned: { id: Checkpoint['id']; name: string | null; why: 'no-team' | 'no-way' }[] = [];
	open.forEach(({ id, properties }, c) => {
		const name = properties.name ?? null;
		const place = places[c];
		const base = rowOf[c] < 0 ? null : bases[rowOf[c]];
		const way = base && place ? travelWay(travel, base.times, place) : null;
		if (!base || !way) {
			const hasWay = bases.some((_, r) => cost[r * columns + c] < Infinity);
			unmanned.push({ id, name, why: hasWay || bases.length === 0 ? 'no-team' : 'no-way' });
			return;
		}
		drives.push({
			checkpoint: id,
			checkpointName: name,
			station: base.station.id,
			stationName: base.station.properties.name ?? null,
			durationS: cost[rowOf[c] * columns + c],
			lengthM: way.lengthM,
			line: way.line
		});
	});
	drives.sort((a, b) => b.durationS - a.durationS || (a.checkpoint < b.checkpoint ? -1 : 1));

	const oneMore: OneMoreTeam[] = [];
	if (columns > 0) {
		const atStation = bestOf(
			bases.map(({ station }, r): OneMoreTeam => {
				const more = bottleneckOf(
					cost,
					capacity.map((teams, k) => teams + (k === r ? 1 : 0)),
					columns
				);
				return gainOf(station.id, station.properties.name, 'station', worst, size, more);
			})
		);
		if (atStation) oneMore.push(atStation);
		yield 0.6;
		const atPost: OneMoreTeam[] = [];
		for (const [c, { id, properties }] of open.entries()) {
			if (!places[c]) continue;
			// a team that stands by mans its own post; the others are left to the stations
			const others = bottleneckOf(without(cost, bases.length, columns, c), capacity, columns - 1);
			atPost.push(
				gainOf(id, properties.name, 'checkpoint', worst, size, { ...others, size: others.size + 1 })
			);
			if (c % 8 === 7) yield 0.6 + (0.4 * c) / columns;
		}
		const standingBy = bestOf(atPost);
		if (standingBy) oneMore.push(standingBy);
	}
	return {
		ring: ring.id,
		name: ring.properties.name ?? null,
		level: ring.properties.level,
		checkpoints: count,
		manned: count - open.length,
		teams: capacity.reduce((sum, teams) => sum + teams, 0),
		durationS: count === 0 ? null : worst,
		drives,
		unmanned,
		oneMore
	};
}

function gainOf(
	at: OneMoreTeam['at'],
	name: string | undefined,
	kind: OneMoreTeam['kind'],
	worst: number,
	size: number,
	more: { worst: number; size: number }
): OneMoreTeam {
	return { at, name: name ?? null, kind, savedS: worst - more.worst, mannedMore: more.size - size };
}

/** More manned first, then more saved; null where none helps. */
function bestOf(list: readonly OneMoreTeam[]): OneMoreTeam | null {
	let best: OneMoreTeam | null = null;
	for (const one of list) {
		if (one.mannedMore < 0 || (one.mannedMore === 0 && !(one.savedS > 0.5))) continue;
		if (
			!best ||
			one.mannedMore > best.mannedMore ||
			(one.mannedMore === best.mannedMore && one.savedS > best.savedS + 0.5)
		) {
			best = one;
		}
	}
	return best;
}

function without(cost: Float64Array, rows: number, columns: number, column: number): Float64Array {
	const left = new Float64Array(rows * (columns - 1));
	for (let r = 0, k = 0; r < rows; r++) {
		for (let c = 0; c < columns; c++) if (c !== column) left[k++] = cost[r * columns + c];
	}
	return left;
}
