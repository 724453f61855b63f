import type { ItemId } from '../../domain/items.ts';
import { lastMeasure } from '../../network/edge-line.ts';
import { NODE } from '../../network/road-graph.ts';
import { ringContains } from '../../network/ring-line.ts';
import type { Roads } from '../../network/roads.ts';
import { roadFlags } from '../../network/travel-mode.ts';
import { closedStretches, type Closures } from '../sealing/closures.ts';
import type { RingGround, Stretch } from '../sealing/ring-ground.ts';
import { INSIDE, OUTSIDE, type RingNetwork } from '../sealing/ring-network.ts';
import type { RingResult } from '../sealing/seal-ring.ts';

/** The node numbers that a system of rings shares with the network of one ring. */
export { INSIDE, OUTSIDE };

/**
 * All roads from inside one ring to outside another about it (or the same one), with who closes them.
 *
 * A *piece* is an edge of the graph, or the part of one that a single closing shuts. All ground deep
 * inside is node 0, all ground outside node 1, each pocket outside one node; otherwise a node is a node
 * of the graph, a spot in mid-edge, or the near side of a locked gate.
 */
export interface SystemRoads {
	readonly nodeCount: number;
	readonly from: readonly number[];
	readonly to: readonly number[];
	/** Edge of the graph, by piece. */
	readonly edge: readonly number[];
	/** Measures of each piece, without what lies deep inside or outside. */
	readonly start: readonly number[];
	readonly end: readonly number[];
	/** Metres that each piece adds to a pocket at one of its ends, once it is open. */
	readonly outerLengthM: readonly number[];
	/** Who closes each piece, as places in `checkpoints`; empty where nobody does. */
	readonly posts: readonly (readonly number[])[];
	readonly checkpoints: readonly ItemId[];
	/** Metres of open road in each pocket, by node. */
	readonly pocketM: ReadonlyMap<number, number>;
	/** Piece of each stretch of the inner ring's ground, and of the outer's; -1 where there is none. */
	readonly pieceOfInner: Int32Array;
	readonly pieceOfOuter: Int32Array;
}

/** A ring result that has ground to work on. */
export type RealResult = RingResult & { readonly ground: RingGround; readonly net: RingNetwork };

/** Whether a ring has ground: fewer than three points have none. */
export function isReal(result: RingResult): result is RealResult {
	return result.ground !== null && result.net !== null;
}

/** Lays out the roads from inside `inner` to outside `outer`, which holds it or is the same. One-way signs hold no one back. */
export function systemRoads(
	roads: Roads,
	inner: RealResult,
	outer: RealResult,
	closures: Closures
): SystemRoads {
	const survey = new SystemSurvey(roads, inner, outer, closures);
	const { edgeCount } = roads.graph;
	for (let edge = 0; edge < edgeCount; edge++) survey.addEdge(edge);
	return survey.finish();
}

const NOBODY: readonly number[] = [];

class SystemSurvey {
	private readonly from: number[] = [];
	private readonly to: number[] = [];
	private readonly edge: number[] = [];
	private readonly start: number[] = [];
	private readonly end: number[] = [];
	private readonly outerLengthM: number[] = [];
	private readonly posts: (readonly number[])[] = [];
	private readonly checkpoints: ItemId[] = [];
	private readonly indexOfPost = new Map<ItemId, number>();
	private readonly pocketM = new Map<number, number>();
	private readonly nodeOfPocket = new Map<number, number>();
	private readonly nodeOfSpot = new Map<number, number>();
	private readonly pieceOfInner: Int32Array;
	private readonly pieceOfOuter: Int32Array;
	private readonly wanted: number;
	private nodeCount: number;

	constructor(
		private readonly roads: Roads,
		private readonly inner: RealResult,
		private readonly outer: RealResult,
		private readonly closures: Closures
	) {
		this.nodeCount = 2 + roads.graph.nodeCount;
		this.wanted = roadFlags(inner.ground.mode);
		this.pieceOfInner = new Int32Array(inner.ground.stretches.length).fill(-1);
		this.pieceOfOuter = new Int32Array(outer.ground.stretches.length).fill(-1);
	}

	addEdge(edge: number): void {
		const { graph } = this.roads;
		if (!(graph.edgeFlags[edge] & this.wanted) || this.closures.removed.has(edge)) return;
		const inRange = this.inner.ground.stretchesOfEdge.get(edge);
		const outRange = this.outer.ground.stretchesOfEdge.get(edge);
		const last = lastMeasure(graph, edge);
		if (!inRange && !outRange) {
			const posts = this.postsOf(edge);
			const isHeld = posts.length > 0;
			const from = this.plainEnd(graph.edgeFrom[edge], isHeld);
			const to = this.plainEnd(graph.edgeTo[edge], isHeld);
			this.add(edge, from, to, 0, last, graph.edgeLengthM[edge], posts);
			return;
		}
		const inCount = inRange ? inRange[1] - inRange[0] : 0;
		const outCount = outRange ? outRange[1] - outRange[0] : 0;
		const isOne = this.inner.ground === this.outer.ground;
		if (inCount > 1 && outCount > 1 && !isOne) this.addThrough(edge, outRange as [number, number]);

		const from = this.groundEnd(edge, inRange?.[0], outRange?.[0], true);
		const to = this.groundEnd(edge, inRange && inRange[1] - 1, outRange && outRange[1] - 1, false);
		const bySplit = inCount > 1 || !outRange ? this.inner.ground : this.outer.ground;
		const [first, end] = (bySplit === this.inner.ground ? inRange : outRange) as readonly [number, number];
		let before = from;
		for (let s = first; s < end; s++) {
			const stretch = bySplit.stretches[s];
			const after = s + 1 === end ? to : this.jointAfter(bySplit, stretch);
			const [startAt, endAt] = this.trimmed(edge, stretch, before, after, inRange, outRange);
			const posts =
				end - first === 1 ? this.postsOf(edge) : this.postsOfStretch(edge, bySplit, first, end, s);
			const outer =
				outRange && bySplit === this.inner.ground ? this.outer.ground.stretches[outRange[0]] : stretch;
			const piece = this.add(edge, before, after, startAt, endAt, outer.outerLengthM, posts);
			if (bySplit === this.inner.ground) this.pieceOfInner[s] = piece;
			if (bySplit === this.outer.ground) this.pieceOfOuter[s] = piece;
			before = after;
		}
		if (inCount === 1 && inRange) this.pieceOfInner[inRange[0]] = this.from.length - 1;
		if (outCount === 1 && outRange) this.pieceOfOuter[outRange[0]] = this.from.length - 1;
	}

	finish(): SystemRoads {
		const { nodeCount, from, to, edge, start, end, outerLengthM, posts, checkpoints, pocketM } = this;
		const { pieceOfInner, pieceOfOuter } = this;
		return {
			nodeCount,
			from,
			to,
			edge,
			start,
			end,
			outerLengthM,
			posts,
			checkpoints,
			pocketM,
			pieceOfInner,
			pieceOfOuter
		};
	}

	private add(
		edge: number,
		from: number,
		to: number,
		start: number,
		end: number,
		outerLengthM: number,
		posts: readonly number[]
	): number {
		this.from.push(from);
		this.to.push(to);
		this.edge.push(edge);
		this.start.push(start);
		this.end.push(end);
		this.outerLengthM.push(outerLengthM);
		this.posts.push(posts);
		return this.from.length - 1;
	}

	/** An edge that goes deep inside the one ring and far outside the other in mid-edge, without a junction, is a way through. */
	private addThrough(edge: number, range: readonly [number, number]): void {
		const { holder } = this.outer.net;
		let isHeld = true;
		for (let s = range[0]; s < range[1]; s++) if (holder[s] === null) isHeld = false;
		const last = lastMeasure(this.roads.graph, edge);
		this.add(edge, INSIDE, OUTSIDE, 0, last, 0, isHeld ? this.postsOf(edge) : NOBODY);
	}

	/** The node at an end of an edge that lies on the ground of a ring. */
	private groundEnd(
		edge: number,
		inner: number | undefined,
		outer: number | undefined,
		isStart: boolean
	): number {
		const { graph } = this.roads;
		const end = isStart ? 'from' : 'to';
		if (inner !== undefined && this.inner.ground.stretches[inner][end] === 0) return INSIDE;
		if (outer !== undefined) {
			const place = this.outer.ground.stretches[outer][end];
			if (place !== 0) return this.nodeOfPlace(place);
		}
		return this.plainEnd(isStart ? graph.edgeFrom[edge] : graph.edgeTo[edge], false);
	}

	/** The node in mid-edge after a stretch. */
	private jointAfter(ground: RingGround, { to }: Stretch): number {
		if (ground === this.inner.ground && to === 0) return INSIDE;
		return ground === this.outer.ground && to !== 0 ? this.nodeOfPlace(to) : this.nodeCount++;
	}

	private nodeOfPlace(place: number): number {
		const { ground, net } = this.outer;
		if (net.nodeOf[place] === OUTSIDE) return OUTSIDE;
		if (ground.placeIsFar[place]) return this.pocketNode(net.outside.pocketOfPlace(place));
		if (ground.placeNode[place] >= 0) return 2 + ground.placeNode[place];
		const known = this.nodeOfSpot.get(place) ?? this.nodeCount++;
		this.nodeOfSpot.set(place, known);
		return known;
	}

	/** The node for a node of the graph; beyond the outer ring's ground it matters only at held roads which side it is. */
	private plainEnd(node: number, isAtHeld: boolean): number {
		const { graph } = this.roads;
		if (graph.nodeFlags[node] & NODE.LOCKED) return this.nodeCount++;
		const place = this.outer.ground.placeOfNode.get(node);
		if (place !== undefined) return this.nodeOfPlace(place);
		if (!isAtHeld || ringContains(this.outer.ground.line, graph.nodeLng[node], graph.nodeLat[node])) {
			return 2 + node;
		}
		const pocket = this.outer.net.outside.pocketOfNode(node);
		return pocket === 0 ? OUTSIDE : this.pocketNode(pocket);
	}

	private pocketNode(pocket: number): number {
		const known = this.nodeOfPocket.get(pocket);
		if (known !== undefined) return known;
		const node = this.nodeCount++;
		this.nodeOfPocket.set(pocket, node);
		this.pocketM.set(node, this.outer.net.outside.metresOfPocket(pocket));
		return node;
	}

	private trimmed(
		edge: number,
		stretch: Stretch,
		from: number,
		to: number,
		inRange: readonly [number, number] | undefined,
		outRange: readonly [number, number] | undefined
	): [number, number] {
		const inside = this.inner.ground.stretches;
		const outside = this.outer.ground.stretches;
		const isFirst = stretch.start === 0;
		const isLast = stretch.end === lastMeasure(this.roads.graph, edge);
		let { start, end } = stretch;
		if (from === INSIDE) start = isFirst && inRange ? inside[inRange[0]].bandStart : stretch.bandStart;
		else if (from === OUTSIDE)
			start = isFirst && outRange ? outside[outRange[0]].bandStart : stretch.bandStart;
		if (to === INSIDE) end = isLast && inRange ? inside[inRange[1] - 1].bandEnd : stretch.bandEnd;
		else if (to === OUTSIDE) end = isLast && outRange ? outside[outRange[1] - 1].bandEnd : stretch.bandEnd;
		return [start, Math.max(start, end)];
	}

	private postsOf(edge: number): readonly number[] {
		const list = this.closures.byEdge.get(edge);
		if (!list) return NOBODY;
		return [...new Set(list.map(({ checkpoint }) => this.indexOf(checkpoint)))].sort((a, b) => a - b);
	}

	private postsOfStretch(
		edge: number,
		ground: RingGround,
		first: number,
		end: number,
		s: number
	): readonly number[] {
		const list = this.closures.byEdge.get(edge);
		if (!list) return NOBODY;
		const here = list.filter(({ control }) =>
			closedStretches(this.roads, ground.stretches, first, end, control).includes(s)
		);
		return [...new Set(here.map(({ checkpoint }) => this.indexOf(checkpoint)))].sort((a, b) => a - b);
	}

	private indexOf(checkpoint: ItemId): number {
		const known = this.indexOfPost.get(checkpoint);
		if (known !== undefined) return known;
		this.indexOfPost.set(checkpoint, this.checkpoints.length);
		return this.checkpoints.push(checkpoint) - 1;
	}
}
