import type { BlindNetwork } from '../../domain/findings/routes.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { gridPointAt } from '../../network/edge-line.ts';
import { NODE, ROAD_CLASSES, type RoadGraph } from '../../network/road-graph.ts';
import type { EdgePart } from './join-stretches.ts';
import { LongestWay } from './longest-way.ts';
import { endsAtNodes } from './part-ends.ts';
import { groupParts } from './part-groups.ts';
import type { RingMeets } from './ring-meets.ts';

/** Shorter blind networks are not listed. */
export const LEAST_BLIND_M = 100;
/** A part that ends this near a ring's line meets it; both ends come of the same crossing, reckoned twice. */
const SAME_MEASURE = 1e-6;

/** Parts gone through between two steps. */
const PARTS_A_STEP = 4096;

/** Blind networks, longest first, and for each unseen part the id of its network, listed or not. */
export interface BlindGround {
	readonly networks: Omit<BlindNetwork, 'stretches'>[];
	readonly idOfPart: (part: number) => string;
}

/** The blind networks that unseen `parts` make up; see `BlindNetwork`. Yields after every few milliseconds of work. */
export function* blindNetworks(
	graph: RoadGraph,
	parts: readonly EdgePart[],
	rings: readonly RingMeets[]
): Generator<void, BlindGround> {
	const endAt = endsAtNodes(graph, parts);
	const rootOf = yield* groupParts(graph, parts, endAt);
	yield;
	const members = new Map<number, number[]>();
	for (let k = 0; k < parts.length; k++) {
		if (k % PARTS_A_STEP === PARTS_A_STEP - 1) yield;
		const group = members.get(rootOf[k]);
		if (group) group.push(k);
		else members.set(rootOf[k], [k]);
	}
	const longest = new LongestWay(graph, parts, endAt);
	const networks: BlindGround['networks'] = [];
	let read = 0;
	for (const [root, group] of members) {
		let lengthM = 0;
		for (const k of group) lengthM += parts[k].lengthM;
		if ((read += group.length) > PARTS_A_STEP) {
			read = 0;
			yield;
		}
		if (lengthM < LEAST_BLIND_M) continue;
		const way = yield* longest.within(group);
		networks.push({
			id: idOf(parts[root]),
			lengthM,
			...(yield* roadsOf(graph, parts, group)),
			longestWayM: way.lengthM,
			longestWay: way.line,
			rings: meetsOf(parts, group, rings),
			...(yield* extentOf(graph, parts, group))
		});
		yield;
	}
	networks.sort((a, b) => b.lengthM - a.lengthM || (a.id < b.id ? -1 : 1));
	return { networks, idOfPart: (k) => idOf(parts[rootOf[k]]) };
}

function idOf({ edge, from }: EdgePart): string {
	return `blind-${edge}-${Math.round(from * 1000)}`;
}

function* roadsOf(
	graph: RoadGraph,
	parts: readonly EdgePart[],
	group: readonly number[]
): Generator<void, Pick<BlindNetwork, 'road' | 'roadClass' | 'roads'>> {
	// names from 0 on, ways that have none below
	const lengthOf = new Map<number, { edge: number; lengthM: number }>();
	for (const [i, k] of group.entries()) {
		if (i % PARTS_A_STEP === PARTS_A_STEP - 1) yield;
		const { edge, lengthM } = parts[k];
		const key = graph.edgeName[edge] < 0 ? -1 - Math.abs(graph.edgeWay[edge]) : graph.edgeName[edge];
		const known = lengthOf.get(key);
		if (known) known.lengthM += lengthM;
		else lengthOf.set(key, { edge, lengthM });
	}
	const { edge } = [...lengthOf.values()].reduce((a, b) => (b.lengthM > a.lengthM ? b : a));
	return {
		roads: lengthOf.size,
		road: graph.edgeName[edge] < 0 ? null : graph.names[graph.edgeName[edge]],
		roadClass: ROAD_CLASSES[graph.edgeClass[edge]]
	};
}

function meetsOf(
	parts: readonly EdgePart[],
	group: readonly number[],
	rings: readonly RingMeets[]
): BlindNetwork['rings'] {
	const met: BlindNetwork['rings'] = [];
	for (const { ring, byEdge } of rings) {
		let meets = 0;
		for (const k of group) {
			const { edge, from, to } = parts[k];
			for (const at of byEdge.get(edge) ?? []) {
				if (at >= from - SAME_MEASURE && at <= to + SAME_MEASURE) meets++;
			}
		}
		if (meets > 0) met.push({ ring, meets });
	}
	return met;
}

function* extentOf(
	graph: RoadGraph,
	parts: readonly EdgePart[],
	group: readonly number[]
): Generator<void, Pick<BlindNetwork, 'bbox' | 'leavesData'>> {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	let leavesData = false;
	for (const [i, k] of group.entries()) {
		if (i % PARTS_A_STEP === PARTS_A_STEP - 1) yield;
		const { edge, from, to } = parts[k];
		for (let m = from; ; m = Math.min(to, Math.floor(m) + 1)) {
			const [x, y] = gridPointAt(graph, edge, m);
			west = Math.min(west, x);
			south = Math.min(south, y);
			east = Math.max(east, x);
			north = Math.max(north, y);
			if (m >= to) break;
		}
		const isWhole = to === graph.shapeStart[edge + 1] - graph.shapeStart[edge] - 1;
		if (from === 0 && graph.nodeFlags[graph.edgeFrom[edge]] & NODE.EDGE_OF_DATA) leavesData = true;
		if (isWhole && graph.nodeFlags[graph.edgeTo[edge]] & NODE.EDGE_OF_DATA) leavesData = true;
	}
	return {
		bbox: [west / GRID_PER_DEG, south / GRID_PER_DEG, east / GRID_PER_DEG, north / GRID_PER_DEG],
		leavesData
	};
}
