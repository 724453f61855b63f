import type {
	BlindNetwork,
	RoadShare,
	RoutesAnswer,
	RoutesSummary,
	UnseenStretch
} from '../../domain/findings/routes.ts';
import type { FlatRings } from '../../geo/flat-rings.ts';
import { lengthBetweenM } from '../../network/edge-line.ts';
import { ROAD_CLASSES, type RoadGraph } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import { blindNetworks, type BlindGround } from './blind-networks.ts';
import { subtractParts, type Parts } from './edge-parts.ts';
import { finish } from './finish.ts';
import { mergeParts, type HeldParts } from './held-parts.ts';
import { joinStretches, type EdgePart } from './join-stretches.ts';
import type { RingMeets } from './ring-meets.ts';
import { eachRing, RoadMemory } from './road-memory.ts';

export interface UnseenOptions {
	/** Ground that is held in tunnels and under decks too: patrol zones, which `footprints` may also hold. */
	readonly patrolled?: FlatRings | undefined;
}

/** What the unseen roads are looked for in. */
export interface UnseenGround {
	/** Parts asked about, by edge; null asks about all roads. */
	readonly asked: ReadonlyMap<number, Parts> | null;
	/** Edges that are no road any more. */
	readonly removed: ReadonlySet<number>;
	/** Rings whose lines blind networks may meet. */
	readonly rings: readonly RingMeets[];
}

/** Shorter stretches are counted but not listed. */
const LEAST_LISTED_M = 1;
/** Edges gone through between two steps. */
const EDGES_A_STEP = 1024;

/**
 * The stretches of road, of roads a car can use, that no footprint holds.
 *
 * `footprints`: rings as in `FlatRings`, clockwise ones holes in the exterior before them. `area`: rings
 * of the ground asked about in the same form; null or empty asks about all roads. Footprints reach neither
 * into tunnels nor under decks, but for `patrolled`. Stretches of one road that meet are joined.
 */
export function unseenRoads(
	roads: Roads,
	footprints: FlatRings,
	area: readonly Int32Array[] | null = null,
	options: UnseenOptions = {}
): RoutesAnswer {
	const memory = new RoadMemory(roads);
	const lists = [memory.seenWithin(eachRing(footprints))];
	if (options.patrolled) lists.push(memory.heldWithin(eachRing(options.patrolled)));
	const held = finish(mergeParts(roads.graph.edgeCount, lists));
	const asked = area && area.length > 0 ? memory.areaWithin(area) : null;
	return finish(unseenIn(memory, held, { asked, removed: new Set(), rings: [] }));
}

/** The same from what is held already known. Yields after every few milliseconds of work. */
export function* unseenIn(
	memory: RoadMemory,
	held: HeldParts,
	{ asked, removed, rings }: UnseenGround
): Generator<void, RoutesAnswer> {
	const { graph } = memory.roads;
	const summary: RoutesSummary = { roadM: 0, watchedM: 0, unseenM: 0, byClass: {} };
	const unseen: EdgePart[] = [];
	for (let edge = 0; edge < graph.edgeCount; edge++) {
		if (edge % EDGES_A_STEP === EDGES_A_STEP - 1) yield;
		if (!memory.isDrivable[edge] || removed.has(edge)) continue;
		const whole = asked ? asked.get(edge) : memory.whole(edge);
		if (!whole) continue;
		const roadM = partsLengthM(memory, edge, whole);
		const begin = held.start[edge];
		const left =
			begin < held.start[edge + 1]
				? subtractParts(whole, held.at.subarray(begin, held.start[edge + 1]))
				: whole;
		let unseenM = 0;
		for (let k = 0; k < left.length; k += 2) {
			const lengthM = partsLengthM(memory, edge, [left[k], left[k + 1]]);
			unseenM += lengthM;
			unseen.push({ edge, from: left[k], to: left[k + 1], lengthM });
		}
		const roadClass = ROAD_CLASSES[graph.edgeClass[edge]];
		addShare(summary, roadM, unseenM);
		addShare((summary.byClass[roadClass] ??= { roadM: 0, watchedM: 0, unseenM: 0 }), roadM, unseenM);
	}
	const ground = yield* blindNetworks(graph, unseen, rings);
	const stretches = listStretches(graph, unseen, ground);
	yield;
	return { summary, stretches, blind: withStretches(ground, stretches) };
}

function addShare(share: RoadShare, roadM: number, unseenM: number): void {
	share.roadM += roadM;
	share.unseenM += unseenM;
	share.watchedM += roadM - unseenM;
}

/** Metres of parts of an edge; a whole edge is as long as the graph says. */
function partsLengthM({ roads: { graph } }: RoadMemory, edge: number, parts: Parts): number {
	const last = graph.shapeStart[edge + 1] - graph.shapeStart[edge] - 1;
	if (parts.length === 2 && parts[0] === 0 && parts[1] === last) return graph.edgeLengthM[edge];
	let metres = 0;
	for (let k = 0; k < parts.length; k += 2) metres += lengthBetweenM(graph, edge, parts[k], parts[k + 1]);
	return metres;
}

function listStretches(graph: RoadGraph, unseen: readonly EdgePart[], ground: BlindGround): UnseenStretch[] {
	const place = new Map(unseen.map((part, k) => [part, k]));
	const stretches: UnseenStretch[] = [];
	for (const { parts, line, lengthM } of joinStretches(graph, unseen)) {
		if (lengthM < LEAST_LISTED_M || line.length < 2) continue;
		const first = parts.reduce((a, b) => (b.edge < a.edge ? b : a));
		stretches.push({
			id: `unseen-${first.edge}-${Math.round(first.from * 1000)}`,
			road: graph.edgeName[first.edge] < 0 ? null : graph.names[graph.edgeName[first.edge]],
			roadClass: ROAD_CLASSES[graph.edgeClass[first.edge]],
			lengthM,
			line,
			network: ground.idOfPart[place.get(first) as number]
		});
	}
	return stretches.sort((a, b) => b.lengthM - a.lengthM || (a.id < b.id ? -1 : 1));
}

function withStretches({ networks }: BlindGround, stretches: readonly UnseenStretch[]): BlindNetwork[] {
	const count = new Map<string, number>();
	for (const { network } of stretches) count.set(network, (count.get(network) ?? 0) + 1);
	return networks.map((network) => ({ ...network, stretches: count.get(network.id) ?? 0 }));
}
