import type { ControlRing } from '../../domain/items.ts';
import { ringContains, ringLine, type RingLine } from '../../network/ring-line.ts';
import { NODE, type TravelMode } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import { roadFlags } from '../../network/travel-mode.ts';
import type { EdgeRow } from './edge-row.ts';
import { DEEP, WITHIN } from './node-side.ts';
import { surveyRing, type RingSurvey } from './ring-survey.ts';
import type { Band } from './trace-edge.ts';

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

	/** What the ground was laid out from; the ground of the ring's next shape takes over what still holds. */
	readonly survey: RingSurvey;
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

/**
 * Lays out the ground of `ring` for `mode`; null where the ring has fewer than three points.
 *
 * `before` may be the ground of an earlier shape of the ring: then only roads about the corners that
 * moved are looked at again. The ground is the same, to the last number, with it and without.
 */
export function ringGround(
	roads: Roads,
	ring: ControlRing,
	mode: TravelMode,
	band: Band,
	before: RingGround | null = null
): RingGround | null {
	const line = ringLine(ring.geometry.coordinates[0] ?? []);
	if (!line) return null;
	const survey = surveyRing(roads, line, mode, band, before?.survey ?? null);
	const layout = new Layout(roads);
	for (const row of survey.rows) if (row.parts.length > 0) layout.add(row);
	return layout.finish(ring, survey);
}

/** Numbers places and stretches in the order of the edges. */
class Layout {
	private readonly node: number[] = [-1];
	private readonly isInside: number[] = [1];
	private readonly isFar: number[] = [0];
	private readonly isEdgeOfData: number[] = [0];
	private readonly placeOfNode = new Map<number, number>();
	private readonly stretches: Stretch[] = [];
	private readonly stretchesOfEdge = new Map<number, readonly [number, number]>();
	private readonly stretchesAtSpot = new Map<number, number[]>();

	constructor(private readonly roads: Roads) {}

	add({ edge, fromSide, toSide, parts, isSpotWithin }: EdgeRow): void {
		const { graph } = this.roads;
		const first = this.stretches.length;
		let from = this.placeAt(graph.edgeFrom[edge], fromSide);
		for (let i = 0; i < parts.length; i++) {
			const isLast = i + 1 === parts.length;
			const to = isLast ? this.placeAt(graph.edgeTo[edge], toSide) : this.placeInMiddle(isSpotWithin[i]);
			const index = this.stretches.length;
			const { start, end, bandStart, bandEnd, outerLengthM, isCrossing, at, offRingM } = parts[i];
			this.stretches.push({
				edge,
				from,
				to,
				start,
				end,
				bandStart,
				bandEnd,
				outerLengthM,
				isCrossing,
				at,
				offRingM
			});
			this.stretchesAtSpot.get(from)?.push(index);
			this.stretchesAtSpot.get(to)?.push(index);
			from = to;
		}
		this.stretchesOfEdge.set(edge, [first, this.stretches.length]);
	}

	finish(ring: ControlRing, survey: RingSurvey): RingGround {
		const { line, mode, band } = survey;
		return {
			ring,
			line,
			mode,
			band,
			placeCount: this.node.length,
			placeNode: Int32Array.from(this.node),
			placeIsInside: Uint8Array.from(this.isInside),
			placeIsFar: Uint8Array.from(this.isFar),
			placeIsEdgeOfData: Uint8Array.from(this.isEdgeOfData),
			placeOfNode: this.placeOfNode,
			stretches: this.stretches,
			stretchesOfEdge: this.stretchesOfEdge,
			stretchesAtSpot: this.stretchesAtSpot,
			hasEdgeOfData: survey.ends.size > 0,
			hasRoadInside: this.stretches.length > 0 || hasRoadInside(this.roads, line, mode),
			survey
		};
	}

	private placeAt(node: number, side: number): number {
		const isInside = (side & WITHIN) !== 0;
		const isDeep = (side & DEEP) !== 0;
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

	private placeInMiddle(isWithin: boolean): number {
		return isWithin ? 0 : this.addSpot(false, true);
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
