import { EdgeBelow } from './edge-below.ts';
import { LabelSets } from './label-sets.ts';
import { Stars } from './stars.ts';
import type { VertexTable } from './vertex-table.ts';

/** Noded edges; `change[e]` is label and how often it is wound round more on the left of edge e than on its right, by turns. */
export interface NodedEdges {
	readonly vertices: VertexTable;
	readonly from: readonly number[];
	readonly to: readonly number[];
	readonly change: readonly (readonly number[])[];
}

/**
 * Which labels lie on each side of every edge of a noded set: carried round each vertex and over each
 * edge from the leftmost place of every connected part, whose surroundings are those of the edge below.
 */
export class Arrangement {
	readonly stars: Stars;
	readonly sets = new LabelSets();
	/** Number of the label set on the left of a half-edge. */
	readonly left: Int32Array;

	constructor(readonly edges: NodedEdges) {
		const { vertices, from, to } = edges;
		this.stars = new Stars(vertices, from, to);
		this.left = new Int32Array(2 * from.length).fill(-1);
		let below: EdgeBelow | null = null;
		let isFirst = true;
		for (const v of inOrder(vertices)) {
			const first = this.stars.start[v];
			if (first === this.stars.start[v + 1] || this.left[this.stars.out[first]] >= 0) continue;
			let outside = 0;
			if (!isFirst) {
				below ??= new EdgeBelow(vertices, from, to, [...from.keys()]);
				const h = below.of(v);
				if (h >= 0) outside = this.left[h];
			}
			isFirst = false;
			this.spread(v, outside);
		}
	}

	/** Labels the connected part whose leftmost, lowest place is `v`; `outside` lies to the west of it. */
	private spread(v: number, outside: number): void {
		const { start, out, place } = this.stars;
		const { left } = this;
		// nothing leaves the leftmost place to the west: the last of the eastern half has the west on its left
		let last = -1;
		for (let i = start[v]; i < start[v + 1]; i++) if (this.isUpward(out[i])) last = out[i];
		const open = [last >= 0 ? last : out[start[v + 1] - 1]];
		left[open[0]] = outside;
		for (let h = open.pop(); h !== undefined; h = open.pop()) {
			// over the edge, then round the star: what lies left of one lies right of the next
			const twin = h ^ 1;
			const right = this.sets.step(left[h], this.edges.change[h >> 1], h & 1 ? 1 : -1);
			if (left[twin] < 0) {
				left[twin] = right;
				open.push(twin);
			}
			const tail = this.stars.tail(h);
			const first = start[tail];
			const before = out[place[h] === first ? start[tail + 1] - 1 : place[h] - 1];
			if (left[before] < 0) {
				left[before] = right;
				open.push(before);
			}
		}
	}

	/** Whether a half-edge that leaves the leftmost, lowest place runs up or due east. */
	private isUpward(h: number): boolean {
		const { y } = this.edges.vertices;
		return y[this.stars.head(h)] >= y[this.stars.tail(h)];
	}
}

function inOrder({ x, y, count }: VertexTable): number[] {
	return Array.from({ length: count }, (_, v) => v).sort((a, b) => x[a] - x[b] || y[a] - y[b]);
}
