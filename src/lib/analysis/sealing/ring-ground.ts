import type { ControlRing } from '../../domain/items.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { localPlane } from '../../geo/local-plane.ts';
import { lastMeasure, lengthBetweenM } from '../../network/edge-line.ts';
import { ringContains, ringLine, type RingLine } from '../../network/ring-line.ts';
import { NODE, type TravelMode } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import { roadFlags } from '../../network/travel-mode.ts';
import { distanceToSegmentM } from './near-span.ts';
import { traceEdge, type Band, type DeepRun, type EdgeTrace } from './trace-edge.ts';

/**
 * The roads about one ring, whatever stands on them: what changes only when the ring does.
 *
 * A *place* is where stretches meet: a node of the graph, or a mid-edge spot of its own where an edge
 * dips deep to one side and comes back, or the near side of a locked gate. All ground deep inside is
 * place 0. A *stretch* is what one closing shuts: an edge, or the part of it between two such spots.
 */
export interface RingGround {
	readonly ring: ControlRing;
	readonly line: RingLine;
	readonly mode: TravelMode;
	readonly band: Band;

	readonly placeCount: number;
	/** Node of the graph, or -1. */
	readonly placeNode: Int32Array;
	readonly placeIsInside: Uint8Array;
	/** Beyond the band on the outer side. */
	readonly placeIsFar: Uint8Array;
	readonly placeIsEdgeOfData: Uint8Array;
	readonly placeOfNode: ReadonlyMap<number, number>;

	readonly stretches: readonly Stretch[];
	/** Stretches of an edge: the first and the one past the last. */
	readonly stretchesOfEdge: ReadonlyMap<number, readonly [first: number, end: number]>;
	/** Stretches at places that are no node of the graph. */
	readonly stretchesAtSpot: ReadonlyMap<number, readonly number[]>;

	readonly hasEdgeOfData: boolean;
	readonly hasRoadInside: boolean;
}

/** Part of an edge between two places; `from` comes first along the edge. */
export interface Stretch {
	readonly edge: number;
	readonly from: number;
	readonly to: number;
	/** Measures of its ends. */
	readonly start: number;
	readonly end: number;
	/** Measures of the part that lies in the band. */
	readonly bandStart: number;
	readonly bandEnd: number;
	/** Metres from `start` to `end`, and of a crossing only those outside the ring. */
	readonly outerLengthM: number;
	/** Whether its ends lie on different sides; then `at` is where it leaves the ring for good. */
	readonly isCrossing: boolean;
	/** Measure of the place to close it: the crossing, else where it comes nearest to the line. */
	readonly at: number;
	/** How far `at` is from the line. */
	readonly offRingM: number;
}

/** Deep pieces in mid-edge shorter than this are taken for a brush with the border of the band. */
const LEAST_RUN_M = 1;

/** Lays out the ground of `ring` for `mode`; null where the ring has fewer than three points. */
export function ringGround(roads: Roads, ring: ControlRing, mode: TravelMode, band: Band): RingGround | null {
	const line = ringLine(ring.geometry.coordinates[0] ?? []);
	if (!line) return null;
	const survey = new Survey(roads, line, mode, band);
	for (const edge of survey.edgesNear()) survey.addEdge(edge);
	return survey.finish(ring);
}

interface Spot {
	readonly place: number;
	readonly isInside: boolean;
	/** Where stretches end that meet here, by measure. */
	readonly measure: number;
	/** The deep ground about it, by measures; empty for a node in the band. */
	readonly from: number;
	readonly to: number;
}

class Survey {
	private readonly node: number[] = [-1];
	private readonly isInside: number[] = [1];
	private readonly isFar: number[] = [0];
	private readonly isEdgeOfData: number[] = [0];
	private readonly placeOfNode = new Map<number, number>();
	private readonly sideOfNode = new Map<number, number>();
	private readonly stretches: Stretch[] = [];
	private readonly stretchesOfEdge = new Map<number, readonly [number, number]>();
	private readonly stretchesAtSpot = new Map<number, number[]>();

	constructor(
		private readonly roads: Roads,
		private readonly line: RingLine,
		private readonly mode: TravelMode,
		private readonly band: Band
	) {}

	/** Edges of the mode with a point within the band's reach of the line, by number. */
	edgesNear(): number[] {
		const { roads, line } = this;
		if (!roads.segments) return [];
		const wanted = roadFlags(this.mode);
		const found = new Set<number>();
		const reachM = Math.max(this.band.insideM, this.band.outsideM) + 1;
		for (let k = 0; k < line.x.length; k++) {
			const n = k + 1 === line.x.length ? 0 : k + 1;
			const plane = localPlane([0, line.y[k] / GRID_PER_DEG]);
			const reachX = ((reachM * 1.01) / plane.metresPerLng) * GRID_PER_DEG;
			const reachY = (reachM / plane.metresPerLat) * GRID_PER_DEG;
			const dx = line.x[n] - line.x[k];
			const dy = line.y[n] - line.y[k];
			const pieces = Math.max(1, Math.ceil(Math.max(Math.abs(dx) / reachX, Math.abs(dy) / reachY) / 2));
			for (let p = 0; p < pieces; p++) {
				const ax = line.x[k] + (dx * p) / pieces;
				const ay = line.y[k] + (dy * p) / pieces;
				const bx = ax + dx / pieces;
				const by = ay + dy / pieces;
				const hits = roads.segments.search(
					Math.min(ax, bx) - reachX,
					Math.min(ay, by) - reachY,
					Math.max(ax, bx) + reachX,
					Math.max(ay, by) + reachY
				);
				for (const s of hits) {
					const edge = roads.segmentEdge[s];
					if (roads.graph.edgeFlags[edge] & wanted) found.add(edge);
				}
			}
		}
		return [...found].sort((a, b) => a - b);
	}

	addEdge(edge: number): void {
		const { graph } = this.roads;
		const fromSide = this.side(graph.edgeFrom[edge]);
		const toSide = this.side(graph.edgeTo[edge]);
		const trace = traceEdge(graph, this.line, edge, this.band, (fromSide & INSIDE) !== 0);
		const last = lastMeasure(graph, edge);
		const runs = trace.deep;
		const head = (fromSide & DEEP) !== 0 && runs[0]?.from === 0 ? runs[0] : null;
		const tail = (toSide & DEEP) !== 0 && runs.at(-1)?.to === last ? (runs.at(-1) as DeepRun) : null;
		const middle = runs.filter(
			(run) => run !== head && run !== tail && lengthBetweenM(graph, edge, run.from, run.to) >= LEAST_RUN_M
		);
		// deep on one side at both ends and nowhere else: it joins nothing that was apart
		if (middle.length === 0 && (fromSide & DEEP) !== 0 && fromSide === toSide) return;

		const first = this.stretches.length;
		let before = this.endSpot(graph.edgeFrom[edge], fromSide, 0, 0, head?.to ?? 0);
		for (const run of middle) {
			const spot = this.middleSpot(run);
			this.addStretch(edge, before, spot, trace);
			before = spot;
		}
		const after = this.endSpot(graph.edgeTo[edge], toSide, last, tail?.from ?? last, last);
		this.addStretch(edge, before, after, trace);
		this.stretchesOfEdge.set(edge, [first, this.stretches.length]);
	}

	finish(ring: ControlRing): RingGround {
		const { line, roads } = this;
		return {
			ring,
			line,
			mode: this.mode,
			band: this.band,
			placeCount: this.node.length,
			placeNode: Int32Array.from(this.node),
			placeIsInside: Uint8Array.from(this.isInside),
			placeIsFar: Uint8Array.from(this.isFar),
			placeIsEdgeOfData: Uint8Array.from(this.isEdgeOfData),
			placeOfNode: this.placeOfNode,
			stretches: this.stretches,
			stretchesOfEdge: this.stretchesOfEdge,
			stretchesAtSpot: this.stretchesAtSpot,
			hasEdgeOfData: this.touchesEdgeOfData(),
			hasRoadInside: this.stretches.length > 0 || hasRoadInside(roads, line, this.mode)
		};
	}

	private addStretch(edge: number, before: Spot, after: Spot, trace: EdgeTrace): void {
		const { graph } = this.roads;
		const start = before.measure;
		const end = after.measure;
		const bandStart = before.to;
		const bandEnd = Math.max(bandStart, after.from);
		const isCrossing = before.isInside !== after.isInside;

		let at = before.isInside ? bandEnd : bandStart;
		let offRingM = Math.max(this.band.insideM, this.band.outsideM);
		if (isCrossing) {
			const inPart = trace.crossings.filter((m) => m >= bandStart && m <= bandEnd);
			at = (before.isInside ? inPart.at(-1) : inPart[0]) ?? at;
			offRingM = 0;
		} else {
			for (const near of trace.approaches) {
				if (near.distanceM >= offRingM || near.measure < bandStart || near.measure > bandEnd) continue;
				offRingM = near.distanceM;
				at = near.measure;
			}
		}
		const index = this.stretches.length;
		this.stretches.push({
			edge,
			from: before.place,
			to: after.place,
			start,
			end,
			bandStart,
			bandEnd,
			outerLengthM: lengthBetweenM(
				graph,
				edge,
				isCrossing && before.isInside ? at : start,
				isCrossing && after.isInside ? at : end
			),
			isCrossing,
			at,
			offRingM
		});
		for (const spot of [before, after]) this.stretchesAtSpot.get(spot.place)?.push(index);
	}

	private endSpot(node: number, side: number, measure: number, from: number, to: number): Spot {
		const isInside = (side & INSIDE) !== 0;
		const isDeep = (side & DEEP) !== 0;
		return { place: this.placeAt(node, isInside, isDeep), isInside, measure, from, to };
	}

	private placeAt(node: number, isInside: boolean, isDeep: boolean): number {
		if (isInside && isDeep) return 0;
		const flags = this.roads.graph.nodeFlags[node];
		if (flags & NODE.LOCKED) return this.addSpot(isInside, isDeep);
		const known = this.placeOfNode.get(node);
		if (known !== undefined) return known;
		const place = this.addPlace(node, isInside, isDeep);
		if (flags & NODE.EDGE_OF_DATA) this.isEdgeOfData[place] = 1;
		this.placeOfNode.set(node, place);
		return place;
	}

	private middleSpot(run: DeepRun): Spot {
		const place = run.isInside ? 0 : this.addSpot(false, true);
		return { place, isInside: run.isInside, measure: (run.from + run.to) / 2, from: run.from, to: run.to };
	}

	private addSpot(isInside: boolean, isDeep: boolean): number {
		const place = this.addPlace(-1, isInside, isDeep);
		this.stretchesAtSpot.set(place, []);
		return place;
	}

	private addPlace(node: number, isInside: boolean, isDeep: boolean): number {
		this.node.push(node);
		this.isInside.push(isInside ? 1 : 0);
		this.isFar.push(!isInside && isDeep ? 1 : 0);
		this.isEdgeOfData.push(0);
		return this.node.length - 1;
	}

	/** Bits `INSIDE` and `DEEP` of a node. */
	private side(node: number): number {
		const known = this.sideOfNode.get(node);
		if (known !== undefined) return known;
		const x = this.roads.graph.nodeLng[node];
		const y = this.roads.graph.nodeLat[node];
		const isInside = ringContains(this.line, x, y);
		const reachM = isInside ? this.band.insideM : this.band.outsideM;
		const side = (isInside ? INSIDE : 0) | (distanceToLineM(this.line, x, y, reachM) > reachM ? DEEP : 0);
		this.sideOfNode.set(node, side);
		return side;
	}

	private touchesEdgeOfData(): boolean {
		const { graph, edgeOfData } = this.roads;
		const { line, band } = this;
		const plane = localPlane([0, line.segments.minY / GRID_PER_DEG]);
		const reachX = ((band.outsideM * 1.05) / plane.metresPerLng) * GRID_PER_DEG;
		const reachY = (band.outsideM / plane.metresPerLat) * GRID_PER_DEG;
		for (const v of edgeOfData) {
			const x = graph.nodeLng[v];
			const y = graph.nodeLat[v];
			if (x < line.segments.minX - reachX || x > line.segments.maxX + reachX) continue;
			if (y < line.segments.minY - reachY || y > line.segments.maxY + reachY) continue;
			if (ringContains(line, x, y)) return true;
			if (distanceToLineM(line, x, y, band.outsideM) <= band.outsideM) return true;
		}
		return false;
	}
}

const INSIDE = 1;
const DEEP = 2;

/** Metres from a point (1e-7 degrees) to the line; Infinity where it is farther than `reachM`. */
function distanceToLineM(line: RingLine, x: number, y: number, reachM: number): number {
	const plane = localPlane([0, y / GRID_PER_DEG]);
	const kx = plane.metresPerLng / GRID_PER_DEG;
	const ky = plane.metresPerLat / GRID_PER_DEG;
	const reachX = reachM / kx + 1;
	const reachY = reachM / ky + 1;
	let best = Infinity;
	for (const k of line.segments.search(x - reachX, y - reachY, x + reachX, y + reachY)) {
		const n = k + 1 === line.x.length ? 0 : k + 1;
		const distanceM = distanceToSegmentM(
			0,
			0,
			(line.x[k] - x) * kx,
			(line.y[k] - y) * ky,
			(line.x[n] - x) * kx,
			(line.y[n] - y) * ky
		);
		if (distanceM < best) best = distanceM;
	}
	return best;
}

function hasRoadInside(roads: Roads, line: RingLine, mode: TravelMode): boolean {
	if (!roads.segments) return false;
	const { graph, segmentEdge } = roads;
	const wanted = roadFlags(mode);
	const { minX, minY, maxX, maxY } = line.segments;
	return roads.segments.search(minX, minY, maxX, maxY).some((s) => {
		const edge = segmentEdge[s];
		return (
			(graph.edgeFlags[edge] & wanted) !== 0 &&
			ringContains(line, graph.shapeLng[s + edge], graph.shapeLat[s + edge])
		);
	});
}
