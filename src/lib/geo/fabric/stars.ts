import { turn } from './turn.ts';
import type { VertexTable } from './vertex-table.ts';

/**
 * Noded edges about their ends. Half-edge 2 e runs along edge e from `from[e]` to `to[e]`, 2 e + 1 back;
 * those that leave place v are `out[start[v]]` to `out[start[v + 1]]`, counter-clockwise from due east
 * (just above it) round.
 */
export class Stars {
	readonly start: Int32Array;
	readonly out: Int32Array;
	/** Where in `out` a half-edge stands. */
	readonly place: Int32Array;

	constructor(
		readonly vertices: VertexTable,
		readonly from: readonly number[],
		readonly to: readonly number[]
	) {
		const n = from.length;
		this.start = new Int32Array(vertices.count + 1);
		this.out = new Int32Array(2 * n);
		this.place = new Int32Array(2 * n);
		for (let e = 0; e < n; e++) {
			this.start[from[e] + 1]++;
			this.start[to[e] + 1]++;
		}
		for (let v = 0; v < vertices.count; v++) this.start[v + 1] += this.start[v];
		const end = this.start.slice();
		for (let e = 0; e < n; e++) {
			this.out[end[from[e]]++] = 2 * e;
			this.out[end[to[e]]++] = 2 * e + 1;
		}
		for (let v = 0; v < vertices.count; v++) this.sort(this.start[v], this.start[v + 1]);
		for (let at = 0; at < 2 * n; at++) this.place[this.out[at]] = at;
	}

	tail(h: number): number {
		return h & 1 ? this.to[h >> 1] : this.from[h >> 1];
	}

	head(h: number): number {
		return h & 1 ? this.from[h >> 1] : this.to[h >> 1];
	}

	/** Insertion sort: stars are small. */
	private sort(first: number, end: number): void {
		const { out } = this;
		for (let i = first + 1; i < end; i++) {
			const h = out[i];
			let k = i - 1;
			while (k >= first && this.isBefore(h, out[k])) {
				out[k + 1] = out[k];
				k--;
			}
			out[k + 1] = h;
		}
	}

	private isBefore(g: number, h: number): boolean {
		const { x, y } = this.vertices;
		const v = this.tail(g);
		const a = this.head(g);
		const b = this.head(h);
		const isLowA = y[a] < y[v] || (y[a] === y[v] && x[a] < x[v]);
		const isLowB = y[b] < y[v] || (y[b] === y[v] && x[b] < x[v]);
		if (isLowA !== isLowB) return isLowB;
		return turn(x[v], y[v], x[a], y[a], x[b], y[b]) > 0;
	}
}
