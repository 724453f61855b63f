import type { Assumptions } from '../../domain/assumptions.ts';
import type {
	ResponseAnswer,
	ResponseAsk,
	ResponseLevel,
	UnreachedStretch
} from '../../domain/findings/response.ts';
import type { Item } from '../../domain/items.ts';
import { DutyBook } from '../../domain/on-duty.ts';
import { lastMeasure, lengthBetweenM } from '../../network/edge-line.ts';
import { EDGE, ROAD_CLASSES, type RoadGraph } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import { travelNetwork } from '../../network/travel/travel-network.ts';
import { travelTimes } from '../../network/travel/travel-times.ts';
import { boundsOf, isBoundary } from '../coverage/subject.ts';
import { collectWithinLarge, PartCollector, subtractParts, type Parts } from '../road-gaps/edge-parts.ts';
import { groundsOf } from '../road-gaps/ground.ts';
import { joinStretches, type EdgePart } from '../road-gaps/join-stretches.ts';
import { keySiteTimes } from './key-site-times.ts';
import { peopleOf } from './people.ts';
import { reachGrid } from './reach-field.ts';
import { reachGround } from './reach-ground.ts';
import { reachedParts } from './reached-parts.ts';
import { removedEdges } from '../sealing/removed-edges.ts';
import { responsePolygons } from './response-polygons.ts';
import { responseStarts } from './response-starts.ts';

/** How far from a road that is driven ground counts as reached, and how finely that is drawn. */
const REACH_M = 40;
const GRID_M = 20;
/** Shorter stretches are counted but not listed. */
const LEAST_LISTED_M = 1;

/**
 * Who reaches what in some minutes, within the area of the plan (all areas; without any, the outermost
 * ring; without one, everywhere), under `assumptions`: areas, roads, people, key sites.
 *
 * Yields how much is done, as a share of one, every few milliseconds. Throws a RangeError for minutes that do not
 * rise or are not above zero, and for a model that no car can have.
 */
export function* response(
	roads: Roads,
	items: readonly Item[],
	assumptions: Assumptions,
	ask: ResponseAsk
): Generator<number, ResponseAnswer> {
	assertMinutes(ask.minutes);
	const { graph } = roads;
	const duty = new DutyBook(assumptions);
	const travel = travelNetwork(roads, ask.model, removedEdges(roads, assumptions.without));
	yield 0.05;
	const starts = responseStarts(travel, items, assumptions, ask);
	yield 0.1;
	const times = travelTimes(travel, starts.places, { startAtS: starts.startAtS });
	yield 0.15;

	const present = items.filter((item) => duty.isCounted(item));
	const bounds = boundsOf(present.filter(isBoundary)).found;
	const ground = bounds.length > 0 ? bounds.flatMap(({ rings }) => rings) : null;
	const isRoad = Uint8Array.from(graph.edgeFlags, (flags) => (flags & EDGE.DRIVE ? 1 : 0));
	const asked = partsIn(roads, ground, isRoad);
	yield 0.2;
	const levels: Map<number, Parts>[] = [];
	for (const minutes of ask.minutes) {
		levels.push(reachedParts(travel, times, minutes * 60, starts.given));
		yield 0.25;
	}

	const drawing = reachGround(graph, levels, ground, reachGrid(middleY(graph), REACH_M, GRID_M));
	let drawn = drawing.next();
	for (; !drawn.done; drawn = drawing.next()) yield 0.25 + 0.6 * (drawn.value[0] / drawn.value[1]);
	const { groundM2, levels: reached } = drawn.value;

	const sites = keySiteTimes(travel, times, starts.given, present, ask.minutes.at(-1) as number);
	const people = peopleOf(roads, bounds, isRoad);
	yield 0.9;
	const roadM = totalM(graph, asked, null);
	const rows = ask.minutes.map((minutes, level): ResponseLevel => {
		const reachedM = roadM - totalM(graph, asked, levels[level]);
		const population = people?.reachedBy(levels[level]) ?? null;
		return {
			minutes,
			areaM2: reached[level].areaM2,
			share: groundM2 ? reached[level].areaM2 / groundM2 : null,
			roadM: reachedM,
			unreachedRoadM: roadM - reachedM,
			roadShare: roadM > 0 ? reachedM / roadM : null,
			population,
			populationShare: people && population !== null ? population / people.total : null,
			keySites: sites.filter(({ durationS }) => durationS !== null && durationS <= minutes * 60).length
		};
	});
	yield 0.95;
	const unreached = unreachedStretches(graph, asked, levels[levels.length - 1]);
	return {
		summary: {
			minutes: rows,
			groundM2,
			starts: starts.counts,
			offRoad: starts.offRoad,
			keySites: sites.length,
			lateKeySites: sites.filter(({ isLate }) => isLate).length,
			unreachedStretches: unreached.length
		},
		areas: reached.map(({ polygons }, level) => ({
			minutes: ask.minutes[level],
			polygons: responsePolygons(polygons)
		})),
		keySites: sites,
		unreached
	};
}

function assertMinutes(minutes: readonly number[]): void {
	if (minutes.length === 0) throw new RangeError('no minutes, wanted one or more');
	minutes.forEach((value, i) => {
		if (!(value > 0) || value === Infinity || (i > 0 && value <= minutes[i - 1])) {
			throw new RangeError(`minutes ${minutes.join(', ')}, wanted numbers above 0 that rise`);
		}
	});
}

function middleY({ nodeLat }: RoadGraph): number {
	let [low, high] = [Infinity, -Infinity];
	for (const y of nodeLat) {
		low = Math.min(low, y);
		high = Math.max(high, y);
	}
	return low <= high ? (low + high) / 2 : 0;
}

function partsIn(
	roads: Roads,
	ground: readonly Int32Array[] | null,
	isRoad: Uint8Array
): ReadonlyMap<number, Parts> {
	const parts = new PartCollector();
	if (ground) for (const piece of groundsOf(ground)) collectWithinLarge(roads, piece, isRoad, parts);
	else isRoad.forEach((wanted, edge) => wanted && parts.add(edge, 0, lastMeasure(roads.graph, edge)));
	return parts.merged();
}

/** Metres of `asked` that are not in `taken`. */
function totalM(
	graph: RoadGraph,
	asked: ReadonlyMap<number, Parts>,
	taken: ReadonlyMap<number, Parts> | null
): number {
	let metres = 0;
	for (const [edge, whole] of asked) {
		const held = taken?.get(edge);
		metres += partsLengthM(graph, edge, held ? subtractParts(whole, held) : whole);
	}
	return metres;
}

function partsLengthM(graph: RoadGraph, edge: number, parts: Parts): number {
	if (parts.length === 2 && parts[0] === 0 && parts[1] === lastMeasure(graph, edge)) {
		return graph.edgeLengthM[edge];
	}
	let metres = 0;
	for (let k = 0; k < parts.length; k += 2) metres += lengthBetweenM(graph, edge, parts[k], parts[k + 1]);
	return metres;
}

function unreachedStretches(
	graph: RoadGraph,
	asked: ReadonlyMap<number, Parts>,
	reached: ReadonlyMap<number, Parts>
): UnreachedStretch[] {
	const left: EdgePart[] = [];
	for (const edge of [...asked.keys()].sort((a, b) => a - b)) {
		const whole = asked.get(edge) as Parts;
		const held = reached.get(edge);
		const open = held ? subtractParts(whole, held) : whole;
		for (let k = 0; k < open.length; k += 2) {
			const lengthM = partsLengthM(graph, edge, [open[k], open[k + 1]]);
			left.push({ edge, from: open[k], to: open[k + 1], lengthM });
		}
	}
	const stretches: UnreachedStretch[] = [];
	for (const { parts, line, lengthM } of joinStretches(graph, left)) {
		if (lengthM < LEAST_LISTED_M || line.length < 2) continue;
		const first = parts.reduce((a, b) => (b.edge < a.edge ? b : a));
		stretches.push({
			id: `unreached-${first.edge}-${Math.round(first.from * 1000)}`,
			road: graph.edgeName[first.edge] < 0 ? null : graph.names[graph.edgeName[first.edge]],
			roadClass: ROAD_CLASSES[graph.edgeClass[first.edge]],
			lengthM,
			line
		});
	}
	return stretches.sort((a, b) => b.lengthM - a.lengthM || (a.id < b.id ? -1 : 1));
}
