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

/** Most stretches of one edge that are told apart by `keyOfStretch`. */
const MOST_STRETCHES = 2 ** 20;

/** A number that tells a stretch from all others, the same for every shape of the ring in which its edge is in as many parts. */
export function keyOfStretch(ground: RingGround, s: number): number {
	const { edge } = ground.stretches[s];
	const [first] = ground.stretchesOfEdge.get(edge) as readonly [number, number];
	return edge * MOST_STRETCHES + s - first;
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
	return new Layout(roads, survey).ground(ring);
}

/** Numbers places and stretches in the order of the edges. */
class Layout {
	private placeCount = 1;
	private readonly node: Int32Array;
	private readonly isInside: Uint8Array;
	private readonly isFar: Uint8Array;
	private readonly isEdgeOfData: Uint8Array;
	private readonly placeOfNode = new Map<number, number>();
	private readonly stretches: Stretch[] = [];
	private readonly stretchesOfEdge = new Map<number, readonly [number, number]>();
	private readonly stretchesAtSpot = new Map<number, number[]>();

	constructor(
		private readonly roads: Roads,
		private readonly survey: RingSurvey
	) {
		// one place at most for each end of a part, and the ground inside
		let most = 1;
		for (const row of survey.rows) if (row) most += row.parts.length + 1;
		this.node = new Int32Array(most);
		this.isInside = new Uint8Array(most);
		this.isFar = new Uint8Array(most);
		this.isEdgeOfData = new Uint8Array(most);
		this.node[0] = -1;
		this.isInside[0] = 1;
		for (const row of survey.rows) if (row) this.add(row);
	}

	private add({ edge, fromSide, toSide, parts, isSpotWithin }: EdgeRow): void {
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

	ground(ring: ControlRing): RingGround {
		const { survey, placeCount } = this;
		const { line, mode, band } = survey;
		return {
			ring,
			line,
			mode,
			band,
			placeCount,
			placeNode: this.node.slice(0, placeCount),
			placeIsInside: this.isInside.slice(0, placeCount),
			placeIsFar: this.isFar.slice(0, placeCount),
			placeIsEdgeOfData: this.isEdgeOfData.slice(0, placeCount),
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
		const place = this.placeCount++;
		this.node[place] = node;
		this.isInside[place] = isInside ? 1 : 0;
		this.isFar[place] = !isInside && isDeep ? 1 : 0;
		return place;
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
