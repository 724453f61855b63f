import { headOf, type Network } from '../../network/network.ts';
import { NODE } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import { isOpenOutwards, roadFlags, type LawfulView } from '../../network/travel-mode.ts';
import type { Closure, Closures } from './closures.ts';
import type { DepthField } from './depth-field.ts';
import type { RingGround } from './ring-ground.ts';
import { OUTSIDE, type RingNetwork } from './ring-network.ts';
import type { RingResult } from './seal-ring.ts';

/** Roles of an edge or a node in one search. */
const LEADS_IN = 1;
/** An edge that goes deep in mid-edge at the outer ring; a node on the ground about it. */
const NEAR_OUTER = 2;
const CLOSED = 4;
/** Off the ground about the outer ring, on its outer side. */
const BEYOND = 8;
const OUT = 16;

/**
 * A search in order of checkpoints met (0-1 breadth-first search, with a list per number). A state is a
 * node, or a direction along a closed edge: there the checkpoints just met are still in mind.
 */
export class DepthSearch {
	private readonly network: Network;
	private readonly edgeRole: Uint8Array;
	private readonly nodeRole: Uint8Array;
	private readonly best: Int16Array;
	private readonly bestAlong = new Map<number, number>();
	private readonly waiting: number[][] = [];
	private readonly inner: RingGround;
	private readonly innerNet: RingNetwork;
	private readonly outer: RingGround;
	private readonly outerNet: RingNetwork;
	private readonly wanted: number;
	private readonly lawful: LawfulView;
	private found = Infinity;

	/** Both results must have ground. */
	constructor(
		private readonly roads: Roads,
		private readonly field: DepthField,
		inner: RingResult,
		outer: RingResult,
		private readonly closures: Closures
	) {
		this.network = field.network;
		this.inner = inner.ground as RingGround;
		this.innerNet = inner.net as RingNetwork;
		this.outer = outer.ground as RingGround;
		this.outerNet = outer.net as RingNetwork;
		this.wanted = roadFlags(this.inner.mode);
		this.lawful = outer.lawful;
		this.edgeRole = new Uint8Array(this.network.edgeFrom.length);
		this.nodeRole = new Uint8Array(this.network.nodeCount);
		this.best = new Int16Array(this.network.nodeCount).fill(-1);
		this.assignRoles();
	}

	/** The fewest checkpoints met on the way out, or Infinity where there is none. */
	fewest(): number {
		this.setOut();
		for (let met = 0; met < this.waiting.length && met < this.found; met++) {
			const states = this.waiting[met];
			while (states.length > 0 && met < this.found) this.expand(states.pop() as number, met);
		}
		return this.found;
	}

	private assignRoles(): void {
		for (const edge of this.closures.byEdge.keys()) this.addEdgeRole(edge, CLOSED);
		for (const [edge, [first, end]] of this.outer.stretchesOfEdge) {
			if (end - first > 1) this.addEdgeRole(edge, NEAR_OUTER);
		}
		for (const [node, place] of this.outer.placeOfNode) {
			const isOut = this.outerNet.nodeOf[place] === OUTSIDE;
			this.nodeRole[this.nodeAt(node)] |= isOut ? NEAR_OUTER | OUT : NEAR_OUTER;
		}
	}

	private addEdgeRole(edge: number, role: number): void {
		const at = this.field.edgeAt ? this.field.edgeAt[edge] : edge;
		if (at >= 0) this.edgeRole[at] |= role;
	}

	private nodeAt(node: number): number {
		return this.field.nodeAt ? this.field.nodeAt[node] : node;
	}

	private graphEdge(edge: number): number {
		return this.field.graphEdge ? this.field.graphEdge[edge] : edge;
	}

	/** Leaves the inside of the inner ring along every road. */
	private setOut(): void {
		for (const [edge, [first, end]] of this.inner.stretchesOfEdge) {
			const at = this.field.edgeAt ? this.field.edgeAt[edge] : edge;
			for (let s = first; s < end; s++) {
				const { from, to } = this.inner.stretches[s];
				if (from !== 0 && to !== 0) continue;
				this.addEdgeRole(edge, LEADS_IN);
				if (end - first > 1) this.exitAlong(edge, 0, null);
				if (at < 0) continue;
				if (from === 0) this.setOutAlong(edge, at << 1, s, end);
				if (to === 0) this.setOutAlong(edge, (at << 1) | 1, first, s + 1);
			}
		}
	}

	/** Leaves along stretches `first` to `end` of an edge; of one that goes deep in mid-edge only they are met. */
	private setOutAlong(edge: number, direction: number, first: number, end: number): void {
		const range = this.inner.stretchesOfEdge.get(edge) as readonly [number, number];
		if (range[1] - range[0] === 1) {
			this.step(direction, 0, null, false);
			return;
		}
		if (!this.isPassable(direction)) return;
		const held = new Set(this.innerNet.holder.slice(first, end).filter((post) => post !== null));
		this.arrive(headOf(this.network, direction), held.size);
	}

	private expand(state: number, met: number): void {
		const { nodeCount, adjacentStart, adjacent } = this.network;
		let node = state;
		let last: readonly Closure[] | null = null;
		if (state < nodeCount) {
			if (this.best[state] !== met) return;
		} else {
			if (this.bestAlong.get(state) !== met) return;
			const direction = state - nodeCount;
			node = headOf(this.network, direction);
			last = this.closures.byEdge.get(this.graphEdge(direction >>> 1)) ?? null;
		}
		if (this.isOut(node)) {
			this.found = met;
			return;
		}
		const isBeyond = this.isBeyond(node);
		const end = adjacentStart[node + 1];
		for (let i = adjacentStart[node]; i < end; i++) {
			const role = this.edgeRole[adjacent[i] >>> 1];
			if (role & LEADS_IN) continue;
			if (role & NEAR_OUTER) this.exitAlong(this.graphEdge(adjacent[i] >>> 1), met, last);
			this.step(adjacent[i], met, last, isBeyond);
		}
	}

	private step(direction: number, met: number, last: readonly Closure[] | null, isBeyond: boolean): void {
		const edge = direction >>> 1;
		const node = headOf(this.network, direction);
		const isClosed = (this.edgeRole[edge] & CLOSED) !== 0;
		const known = this.best[node];
		if (!isClosed && known >= 0 && known <= met) return;
		if (!this.isPassable(direction)) return;
		if (isBeyond && !(this.nodeRole[node] & NEAR_OUTER)) this.nodeRole[node] |= BEYOND;
		if (!isClosed) {
			this.arrive(node, met);
			return;
		}
		const total = met + this.newlyMet(this.graphEdge(edge), last);
		const state = this.network.nodeCount + direction;
		const before = this.bestAlong.get(state);
		if (before !== undefined && before <= total) return;
		this.bestAlong.set(state, total);
		this.wait(state, total);
	}

	private arrive(node: number, met: number): void {
		const known = this.best[node];
		if (known >= 0 && known <= met) return;
		this.best[node] = met;
		this.wait(node, met);
	}

	private wait(state: number, met: number): void {
		while (this.waiting.length <= met) this.waiting.push([]);
		this.waiting[met].push(state);
	}

	/** Checkpoints on `edge` that were not on the edge just left. */
	private newlyMet(edge: number, last: readonly Closure[] | null): number {
		const here = this.closures.byEdge.get(edge);
		if (!here) return 0;
		let count = 0;
		for (let i = 0; i < here.length; i++) {
			const { checkpoint } = here[i];
			let isNew = true;
			for (let j = 0; j < i; j++) if (here[j].checkpoint === checkpoint) isNew = false;
			if (last) for (const before of last) if (before.checkpoint === checkpoint) isNew = false;
			if (isNew) count++;
		}
		return count;
	}

	/** An edge that goes far outside in mid-edge is a way out before its end. */
	private exitAlong(edge: number, met: number, last: readonly Closure[] | null): void {
		const range = this.outer.stretchesOfEdge.get(edge);
		if (!range || this.closures.removed.has(edge)) return;
		for (let s = range[0]; s < range[1]; s++) {
			const { from, to } = this.outer.stretches[s];
			const isFromOut = this.outer.placeNode[from] < 0 && this.outerNet.nodeOf[from] === OUTSIDE;
			const isToOut = this.outer.placeNode[to] < 0 && this.outerNet.nodeOf[to] === OUTSIDE;
			if (!isFromOut && !isToOut) continue;
			const cost = this.outerNet.holder[s] === null ? 0 : this.newlyMet(edge, last);
			this.found = Math.min(this.found, met + cost);
		}
	}

	private isOut(node: number): boolean {
		const role = this.nodeRole[node];
		if (role & OUT) return true;
		return (role & BEYOND) !== 0 && this.outerNet.outside.pocketOfNode(node) === 0;
	}

	/** Whether what lies behind a node of the graph, off the ground about the outer ring, is outside it. */
	private isBeyond(node: number): boolean {
		if (this.field.nodeAt) return false; // drawn together, all beyond is one with the place it was left from
		const role = this.nodeRole[node];
		if (role & BEYOND) return true;
		if (!(role & NEAR_OUTER)) return false;
		return this.outer.placeIsFar[this.outer.placeOfNode.get(node) as number] === 1;
	}

	private isPassable(direction: number): boolean {
		const { graph } = this.roads;
		const edge = this.graphEdge(direction >>> 1);
		const flags = graph.edgeFlags[edge];
		if (!(flags & this.wanted) || this.closures.removed.has(edge)) return false;
		if (!isOpenOutwards(flags, direction, this.inner.mode, this.lawful)) return false;
		const head = direction & 1 ? graph.edgeFrom[edge] : graph.edgeTo[edge];
		return !(graph.nodeFlags[head] & NODE.LOCKED);
	}
}
