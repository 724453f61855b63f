import type { Suggestion } from '../../domain/findings/sealing.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { lastMeasure, lengthBetweenM, lngLatAt, measureAlong } from '../../network/edge-line.ts';
import { ROAD_CLASSES } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import type { Ground } from '../road-gaps/ground.ts';
import { edgesControlledFrom } from '../sealing/controls.ts';
import type { RingGround } from '../sealing/ring-ground.ts';

/** A stated place is put so far from the ends of its road, where that is long enough: at a junction it could mean another. */
const OFF_END_M = 4;

/**
 * Where a post could close roads about the rings: on every stretch where it comes nearest to its ring, and
 * at both ends of it. A post is described with the roads of the rings it controls (30 m, its own level); roads that
 * count as several stretches are left to what `seal` suggests. Each spot once, in the order of the rings.
 */
export function postCandidates(
	roads: Roads,
	grounds: readonly RingGround[],
	within: readonly Ground[] | null
): Suggestion[] {
	const found = new Map<string, Suggestion>();
	for (const ring of grounds) {
		for (const { edge, at, start, end } of ring.stretches) {
			for (const measure of new Set([at, start, end])) {
				const [lng, lat] = lngLatAt(roads.graph, edge, measure);
				const x = Math.round(lng * GRID_PER_DEG);
				const y = Math.round(lat * GRID_PER_DEG);
				const key = `${x} ${y}`;
				if (found.has(key) || (within && !within.some((ground) => ground.contains(x, y)))) continue;
				const post = postAt(roads, grounds, ring, x, y, edge);
				if (post) found.set(key, post);
			}
		}
	}
	return [...found.values()];
}

function postAt(
	roads: Roads,
	grounds: readonly RingGround[],
	ring: RingGround,
	x: number,
	y: number,
	edge: number
): Suggestion | null {
	const { graph } = roads;
	const controls: Suggestion['controls'] = [];
	let greatest = edge;
	for (const near of edgesControlledFrom(roads, x, y, edge)) {
		const ranges = grounds.flatMap(({ stretchesOfEdge }) => stretchesOfEdge.get(near.edge) ?? []);
		if (ranges.length === 0) continue;
		if (ranges.some((value, i) => i % 2 === 1 && value - ranges[i - 1] > 1)) return null;
		const [lng, lat] = lngLatAt(graph, near.edge, offEnds(roads, near.edge, near.measure));
		controls.push({ way: graph.edgeWay[near.edge], at: [lng, lat] });
		if (graph.edgeClass[near.edge] < graph.edgeClass[greatest]) greatest = near.edge;
	}
	if (controls.length === 0) return null;
	return {
		ring: ring.ring.id,
		at: [x / GRID_PER_DEG, y / GRID_PER_DEG],
		road: graph.edgeName[greatest] < 0 ? null : graph.names[graph.edgeName[greatest]],
		roadClass: ROAD_CLASSES[graph.edgeClass[greatest]],
		leaks: 0,
		controls
	};
}

function offEnds(roads: Roads, edge: number, measure: number): number {
	const { graph } = roads;
	const last = lastMeasure(graph, edge);
	const wholeM = lengthBetweenM(graph, edge, 0, last);
	if (wholeM <= 2 * OFF_END_M) return measureAlong(roads.graph, edge, 0, wholeM / 2);
	const alongM = lengthBetweenM(graph, edge, 0, measure);
	if (alongM < OFF_END_M) return measureAlong(roads.graph, edge, 0, OFF_END_M);
	if (alongM > wholeM - OFF_END_M) return measureAlong(roads.graph, edge, 0, wholeM - OFF_END_M);
	return measure;
}
