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
import { atOnce } from '../at-once.ts';
import { mergeParts, partsOf, type HeldParts } from './held-parts.ts';
import { joinStretchesInSteps, type EdgePart } from './join-stretches.ts';
import type { RingMeets } from './ring-meets.ts';
import { sortInSteps } from './sort-in-steps.ts';
import { eachRing, RoadMemory } from './road-memory.ts';

export interface UnseenOptions {
	/** Ground that is held in tunnels and under decks too: patrol zones, which `footprints` may also hold. */
	readonly patrolled?: FlatRings | undefined;
}

/** What the unseen roads are looked for in. */
export interface UnseenGround {
	/** Parts asked about, by edge; null asks about all roads. */
	readonly asked: HeldParts | null;
	/** Edges that are no road any more. */
	readonly removed: ReadonlySet<number>;
	/** Rings whose lines blind networks may meet. */
	readonly rings: readonly RingMeets[];
}

/** Shorter stretches are counted but not listed. */
const LEAST_LISTED_M = 1;
/** Edges gone through between two steps. */
const EDGES_A_STEP = 1024;
/** Stretches listed between two steps. */
const STRETCHES_A_STEP = 1024;

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
	const held = atOnce(mergeParts(roads.graph.edgeCount, lists));
	const asked = area && area.length > 0 ? atOnce(memory.areaWithin(area)) : null;
	return atOnce(unseenIn(memory, held, { asked, removed: new Set(), rings: [] }));
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
		const whole = asked ? partsOf(asked, edge) : memory.whole(edge);
		if (whole.length === 0) continue;
		const roadM = partsLengthM(memory, edge, whole);
		const watched = partsOf(held, edge);
		const left = watched.length > 0 ? subtractParts(whole, watched) : whole;
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
	const stretches = yield* listStretches(graph, unseen, ground);
	return { summary, stretches, blind: yield* withStretches(ground, stretches) };
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

function* listStretches(
	graph: RoadGraph,
	unseen: readonly EdgePart[],
	ground: BlindGround
): Generator<void, UnseenStretch[]> {
	const stretches: UnseenStretch[] = [];
	for (const { places, line, lengthM } of yield* joinStretchesInSteps(graph, unseen)) {
		if (lengthM < LEAST_LISTED_M || line.length < 2) continue;
		const place = places.reduce((a, b) => (unseen[b].edge < unseen[a].edge ? b : a));
		const first = unseen[place];
		stretches.push({
			id: `unseen-${first.edge}-${Math.round(first.from * 1000)}`,
			road: graph.edgeName[first.edge] < 0 ? null : graph.names[graph.edgeName[first.edge]],
			roadClass: ROAD_CLASSES[graph.edgeClass[first.edge]],
			lengthM,
			line,
			network: ground.idOfPart(place)
		});
		if (stretches.length % STRETCHES_A_STEP === 0) yield;
	}
	return yield* sortInSteps(stretches, (a, b) => b.lengthM - a.lengthM || (a.id < b.id ? -1 : 1));
}

function* withStretches(
	{ networks }: BlindGround,
	stretches: readonly UnseenStretch[]
): Generator<void, BlindNetwork[]> {
	const count = new Map(networks.map(({ id }) => [id, 0]));
	for (const [i, { network }] of stretches.entries()) {
		if (i % STRETCHES_A_STEP === STRETCHES_A_STEP - 1) yield;
		const known = count.get(network);
		if (known !== undefined) count.set(network, known + 1);
	}
	return networks.map((network) => ({ ...network, stretches: count.get(network.id) ?? 0 }));
}
