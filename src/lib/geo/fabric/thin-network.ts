import Flatbush from 'flatbush';
import FlatQueue from 'flatqueue';
import { turn } from './turn.ts';
import type { VertexTable } from './vertex-table.ts';

/** Lines that meet in places of a table: edge e joins `from[e]` and `to[e]`, and no two cross. */
export interface Network {
	readonly vertices: VertexTable;
	readonly from: readonly number[];
	readonly to: readonly number[];
	/** Whether a place may be left out, as far as exactly two edges meet there. */
	readonly isLoose: (v: number) => boolean;
	/** Metres per grid unit, east and north. */
	readonly metresPerX: number;
	readonly metresPerY: number;
}

/**
 * Which places of a network stay (1) when lines are thinned so that nothing left out lies farther than
 * `toleranceM` from the line. Places where other than two edges meet stay, so that every border is thinned once
 * for all that share it.
 *
 * The least first (Visvalingam and Whyatt 1993, by height instead of area). A place goes only where the triangle
 * it closes holds no other place and its third side is no edge yet: then nothing comes to cross or to touch, no
 * ring loses its ground, and none passes over another (de Berg, van Kreveld and Schirra 1998). O(n log n) and
 * the places in the triangles.
 */
export function thinNetwork(network: Network, toleranceM: number): Uint8Array {
	return new Thinning(network, toleranceM).run();
}

class Thinning {
	private readonly stays: Uint8Array;
	/** The places next to each one; of those that may go, two. */
	private readonly next: number[][];
	/** Places that were left out between two that are next to each other, under both orders of the pair. */
	private readonly leftOut = new Map<string, readonly number[]>();
	private readonly index: Flatbush | null;

	constructor(
		private readonly network: Network,
		private readonly toleranceM: number
	) {
		const { vertices, from, to } = network;
		this.stays = new Uint8Array(vertices.count).fill(1);
		this.next = Array.from({ length: vertices.count }, () => []);
		for (const [e, u] of from.entries()) {
			this.next[u].push(to[e]);
			this.next[to[e]].push(u);
		}
		this.index = vertices.count > 0 ? new Flatbush(vertices.count) : null;
		for (let v = 0; v < vertices.count; v++) this.index?.add(vertices.x[v], vertices.y[v]);
		this.index?.finish();
	}

	run(): Uint8Array {
		const { vertices, isLoose } = this.network;
		const loose: number[] = [];
		for (let v = 0; v < vertices.count; v++) if (this.next[v].length === 2 && isLoose(v)) loose.push(v);
		// what stood in the way may be gone in the next round
		for (let gone = 1; gone > 0;) gone = this.round(loose.filter((v) => this.stays[v]));
		return this.stays;
	}

	private round(loose: readonly number[]): number {
		const queue = new FlatQueue<number>();
		const heights = new Map<number, number>();
		const queueUp = (v: number) => {
			const height = this.heightM(v);
			heights.set(v, height);
			if (height <= this.toleranceM) queue.push(v, height);
		};
		for (const v of loose) queueUp(v);
		let gone = 0;
		for (;;) {
			const height = queue.peekValue();
			const v = queue.pop();
			if (v === undefined || height === undefined) return gone;
			if (!this.stays[v] || heights.get(v) !== height || !this.mayGo(v)) continue;
			const [a, c] = this.next[v];
			this.remove(v);
			gone++;
			for (const w of [a, c]) if (heights.has(w) && this.stays[w]) queueUp(w);
		}
	}

	private mayGo(v: number): boolean {
		const [a, c] = this.next[v];
		if (a === c || this.next[a].includes(c)) return false;
		const { x, y } = this.network.vertices;
		for (const w of this.between(v)) if (this.distanceM(w, a, c) > this.toleranceM) return false;
		let isFree = true;
		this.index?.search(
			Math.min(x[a], x[v], x[c]),
			Math.min(y[a], y[v], y[c]),
			Math.max(x[a], x[v], x[c]),
			Math.max(y[a], y[v], y[c]),
			(w) => {
				if (isFree && w !== a && w !== v && w !== c && this.stays[w] && this.isWithin(w, a, v, c))
					isFree = false;
				return false;
			}
		);
		return isFree;
	}

	private remove(v: number): void {
		const [a, c] = this.next[v];
		const between = this.between(v);
		this.leftOut.set(`${a} ${c}`, between);
		this.leftOut.set(`${c} ${a}`, between);
		this.next[a][this.next[a].indexOf(v)] = c;
		this.next[c][this.next[c].indexOf(v)] = a;
		this.stays[v] = 0;
	}

	/** All that would be left out between the two places next to `v`. */
	private between(v: number): number[] {
		const [a, c] = this.next[v];
		return [...(this.leftOut.get(`${a} ${v}`) ?? []), v, ...(this.leftOut.get(`${v} ${c}`) ?? [])];
	}

	private heightM(v: number): number {
		const [a, c] = this.next[v];
		return this.distanceM(v, a, c);
	}

	/** From place `p` to the straight line between `a` and `c`. */
	private distanceM(p: number, a: number, c: number): number {
		const { vertices, metresPerX, metresPerY } = this.network;
		const { x, y } = vertices;
		const dx = (x[c] - x[a]) * metresPerX;
		const dy = (y[c] - y[a]) * metresPerY;
		const px = (x[p] - x[a]) * metresPerX;
		const py = (y[p] - y[a]) * metresPerY;
		const lengthSq = dx * dx + dy * dy;
		const t = lengthSq > 0 ? Math.min(1, Math.max(0, (px * dx + py * dy) / lengthSq)) : 0;
		return Math.hypot(px - t * dx, py - t * dy);
	}

	/** Whether place `w` lies in the triangle, edges included. */
	private isWithin(w: number, a: number, b: number, c: number): boolean {
		const { x, y } = this.network.vertices;
		const side = (p: number, q: number) => turn(x[p], y[p], x[q], y[q], x[w], y[w]);
		const s = side(a, b);
		const t = side(b, c);
		const u = side(c, a);
		return (s >= 0 && t >= 0 && u >= 0) || (s <= 0 && t <= 0 && u <= 0);
	}
}
