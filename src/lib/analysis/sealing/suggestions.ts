import type { Suggestion } from '../../domain/findings/sealing.ts';
import type { ItemId } from '../../domain/items.ts';
import { lastMeasure, lengthBetweenM, lngLatAt } from '../../network/edge-line.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { localPlane } from '../../geo/local-plane.ts';
import { ROAD_CLASSES } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import type { Closures } from './closures.ts';
import { CONTROL_RADIUS_M, controlsOfPlaces, edgesControlledFrom, type Control } from './controls.ts';
import { ringCut } from './ring-cut.ts';
import type { RingGround } from './ring-ground.ts';
import { onlyNeeded, withDrafts } from './needed-drafts.ts';
import { ringNetwork } from './ring-network.ts';
import type { RingResult } from './seal-ring.ts';

/** Places on an edge nearer to its ends than this are moved off the junction: what stands there is told from its neighbours. */
const OFF_JUNCTION_M = 4;
/** Rounds of closing what is left; one does, unless a stated place is ambiguous. */
const MOST_ROUNDS = 4;

/**
 * Checkpoints that seal all rings, given those on duty: each leak is closed, and leaks that one
 * checkpoint can control (30 m, its own level) are merged. Rings are done in the order given, each with
 * what was suggested for those before it. Every suggestion is needed: without it, its ring leaks.
 */
export function suggestSeals(
	roads: Roads,
	results: readonly Pick<RingResult, 'ground'>[],
	closures: Closures,
	lawful: boolean
): Suggestion[] {
	const grounds = results.flatMap(({ ground }) => (ground ? [ground] : []));
	const drafts: Draft[] = [];
	for (const ground of grounds) {
		for (let round = 0; round < MOST_ROUNDS; round++) {
			const net = ringNetwork(roads, ground, withDrafts(closures, drafts), lawful);
			const { directions } = ringCut(net, ground);
			if (directions.length === 0) break;
			const leaking = directions.map((direction) => net.stretchOf[direction >>> 1]);
			for (const suggestion of mergeLeaks(roads, ground, leaking)) {
				const id = `suggestion-${drafts.length}` as ItemId;
				drafts.push({ id, suggestion, controls: controlsOfPlaces(roads, suggestion.controls) });
			}
		}
	}
	return onlyNeeded(roads, grounds, closures, drafts, lawful);
}

/** A suggestion with the edges it closes. */
export interface Draft {
	readonly id: ItemId;
	readonly suggestion: Suggestion;
	readonly controls: readonly Control[];
}

interface Candidate {
	readonly x: number;
	readonly y: number;
	/** Leaks it would close, by place in the list, with the measure on the leak's edge nearest to it. */
	readonly closes: ReadonlyMap<number, number>;
}

/** Fewest first: the candidate that closes most leaks still open, until none are (greedy set cover). */
function mergeLeaks(roads: Roads, ground: RingGround, leaking: readonly number[]): Suggestion[] {
	const candidates = candidatesFor(roads, ground, leaking);
	const suggestions: Suggestion[] = [];
	const open = new Set(leaking.keys());
	while (open.size > 0) {
		let best = candidates[0];
		let most = 0;
		for (const candidate of candidates) {
			let count = 0;
			for (const leak of candidate.closes.keys()) if (open.has(leak)) count++;
			if (count > most) [best, most] = [candidate, count];
		}
		const closed = [...best.closes].filter(([leak]) => open.has(leak));
		for (const [leak] of closed) open.delete(leak);
		suggestions.push(describe(roads, ground, leaking, best, closed));
	}
	return suggestions;
}

function candidatesFor(roads: Roads, ground: RingGround, leaking: readonly number[]): Candidate[] {
	const places = leaking.map((s) => {
		const { edge, at } = ground.stretches[s];
		return lngLatAt(roads.graph, edge, offJunction(roads, ground, s, at));
	});
	const candidates = places.map((place, leak) =>
		candidateAt(roads, ground, leaking, place[0], place[1], leak)
	);
	for (let i = 0; i < places.length; i++) {
		const plane = localPlane(places[i]);
		for (let j = i + 1; j < places.length; j++) {
			const dx = (places[j][0] - places[i][0]) * plane.metresPerLng;
			const dy = (places[j][1] - places[i][1]) * plane.metresPerLat;
			if (dx * dx + dy * dy > (2 * CONTROL_RADIUS_M) ** 2) continue;
			const lng = (places[i][0] + places[j][0]) / 2;
			const lat = (places[i][1] + places[j][1]) / 2;
			candidates.push(candidateAt(roads, ground, leaking, lng, lat, null));
		}
	}
	return candidates;
}

function candidateAt(
	roads: Roads,
	ground: RingGround,
	leaking: readonly number[],
	lng: number,
	lat: number,
	standsOn: number | null
): Candidate {
	const x = Math.round(lng * GRID_PER_DEG);
	const y = Math.round(lat * GRID_PER_DEG);
	const stands = standsOn === null ? null : ground.stretches[leaking[standsOn]].edge;
	const closes = new Map<number, number>();
	const near = new Map(edgesControlledFrom(roads, x, y, stands).map(({ edge, measure }) => [edge, measure]));
	for (let leak = 0; leak < leaking.length; leak++) {
		const { edge, at, start, end } = ground.stretches[leaking[leak]];
		const measure = leak === standsOn ? at : near.get(edge);
		if (measure === undefined || measure < start || measure > end) continue;
		closes.set(leak, offJunction(roads, ground, leaking[leak], measure));
	}
	return { x, y, closes };
}

/** A measure of the stretch near `measure` and a few metres from either end, or its middle. */
function offJunction(roads: Roads, ground: RingGround, s: number, measure: number): number {
	const { edge, start, end } = ground.stretches[s];
	const { graph } = roads;
	if (lengthBetweenM(graph, edge, start, end) <= 2 * OFF_JUNCTION_M) return (start + end) / 2;
	if (lengthBetweenM(graph, edge, start, measure) < OFF_JUNCTION_M) {
		return measureAlong(roads, edge, start, OFF_JUNCTION_M);
	}
	if (lengthBetweenM(graph, edge, measure, end) < OFF_JUNCTION_M) {
		const wholeM = lengthBetweenM(graph, edge, start, end);
		return measureAlong(roads, edge, start, wholeM - OFF_JUNCTION_M);
	}
	return measure;
}

/** The measure of `edge` that is `metres` after `start`, or its end where the edge is shorter. */
export function measureAlong(roads: Roads, edge: number, start: number, metres: number): number {
	const last = lastMeasure(roads.graph, edge);
	let left = metres;
	for (let from = start; from < last;) {
		const to = Math.min(last, Math.floor(from) + 1);
		const lengthM = lengthBetweenM(roads.graph, edge, from, to);
		if (lengthM >= left && lengthM > 0) return from + ((to - from) * left) / lengthM;
		left -= lengthM;
		from = to;
	}
	return last;
}

function describe(
	roads: Roads,
	ground: RingGround,
	leaking: readonly number[],
	candidate: Candidate,
	closed: readonly (readonly [leak: number, measure: number])[]
): Suggestion {
	const { graph } = roads;
	// named for the greatest of its roads
	const greatest = closed
		.map(([leak]) => ground.stretches[leaking[leak]].edge)
		.reduce((a, b) => (graph.edgeClass[b] < graph.edgeClass[a] ? b : a));
	return {
		ring: ground.ring.id,
		at: [candidate.x / GRID_PER_DEG, candidate.y / GRID_PER_DEG],
		road: graph.edgeName[greatest] < 0 ? null : graph.names[graph.edgeName[greatest]],
		roadClass: ROAD_CLASSES[graph.edgeClass[greatest]],
		leaks: closed.length,
		controls: closed.map(([leak, measure]) => {
			const { edge } = ground.stretches[leaking[leak]];
			const [lng, lat] = lngLatAt(graph, edge, measure);
			return { way: graph.edgeWay[edge], at: [lng, lat] };
		})
	};
}
