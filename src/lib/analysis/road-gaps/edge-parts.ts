import { lastMeasure } from '../../network/edge-line.ts';
import type { Roads } from '../../network/roads.ts';
import { atOnce } from '../at-once.ts';
import type { Ground } from './ground.ts';

/** Parts of one edge: from, to, from, to … by measure, in order, neither meeting nor overlapping. */
export type Parts = ArrayLike<number>;

/** Parts of many edges one after the other: edge, from, to, edge, from, to … in order, merged within an edge. */
export type PartList = Float64Array;

/** Collects parts of edges, in any order and overlapping, and gives them back merged. */
export class PartCollector {
	private readonly edge: number[] = [];
	private readonly from: number[] = [];
	private readonly to: number[] = [];

	add(edge: number, from: number, to: number): void {
		if (!(to > from)) return;
		this.edge.push(edge);
		this.from.push(from);
		this.to.push(to);
	}

	/** The merged parts, in order. */
	list(): PartList {
		const { edge, from, to } = this;
		const order = Uint32Array.from(edge.keys());
		if (!this.isInOrder()) order.sort((a, b) => edge[a] - edge[b] || from[a] - from[b]);
		const list: number[] = [];
		let present = -1;
		for (const k of order) {
			const end = list.length - 1;
			if (edge[k] !== present || from[k] > list[end]) {
				present = edge[k];
				list.push(present, from[k], to[k]);
			} else if (to[k] > list[end]) list[end] = to[k];
		}
		return Float64Array.from(list);
	}

	private isInOrder(): boolean {
		const { edge, from } = this;
		for (let k = 1; k < edge.length; k++) {
			if (edge[k] < edge[k - 1] || (edge[k] === edge[k - 1] && from[k] < from[k - 1])) return false;
		}
		return true;
	}

	/** The merged parts of every edge that has any. */
	merged(): Map<number, Parts> {
		const parts = new Map<number, number[]>();
		const list = this.list();
		for (let k = 0; k < list.length; k += 3) {
			const known = parts.get(list[k]);
			if (known) known.push(list[k + 1], list[k + 2]);
			else parts.set(list[k], [list[k + 1], list[k + 2]]);
		}
		return parts;
	}
}

/** Adds the parts of roads that lie in `ground`, of edges for which `wanted` has a 1. */
export function collectWithin(roads: Roads, ground: Ground, wanted: Uint8Array, parts: PartCollector): void {
	if (!roads.segments) return;
	const { graph, segmentEdge } = roads;
	const { shapeLng, shapeLat, shapeStart } = graph;
	for (const s of roads.segments.search(ground.minX, ground.minY, ground.maxX, ground.maxY)) {
		const edge = segmentEdge[s];
		if (!wanted[edge]) continue;
		const i = s + edge;
		const measure = i - shapeStart[edge];
		const [px, py, qx, qy] = [shapeLng[i], shapeLat[i], shapeLng[i + 1], shapeLat[i + 1]];
		let isInside = ground.contains(px, py);
		let from = 0;
		for (const share of ground.crossings(px, py, qx, qy)) {
			if (isInside) parts.add(edge, measure + from, measure + share);
			isInside = !isInside;
			from = share;
		}
		if (isInside) parts.add(edge, measure + from, measure + 1);
	}
}

/** Edges gone through between two steps. */
const EDGES_A_STEP = 2048;

/** The same by whole edges where no border comes near: for ground that is large beside an edge. */
export function collectWithinLarge(
	roads: Roads,
	ground: Ground,
	wanted: Uint8Array,
	parts: PartCollector
): void {
	atOnce(collectWithinLargeInSteps(roads, ground, wanted, parts));
}

/** The same in steps of a few milliseconds. */
export function* collectWithinLargeInSteps(
	roads: Roads,
	ground: Ground,
	wanted: Uint8Array,
	parts: PartCollector
): Generator<void> {
	const { graph } = roads;
	const { shapeLng, shapeLat, shapeStart } = graph;
	for (let edge = 0; edge < graph.edgeCount; edge++) {
		if (edge % EDGES_A_STEP === EDGES_A_STEP - 1) yield;
		if (!wanted[edge]) continue;
		const first = shapeStart[edge];
		const end = shapeStart[edge + 1];
		let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
		for (let i = first; i < end; i++) {
			if (shapeLng[i] < minX) minX = shapeLng[i];
			if (shapeLng[i] > maxX) maxX = shapeLng[i];
			if (shapeLat[i] < minY) minY = shapeLat[i];
			if (shapeLat[i] > maxY) maxY = shapeLat[i];
		}
		if (minX > ground.maxX || maxX < ground.minX || minY > ground.maxY || maxY < ground.minY) continue;
		let isInside = ground.contains(shapeLng[first], shapeLat[first]);
		if (!ground.hasBorderIn(minX, minY, maxX, maxY)) {
			if (isInside) parts.add(edge, 0, lastMeasure(graph, edge));
			continue;
		}
		let from = 0;
		for (let i = first; i < end - 1; i++) {
			for (const share of ground.crossings(shapeLng[i], shapeLat[i], shapeLng[i + 1], shapeLat[i + 1])) {
				const at = i - first + share;
				if (isInside) parts.add(edge, from, at);
				isInside = !isInside;
				from = at;
			}
		}
		if (isInside) parts.add(edge, from, lastMeasure(graph, edge));
	}
}

/** What of `whole` is not in `taken`. */
export function subtractParts(whole: Parts, taken: Parts): number[] {
	const left: number[] = [];
	let t = 0;
	for (let w = 0; w < whole.length; w += 2) {
		let at = whole[w];
		const end = whole[w + 1];
		while (t < taken.length && taken[t + 1] <= at) t += 2;
		for (let k = t; k < taken.length && taken[k] < end; k += 2) {
			if (taken[k] > at) left.push(at, taken[k]);
			at = taken[k + 1];
		}
		if (at < end) left.push(at, end);
	}
	return left;
}
