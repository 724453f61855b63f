import FlatQueue from 'flatqueue';
import type { LngLat } from '../../geo/coordinates.ts';
import { appendLine } from '../../network/edge-line.ts';
import { headOf, tailOf } from '../../network/network.ts';
import { NODE, type RoadGraph } from '../../network/road-graph.ts';
import type { EdgePart } from './join-stretches.ts';

/** Where a search came to its farthest: at a node, or in mid-edge at the far end of a part that ends there. */
interface Tip {
	readonly node: number;
	/** Direction from `node` into the part with a loose end, or -1. */
	readonly into: number;
	readonly awayM: number;
}

/** Nodes settled between two steps. */
const NODES_A_STEP = 2048;

/**
 * Finds long ways within groups of parts: the distance between two places far from each other by the
 * shortest way between them. Two searches, the second from where the first came farthest (double sweep,
 * Magnien, Latapy and Habib 2009): in a tree the longest there is, else a lower bound. Yields after every few
 * milliseconds; one group at a time.
 */
export class LongestWay {
	private readonly awayM: Float64Array;
	private readonly via: Int32Array;
	private readonly queue = new FlatQueue<number>();
	private readonly touched: number[] = [];

	constructor(
		private readonly graph: RoadGraph,
		private readonly parts: readonly EdgePart[],
		private readonly endAt: Int32Array
	) {
		this.awayM = new Float64Array(graph.nodeCount).fill(Infinity);
		this.via = new Int32Array(graph.nodeCount).fill(-1);
	}

	/** A longest way known within the group that `members` (places in the list of parts) make up. */
	*within(members: readonly number[]): Generator<void, { lengthM: number; line: LngLat[] }> {
		const longest = members.reduce((a, b) => (this.parts[b].lengthM > this.parts[a].lengthM ? b : a));
		const start = this.startOf(members);
		let best = { lengthM: this.parts[longest].lengthM, line: this.lineOf([], this.parts[longest]) };
		if (start >= 0) {
			const first = yield* this.sweep(start, -1);
			this.clear();
			const second = yield* this.sweep(first.node, first.into);
			if (second.awayM > best.lengthM) best = { lengthM: second.awayM, line: this.trace(first, second) };
			this.clear();
		}
		return best;
	}

	/** A node that a part of the group ends at and that is no locked gate; -1 where there is none. */
	private startOf(members: readonly number[]): number {
		const { graph, parts, endAt } = this;
		for (const k of members) {
			const { edge } = parts[k];
			for (const direction of [2 * edge, 2 * edge + 1]) {
				const node = tailOf(graph, direction);
				if (endAt[direction] >> 1 === k && !(graph.nodeFlags[node] & NODE.LOCKED)) return node;
			}
		}
		return -1;
	}

	private *sweep(start: number, into: number): Generator<void, Tip> {
		const { graph, parts, endAt, awayM, via, queue, touched } = this;
		let settled = 0;
		let tip: Tip = { node: start, into: -1, awayM: 0 };
		awayM[start] = into < 0 ? 0 : parts[endAt[into] >> 1].lengthM;
		touched.push(start);
		queue.push(start, awayM[start]);
		while (queue.length > 0) {
			const reachedM = queue.peekValue() as number;
			const node = queue.pop() as number;
			if (reachedM > awayM[node]) continue;
			if (++settled % NODES_A_STEP === 0) yield;
			if (reachedM > tip.awayM) tip = { node, into: -1, awayM: reachedM };
			for (let i = graph.adjacentStart[node]; i < graph.adjacentStart[node + 1]; i++) {
				const direction = graph.adjacent[i];
				const end = endAt[direction];
				if (end < 0 || direction === into) continue;
				const totalM = reachedM + parts[end >> 1].lengthM;
				const next = headOf(graph, direction);
				// a locked gate ends a part as a camera does
				if (endAt[direction ^ 1] !== (end ^ 1) || graph.nodeFlags[next] & NODE.LOCKED) {
					if (totalM > tip.awayM) tip = { node, into: direction, awayM: totalM };
					continue;
				}
				if (!(totalM < awayM[next])) continue;
				if (awayM[next] === Infinity) touched.push(next);
				awayM[next] = totalM;
				via[next] = direction;
				queue.push(next, totalM);
			}
		}
		return tip;
	}

	private trace(first: Tip, second: Tip): LngLat[] {
		const { graph, parts, endAt, via } = this;
		const back: number[] = [];
		for (let node = second.node; via[node] >= 0; node = tailOf(graph, via[node])) back.push(via[node]);
		const line: LngLat[] = [];
		if (first.into >= 0) this.appendPart(line, parts[endAt[first.into] >> 1], (first.into & 1) === 0);
		for (const direction of back.reverse()) {
			this.appendPart(line, parts[endAt[direction] >> 1], (direction & 1) === 1);
		}
		if (second.into >= 0) this.appendPart(line, parts[endAt[second.into] >> 1], (second.into & 1) === 1);
		return line;
	}

	private appendPart(line: LngLat[], part: EdgePart, isBackwards: boolean): void {
		if (isBackwards) appendLine(line, this.graph, part.edge, part.to, part.from);
		else this.lineOf(line, part);
	}

	private lineOf(line: LngLat[], part: EdgePart): LngLat[] {
		appendLine(line, this.graph, part.edge, part.from, part.to);
		return line;
	}

	private clear(): void {
		for (const node of this.touched) {
			this.awayM[node] = Infinity;
			this.via[node] = -1;
		}
		this.touched.length = 0;
	}
}
