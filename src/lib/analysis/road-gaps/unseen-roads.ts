import type { RoadShare, RoutesAnswer, RoutesSummary, UnseenStretch } from '../../domain/findings/routes.ts';
import type { FlatRings } from '../../geo/flat-rings.ts';
import { lastMeasure, lengthBetweenM } from '../../network/edge-line.ts';
import { EDGE, ROAD_CLASSES, type RoadGraph } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import { collectWithin, collectWithinLarge, PartCollector, subtractParts, type Parts } from './edge-parts.ts';
import { groundsOf } from './ground.ts';
import { joinStretches, type EdgePart } from './join-stretches.ts';

export interface UnseenOptions {
	/** Ground that is held in tunnels too: patrol zones, which `footprints` may also hold. */
	readonly inTunnels?: FlatRings | undefined;
}

/** Shorter stretches are counted but not listed. */
const LEAST_LISTED_M = 1;

/**
 * The stretches of road, of roads a car can use, that no footprint holds.
 *
 * `footprints`: rings as in `FlatRings`, clockwise ones holes in the exterior before them. `area`: rings
 * of the ground asked about in the same form; null or empty asks about all roads. Footprints do not
 * reach into tunnels but for `inTunnels`. Stretches of one road that meet are joined.
 */
export function unseenRoads(
	roads: Roads,
	footprints: FlatRings,
	area: readonly Int32Array[] | null = null,
	options: UnseenOptions = {}
): RoutesAnswer {
	const { graph } = roads;
	const isDrivable = edgesWith(graph, (flags) => (flags & EDGE.DRIVE) !== 0);
	const isAbove = edgesWith(graph, (flags) => (flags & EDGE.DRIVE) !== 0 && (flags & EDGE.TUNNEL) === 0);

	const watched = new PartCollector();
	for (const ground of groundsOf(ringsOf(footprints))) collectWithin(roads, ground, isAbove, watched);
	if (options.inTunnels) {
		for (const ground of groundsOf(ringsOf(options.inTunnels)))
			collectWithin(roads, ground, isDrivable, watched);
	}
	const asked = area && area.length > 0 ? partsWithin(roads, area, isDrivable) : null;
	return answerFrom(graph, isDrivable, asked, watched.merged());
}

function partsWithin(roads: Roads, area: readonly Int32Array[], isDrivable: Uint8Array): Map<number, Parts> {
	const parts = new PartCollector();
	for (const ground of groundsOf(area)) collectWithinLarge(roads, ground, isDrivable, parts);
	return parts.merged();
}

function answerFrom(
	graph: RoadGraph,
	isDrivable: Uint8Array,
	asked: Map<number, Parts> | null,
	watched: Map<number, Parts>
): RoutesAnswer {
	const summary: RoutesSummary = { roadM: 0, watchedM: 0, unseenM: 0, byClass: {} };
	const unseen: EdgePart[] = [];
	for (let edge = 0; edge < graph.edgeCount; edge++) {
		if (!isDrivable[edge]) continue;
		const last = lastMeasure(graph, edge);
		const whole = asked ? asked.get(edge) : [0, last];
		if (!whole) continue;
		const roadM = partsLengthM(graph, edge, whole);
		const held = watched.get(edge);
		const left = held ? subtractParts(whole, held) : whole;
		let unseenM = 0;
		for (let k = 0; k < left.length; k += 2) {
			const lengthM = partsLengthM(graph, edge, [left[k], left[k + 1]]);
			unseenM += lengthM;
			unseen.push({ edge, from: left[k], to: left[k + 1], lengthM });
		}
		const roadClass = ROAD_CLASSES[graph.edgeClass[edge]];
		addShare(summary, roadM, unseenM);
		addShare((summary.byClass[roadClass] ??= { roadM: 0, watchedM: 0, unseenM: 0 }), roadM, unseenM);
	}
	return { summary, stretches: listStretches(graph, unseen) };
}

function addShare(share: RoadShare, roadM: number, unseenM: number): void {
	share.roadM += roadM;
	share.unseenM += unseenM;
	share.watchedM += roadM - unseenM;
}

/** Metres of parts of an edge; a whole edge is as long as the graph says. */
function partsLengthM(graph: RoadGraph, edge: number, parts: Parts): number {
	const last = lastMeasure(graph, edge);
	if (parts.length === 2 && parts[0] === 0 && parts[1] === last) return graph.edgeLengthM[edge];
	let metres = 0;
	for (let k = 0; k < parts.length; k += 2) metres += lengthBetweenM(graph, edge, parts[k], parts[k + 1]);
	return metres;
}

function listStretches(graph: RoadGraph, unseen: readonly EdgePart[]): UnseenStretch[] {
	const stretches: UnseenStretch[] = [];
	for (const { parts, line, lengthM } of joinStretches(graph, unseen)) {
		if (lengthM < LEAST_LISTED_M || line.length < 2) continue;
		const first = parts.reduce((a, b) => (b.edge < a.edge ? b : a));
		stretches.push({
			id: `unseen-${first.edge}-${Math.round(first.from * 1000)}`,
			road: graph.edgeName[first.edge] < 0 ? null : graph.names[graph.edgeName[first.edge]],
			roadClass: ROAD_CLASSES[graph.edgeClass[first.edge]],
			lengthM,
			line
		});
	}
	return stretches.sort((a, b) => b.lengthM - a.lengthM || (a.id < b.id ? -1 : 1));
}

function edgesWith(graph: RoadGraph, isWanted: (flags: number) => boolean): Uint8Array {
	return Uint8Array.from(graph.edgeFlags, (flags) => (isWanted(flags) ? 1 : 0));
}

function* ringsOf({ ringStart, coords }: FlatRings): Generator<Int32Array> {
	for (let r = 0; r + 1 < ringStart.length; r++) {
		yield coords.subarray(2 * ringStart[r], 2 * ringStart[r + 1]);
	}
}
