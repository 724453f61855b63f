import Flatbush from 'flatbush';
import { turn } from './turn.ts';
import type { VertexTable } from './vertex-table.ts';

/** Finds, among noded edges, the one straight below a place. */
export class EdgeBelow {
	private readonly index: Flatbush | null;
	private readonly lowest: number;

	/** Looks among those of `edges` (numbers of edges from `from` to `to`) that are not upright. */
	constructor(
		private readonly vertices: VertexTable,
		private readonly from: readonly number[],
		private readonly to: readonly number[],
		private readonly edges: readonly number[]
	) {
		const { x, y } = vertices;
		let lowest = Infinity;
		this.index = edges.length === 0 ? null : new Flatbush(edges.length);
		for (const e of edges) {
			const [u, v] = [from[e], to[e]];
			lowest = Math.min(lowest, y[u], y[v]);
			this.index?.add(Math.min(x[u], x[v]), Math.min(y[u], y[v]), Math.max(x[u], x[v]), Math.max(y[u], y[v]));
		}
		this.index?.finish();
		this.lowest = lowest;
	}

	/**
	 * The half-edge whose left side is the ground just above the topmost edge below place `v` of the table;
	 * -1 where there is none. Edges that end at `v` are not below it.
	 */
	of(v: number): number {
		const { x, y } = this.vertices;
		let top = -1;
		this.index?.search(x[v], this.lowest, x[v], y[v], (i) => {
			const h = this.eastward(this.edges[i]);
			const [a, b] = this.ends(h);
			if (!(x[a] <= x[v] && x[v] < x[b])) return false;
			if (turn(x[a], y[a], x[b], y[b], x[v], y[v]) <= 0) return false;
			if (top < 0 || this.isAbove(h, top)) top = h;
			return false;
		});
		return top;
	}

	private eastward(e: number): number {
		const { x } = this.vertices;
		return x[this.from[e]] <= x[this.to[e]] ? 2 * e : 2 * e + 1;
	}

	private ends(h: number): [number, number] {
		const e = h >> 1;
		return h & 1 ? [this.to[e], this.from[e]] : [this.from[e], this.to[e]];
	}

	/** Whether eastward `g` runs above eastward `h`, both over one meridian. */
	private isAbove(g: number, h: number): boolean {
		const { x, y } = this.vertices;
		const [ga, gb] = this.ends(g);
		const [ha, hb] = this.ends(h);
		const side = (a: number, b: number, p: number) => turn(x[a], y[a], x[b], y[b], x[p], y[p]);
		const atStart = x[ga] >= x[ha] ? side(ha, hb, ga) : -side(ga, gb, ha);
		if (atStart !== 0) return atStart > 0;
		return (x[gb] <= x[hb] ? side(ha, hb, gb) : -side(ga, gb, hb)) > 0;
	}
}
