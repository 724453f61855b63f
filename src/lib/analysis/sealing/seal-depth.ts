import { headOf } from '../../network/network.ts';
import { EDGE, NODE } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import type { Closure, Closures } from './closures.ts';
import { liesWithin } from './nesting.ts';
import type { RingGround } from './ring-ground.ts';
import { OUTSIDE, type RingNetwork } from './ring-network.ts';
import type { RingResult } from './seal-ring.ts';

/**
 * The least number of on-duty checkpoints on any way from inside an innermost ring (lowest level) to
 * outside the outermost ring about it; null without rings, or where no way leads out.
 *
 * A checkpoint that closes several roads in a row is met once; an edge that two checkpoints close meets
 * both; one met again after it was left counts again. The ground of all rings must be of one mode.
 */
export function sealDepth(roads: Roads, results: readonly RingResult[], closures: Closures): number | null {
	const real = results.filter((result) => result.ground && result.net);
	const innermost = Math.min(...real.map((result) => result.verdict.level));
	let depth = Infinity;
	for (const inner of real) {
		if (inner.verdict.level !== innermost) continue;
		depth = Math.min(depth, new DepthSearch(roads, inner, outermostAbout(inner, real), closures).fewest());
	}
	return depth === Infinity ? null : depth;
}

function outermostAbout(inner: RingResult, results: readonly RingResult[]): RingResult {
	let outer = inner;
	for (const other of results) {
		if (!inner.ground || !other.ground || other === inner || other.verdict.level <= outer.verdict.level)
			continue;
		if (liesWithin(inner.ground.line, other.ground.line)) outer = other;
	}
	return outer;
}

/** Roles of an edge or node in one search. */
const LEADS_IN = 1;
const NEAR_OUTER = 2;
const CLOSED = 4;

/**
 * A search in order of checkpoints met (0-1 breadth-first search, with a list per number). A state is a
 * node, or a direction along a closed edge: there the checkpoints just met are still in mind.
 */
class DepthSearch {
	private readonly edgeRole: Uint8Array;
	private readonly nodeRole: Uint8Array;
	private readonly best: Int16Array;
	private readonly bestAlong = new Map<number, number>();
	private readonly waiting: number[][] = [];
	private readonly inner: RingGround;
	private readonly innerNet: RingNetwork;
	private readonly outer: RingGround;
	private readonly wanted: number;
	private found = Infinity;

	constructor(
		private readonly roads: Roads,
		innerResult: RingResult,
		private readonly outerResult: RingResult,
		private readonly closures: Closures
	) {
		const { graph } = roads;
		this.inner = innerResult.ground as RingGround;
		this.innerNet = innerResult.net as RingNetwork;
		this.outer = outerResult.ground as RingGround;
		this.wanted = this.inner.mode === 'drive' ? EDGE.DRIVE : EDGE.WALK;
		this.edgeRole = new Uint8Array(graph.edgeCount);
		this.nodeRole = new Uint8Array(graph.nodeCount);
		this.best = new Int16Array(graph.nodeCount).fill(-1);
		for (const edge of closures.byEdge.keys()) this.edgeRole[edge] |= CLOSED;
		for (const [edge, [first, end]] of this.outer.stretchesOfEdge) {
			if (end - first > 1) this.edgeRole[edge] |= NEAR_OUTER;
		}
		for (const node of this.outer.placeOfNode.keys()) this.nodeRole[node] |= NEAR_OUTER;
	}

	fewest(): number {
		this.setOut();
		for (let met = 0; met < this.waiting.length && met < this.found; met++) {
			const states = this.waiting[met];
			while (states !== undefined && states.length > 0 && met < this.found) {
				this.expand(states.pop() as number, met);
			}
		}
		return this.found;
	}

	/** Leaves the inside of the inner ring along every road. */
	private setOut(): void {
		for (const [edge, [first, end]] of this.inner.stretchesOfEdge) {
			for (let s = first; s < end; s++) {
				const { from, to } = this.inner.stretches[s];
				if (from !== 0 && to !== 0) continue;
				this.edgeRole[edge] |= LEADS_IN;
				if (this.edgeRole[edge] & NEAR_OUTER) this.exitAlong(edge, 0, null);
				if (from === 0) this.setOutAlong(edge << 1, s, end);
				if (to === 0) this.setOutAlong((edge << 1) | 1, first, s + 1);
			}
		}
	}

	/** Leaves along stretches `first` to `end` of an edge; of one that goes deep in mid-edge only they are met. */
	private setOutAlong(direction: number, first: number, end: number): void {
		const range = this.inner.stretchesOfEdge.get(direction >>> 1) as readonly [number, number];
		if (range[1] - range[0] === 1) {
			this.step(direction, 0, null, false);
			return;
		}
		const { holder } = this.innerNet;
		const held = new Set(holder.slice(first, end).filter((post) => post !== null));
		const node = headOf(this.roads.graph, direction);
		if (this.isAgainstSigns(direction) || this.closures.removed.has(direction >>> 1)) return;
		if (!(this.roads.graph.nodeFlags[node] & NODE.LOCKED)) this.arrive(node, held.size);
	}

	private expand(state: number, met: number): void {
		const { graph } = this.roads;
		const { nodeCount } = graph;
		let node = state;
		let last: readonly Closure[] | null = null;
		if (state < nodeCount) {
			if (this.best[state] !== met) return;
		} else {
			if (this.bestAlong.get(state) !== met) return;
			const direction = state - nodeCount;
			node = headOf(graph, direction);
			last = this.closures.byEdge.get(direction >>> 1) ?? null;
		}
		if (this.isOut(node)) {
			this.found = met;
			return;
		}
		const isBeyond = this.isBeyond(node);
		for (let i = graph.adjacentStart[node]; i < graph.adjacentStart[node + 1]; i++) {
			const direction = graph.adjacent[i];
			const edge = direction >>> 1;
			if (!(graph.edgeFlags[edge] & this.wanted) || this.edgeRole[edge] & LEADS_IN) continue;
			if (this.edgeRole[edge] & NEAR_OUTER) this.exitAlong(edge, met, last);
			this.step(direction, met, last, isBeyond);
		}
	}

	private step(direction: number, met: number, last: readonly Closure[] | null, isBeyond: boolean): void {
		const { graph } = this.roads;
		const edge = direction >>> 1;
		if (this.isAgainstSigns(direction) || this.closures.removed.has(edge)) return;
		const node = headOf(graph, direction);
		if (graph.nodeFlags[node] & NODE.LOCKED) return;
		if (isBeyond && !(this.nodeRole[node] & NEAR_OUTER)) this.nodeRole[node] |= BEYOND;
		if (this.edgeRole[edge] & CLOSED) {
			const total = met + this.newlyMet(edge, last);
			const state = graph.nodeCount + direction;
			const known = this.bestAlong.get(state);
			if (known !== undefined && known <= total) return;
			this.bestAlong.set(state, total);
			this.wait(state, total);
		} else {
			this.arrive(node, met);
		}
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
		const net = this.outerResult.net;
		if (!range || !net || this.closures.removed.has(edge)) return;
		for (let s = range[0]; s < range[1]; s++) {
			const { from, to } = this.outer.stretches[s];
			const fromSpot = this.outer.placeNode[from] < 0 && net.nodeOf[from] === OUTSIDE;
			const toSpot = this.outer.placeNode[to] < 0 && net.nodeOf[to] === OUTSIDE;
			if (!fromSpot && !toSpot) continue;
			const cost = net.holder[s] === null ? 0 : this.newlyMet(edge, last);
			this.found = Math.min(this.found, met + cost);
		}
	}

	private isOut(node: number): boolean {
		const role = this.nodeRole[node];
		const net = this.outerResult.net;
		if (!net) return false;
		if (role & NEAR_OUTER) {
			return net.nodeOf[this.outer.placeOfNode.get(node) as number] === OUTSIDE;
		}
		return (role & BEYOND) !== 0 && net.outside.pocketOfNode(node) === 0;
	}

	/** Whether what lies behind a node, off the ground about the outer ring, is outside it. */
	private isBeyond(node: number): boolean {
		const role = this.nodeRole[node];
		if (role & BEYOND) return true;
		if (!(role & NEAR_OUTER)) return false;
		return this.outer.placeIsFar[this.outer.placeOfNode.get(node) as number] === 1;
	}

	private isAgainstSigns(direction: number): boolean {
		if (!this.outerResult.lawful || this.inner.mode !== 'drive') return false;
		const flags = this.roads.graph.edgeFlags[direction >>> 1];
		return !(flags & (direction & 1 ? EDGE.BACKWARD : EDGE.FORWARD));
	}
}

/** Off the ground about the outer ring, on its outer side. */
const BEYOND = 8;
