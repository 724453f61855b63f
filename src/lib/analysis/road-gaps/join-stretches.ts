import type { LngLat } from '../../geo/coordinates.ts';
import { appendLine } from '../../network/edge-line.ts';
import type { RoadGraph } from '../../network/road-graph.ts';
import { atOnce } from '../at-once.ts';
import { endsAtNodes } from './part-ends.ts';

/** Nodes or stretches gone through between two steps. */
const STEP = 2048;

/** A part of an edge by measures, with its length. */
export interface EdgePart {
	readonly edge: number;
	readonly from: number;
	readonly to: number;
	readonly lengthM: number;
}

/** Parts of one road, end to end. */
export interface JoinedStretch {
	readonly parts: readonly EdgePart[];
	/** Their places in the list of parts that was handed in. */
	readonly places: readonly number[];
	readonly line: LngLat[];
	readonly lengthM: number;
}

/** `joinStretchesInSteps` without a pause. */
export function joinStretches(graph: RoadGraph, parts: readonly EdgePart[]): JoinedStretch[] {
	return atOnce(joinStretchesInSteps(graph, parts));
}

/**
 * Joins parts of one road that meet at a node into lines. One road is one name and class, or without a
 * name one way. Where not two but more ends of a road meet, none are joined. In order of edges. Yields
 * after every few milliseconds of work.
 */
export function* joinStretchesInSteps(
	graph: RoadGraph,
	parts: readonly EdgePart[]
): Generator<void, JoinedStretch[]> {
	const partner = yield* pairEnds(graph, parts, endsAtNodes(graph, parts));
	const isDone = new Uint8Array(parts.length);
	const joined: JoinedStretch[] = [];
	for (let pass = 0; pass < 2; pass++) {
		// first lines with a loose end, then rounds
		for (let k = 0; k < parts.length; k++) {
			if (isDone[k]) continue;
			const loose = partner[2 * k] < 0 ? 2 * k : partner[2 * k + 1] < 0 ? 2 * k + 1 : -1;
			if (pass === 0 && loose < 0) continue;
			if (joined.length % STEP === STEP - 1) yield;
			joined.push(follow(graph, parts, partner, isDone, loose < 0 ? 2 * k : loose));
		}
	}
	return joined;
}

/** For each end (part k starts at end 2k and ends at end 2k + 1) the one it is joined to, or -1. */
function* pairEnds(
	graph: RoadGraph,
	parts: readonly EdgePart[],
	endAt: Int32Array
): Generator<void, Int32Array> {
	const partner = new Int32Array(2 * parts.length).fill(-1);
	for (let node = 0; node < graph.nodeCount; node++) {
		if (node % STEP === STEP - 1) yield;
		const end = graph.adjacentStart[node + 1];
		for (let i = graph.adjacentStart[node]; i < end; i++) {
			const mine = endAt[graph.adjacent[i]];
			if (mine < 0) continue;
			let others = 0;
			let other = -1;
			for (let j = graph.adjacentStart[node]; j < end; j++) {
				const theirs = endAt[graph.adjacent[j]];
				if (j === i || theirs < 0 || !isOneRoad(graph, graph.adjacent[i] >>> 1, graph.adjacent[j] >>> 1)) {
					continue;
				}
				others++;
				other = theirs;
			}
			if (others === 1 && other >> 1 !== mine >> 1) partner[mine] = other;
		}
	}
	return partner;
}

function isOneRoad(graph: RoadGraph, a: number, b: number): boolean {
	if (graph.edgeClass[a] !== graph.edgeClass[b] || graph.edgeName[a] !== graph.edgeName[b]) return false;
	return graph.edgeName[a] >= 0 || graph.edgeWay[a] === graph.edgeWay[b];
}

function follow(
	graph: RoadGraph,
	parts: readonly EdgePart[],
	partner: Int32Array,
	isDone: Uint8Array,
	start: number
): JoinedStretch {
	const line: LngLat[] = [];
	const found: EdgePart[] = [];
	const places: number[] = [];
	let lengthM = 0;
	for (let end = start; end >= 0 && !isDone[end >> 1]; end = partner[end ^ 1]) {
		const part = parts[end >> 1];
		isDone[end >> 1] = 1;
		found.push(part);
		places.push(end >> 1);
		lengthM += part.lengthM;
		if (end & 1) appendLine(line, graph, part.edge, part.to, part.from);
		else appendLine(line, graph, part.edge, part.from, part.to);
	}
	return { parts: found, places, line, lengthM };
}
