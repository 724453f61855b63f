import type { ItemId } from '../../domain/items.ts';
import type { Suggestion } from '../../domain/findings/sealing.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { localPlane } from '../../geo/local-plane.ts';
import { lengthBetweenM, lngLatAt, measureAlong } from '../../network/edge-line.ts';
import { leastCover } from '../../network/least-cover.ts';
import { ROAD_CLASSES } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import { atOnce } from '../at-once.ts';
import { CONTROL_RADIUS_M, edgesControlledFrom } from './controls.ts';

/** Places on an edge nearer to its ends than this are moved off the junction: what stands there is told from its neighbours. */
const OFF_JUNCTION_M = 4;
/** Places looked at in one step. */
const STEP = 16;

/** A part of an edge that is to be closed, by measures; best at `at`. */
export interface Closing {
	readonly edge: number;
	readonly start: number;
	readonly end: number;
	readonly at: number;
}

/** Checkpoints that close what was asked for, and a number that no choice of places falls below. */
export interface MergedClosings {
	readonly suggestions: Suggestion[];
	readonly atLeast: number;
}

/**
 * The fewest checkpoints that close all of `closings`, each within 30 m and on the level of what it
 * closes, standing on one of them or midway between two. Exact as far as `atLeast` says.
 */
export function mergeClosings(roads: Roads, ring: ItemId, closings: readonly Closing[]): MergedClosings {
	return atOnce(mergeClosingsInSteps(roads, ring, closings));
}

/** The same in steps of a few milliseconds. */
export function* mergeClosingsInSteps(
	roads: Roads,
	ring: ItemId,
	closings: readonly Closing[]
): Generator<void, MergedClosings> {
	const candidates = yield* candidatesFor(roads, closings);
	yield;
	const { chosen, atLeast } = leastCover(
		candidates.map(({ closes }) => [...closes.keys()]),
		closings.length
	);
	const open = new Set(closings.keys());
	const suggestions = chosen.map((c) => {
		const closed = [...candidates[c].closes].filter(([closing]) => open.has(closing));
		for (const [closing] of closed) open.delete(closing);
		return describe(roads, ring, closings, candidates[c], closed);
	});
	return { suggestions, atLeast };
}

interface Candidate {
	readonly x: number;
	readonly y: number;
	/** What it would close, by place in the list, with the measure on its edge nearest to it. */
	readonly closes: ReadonlyMap<number, number>;
}

function* candidatesFor(roads: Roads, closings: readonly Closing[]): Generator<void, Candidate[]> {
	const places = closings.map((closing) =>
		lngLatAt(roads.graph, closing.edge, offJunction(roads, closing, closing.at))
	);
	const candidates: Candidate[] = [];
	for (let i = 0; i < places.length; i++) {
		if (i % STEP === 0) yield;
		candidates.push(candidateAt(roads, closings, places[i][0], places[i][1], i));
	}
	for (let i = 0; i < places.length; i++) {
		if (i % STEP === 0) yield;
		const plane = localPlane(places[i]);
		for (let j = i + 1; j < places.length; j++) {
			const dx = (places[j][0] - places[i][0]) * plane.metresPerLng;
			const dy = (places[j][1] - places[i][1]) * plane.metresPerLat;
			if (dx * dx + dy * dy > (2 * CONTROL_RADIUS_M) ** 2) continue;
			const lng = (places[i][0] + places[j][0]) / 2;
			const lat = (places[i][1] + places[j][1]) / 2;
			candidates.push(candidateAt(roads, closings, lng, lat, null));
		}
	}
	return candidates;
}

function candidateAt(
	roads: Roads,
	closings: readonly Closing[],
	lng: number,
	lat: number,
	standsOn: number | null
): Candidate {
	const x = Math.round(lng * GRID_PER_DEG);
	const y = Math.round(lat * GRID_PER_DEG);
	const stands = standsOn === null ? null : closings[standsOn].edge;
	const closes = new Map<number, number>();
	const near = new Map(edgesControlledFrom(roads, x, y, stands).map(({ edge, measure }) => [edge, measure]));
	for (const [i, closing] of closings.entries()) {
		const measure = i === standsOn ? closing.at : near.get(closing.edge);
		if (measure === undefined || measure < closing.start || measure > closing.end) continue;
		closes.set(i, offJunction(roads, closing, measure));
	}
	return { x, y, closes };
}

/** A measure of the part near `measure` and a few metres from either end, or its middle. */
function offJunction({ graph }: Roads, { edge, start, end }: Closing, measure: number): number {
	const wholeM = lengthBetweenM(graph, edge, start, end);
	if (wholeM <= 2 * OFF_JUNCTION_M) return (start + end) / 2;
	if (lengthBetweenM(graph, edge, start, measure) < OFF_JUNCTION_M) {
		return measureAlong(graph, edge, start, OFF_JUNCTION_M);
	}
	if (lengthBetweenM(graph, edge, measure, end) < OFF_JUNCTION_M) {
		return measureAlong(graph, edge, start, wholeM - OFF_JUNCTION_M);
	}
	return measure;
}

function describe(
	{ graph }: Roads,
	ring: ItemId,
	closings: readonly Closing[],
	candidate: Candidate,
	closed: readonly (readonly [closing: number, measure: number])[]
): Suggestion {
	// named for the greatest of its roads
	const greatest = closed
		.map(([i]) => closings[i].edge)
		.reduce((a, b) => (graph.edgeClass[b] < graph.edgeClass[a] ? b : a));
	return {
		ring,
		at: [candidate.x / GRID_PER_DEG, candidate.y / GRID_PER_DEG],
		road: graph.edgeName[greatest] < 0 ? null : graph.names[graph.edgeName[greatest]],
		roadClass: ROAD_CLASSES[graph.edgeClass[greatest]],
		leaks: closed.length,
		controls: closed.map(([i, measure]) => {
			const { edge } = closings[i];
			const [lng, lat] = lngLatAt(graph, edge, measure);
			return { way: graph.edgeWay[edge], at: [lng, lat] };
		})
	};
}
