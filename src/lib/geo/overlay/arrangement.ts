import { PointSorter } from './point-sorter.ts';
import { LabelTable, type LabelOf } from './label-table.ts';
import { grown, type Segments } from './segments.ts';

/**
 * What lies above and below every segment of a noded set, by a sweep from left to right.
 *
 * Vertices are numbered by x, then y. A layer is present where its winding is positive; a label is
 * what is made of the set of layers present.
 */
export class Arrangement {
	/** Segments whose two sides have one label are no boundary. */
	segments!: Segments;
	vertexCount = 0;
	vertexX = new Int32Array(1024);
	vertexY = new Int32Array(1024);
	/** Vertex at the left and the right end of each segment. */
	left = new Int32Array(1024);
	right = new Int32Array(1024);
	/** Layers present on each side, a bit each. */
	presentAbove = new Int32Array(1024);
	presentBelow = new Int32Array(1024);
	labelAbove = new Uint8Array(1024);
	labelBelow = new Uint8Array(1024);
	/** The boundary straight below a vertex that no boundary comes into from the left; -1 none. */
	boundaryBelow = new Int32Array(1024);

	private readonly sorter = new PointSorter();
	private readonly labels = new LabelTable();
	private winding = new Int32Array(4096);
	private outStart = new Int32Array(1024);
	private out = new Int32Array(1024);
	private inCount = new Int32Array(1024);
	private active = new Int32Array(1024);

	/** Takes `segments` in, as the noder leaves them; up to 30 layers. */
	sweep(segments: Segments, labelOf: LabelOf): void {
		this.labels.use(labelOf);
		this.segments = segments;
		this.reserve(segments.count, segments.layers);
		this.numberVertices();
		this.listOutgoing();

		const { x1, y1, x2, y2 } = segments;
		let count = 0;
		for (let v = 0; v < this.vertexCount; v++) {
			const x = this.vertexX[v];
			const y = this.vertexY[v];
			const active = this.active;
			let low = 0;
			let high = count;
			while (low < high) {
				const mid = (low + high) >> 1;
				const e = active[mid];
				if ((x2[e] - x1[e]) * (y - y1[e]) - (y2[e] - y1[e]) * (x - x1[e]) > 0) low = mid + 1;
				else high = mid;
			}
			const incoming = this.inCount[v];
			let isBoundaryIn = false;
			for (let q = low; q < low + incoming; q++) {
				const e = active[q];
				if (this.right[e] !== v) throw new RangeError('segments cross: they were not noded');
				if (this.labelAbove[e] !== this.labelBelow[e]) isBoundaryIn = true;
			}
			const first = this.outStart[v];
			const outgoing = this.outStart[v + 1] - first;
			this.sortOutgoing(first, first + outgoing);
			const isBoundaryOut = this.labelOutgoing(first, first + outgoing, low > 0 ? active[low - 1] : -1);
			if (isBoundaryOut && !isBoundaryIn) {
				let q = low - 1;
				while (q >= 0 && this.labelAbove[active[q]] === this.labelBelow[active[q]]) q--;
				this.boundaryBelow[v] = q < 0 ? -1 : active[q];
			}
			count = this.replace(low, incoming, first, outgoing, count);
		}
	}

	private reserve(n: number, layers: number): void {
		if (this.left.length < n || this.vertexX.length < 2 * n + 1) {
			const size = 2 * n + 64;
			this.left = new Int32Array(size);
			this.right = new Int32Array(size);
			this.out = new Int32Array(size);
			this.presentAbove = new Int32Array(size);
			this.presentBelow = new Int32Array(size);
			this.labelAbove = new Uint8Array(size);
			this.labelBelow = new Uint8Array(size);
			this.vertexX = new Int32Array(2 * size);
			this.vertexY = new Int32Array(2 * size);
			this.boundaryBelow = new Int32Array(2 * size);
			this.outStart = new Int32Array(2 * size);
			this.inCount = new Int32Array(2 * size);
		}
		if (this.winding.length < n * layers) this.winding = new Int32Array(2 * n * layers);
	}

	/** Starts are sorted already; ends are sorted here and merged in. */
	private numberVertices(): void {
		const { x1, y1, x2, y2, count: n } = this.segments;
		const { left, right, vertexX, vertexY } = this;
		const byEnd = this.sorter.sort(x2, y2, n);
		let v = 0;
		let p = 0;
		let q = 0;
		while (p < n || q < n) {
			const e = q < n ? byEnd[q] : -1;
			const isStart = p < n && (e < 0 || x1[p] < x2[e] || (x1[p] === x2[e] && y1[p] <= y2[e]));
			const x = isStart ? x1[p] : x2[e];
			const y = isStart ? y1[p] : y2[e];
			while (p < n && x1[p] === x && y1[p] === y) left[p++] = v;
			while (q < n && x2[byEnd[q]] === x && y2[byEnd[q]] === y) right[byEnd[q++]] = v;
			vertexX[v] = x;
			vertexY[v++] = y;
		}
		this.vertexCount = v;
	}

	private listOutgoing(): void {
		const n = this.segments.count;
		const v = this.vertexCount;
		const start = this.outStart.fill(0, 0, v + 1);
		const incoming = this.inCount.fill(0, 0, v);
		for (let i = 0; i < n; i++) {
			start[this.left[i] + 1]++;
			incoming[this.right[i]]++;
			this.out[i] = i;
		}
		for (let i = 0; i < v; i++) start[i + 1] += start[i];
	}

	/** From the lowest to the steepest. */
	private sortOutgoing(first: number, end: number): void {
		const { x1, y1, x2, y2 } = this.segments;
		const out = this.out;
		for (let p = first + 1; p < end; p++) {
			const e = out[p];
			const ex = x2[e] - x1[e];
			const ey = y2[e] - y1[e];
			let q = p - 1;
			while (q >= first) {
				const f = out[q];
				if ((x2[f] - x1[f]) * ey - (y2[f] - y1[f]) * ex > 0) break;
				out[q + 1] = f;
				q--;
			}
			out[q + 1] = e;
		}
	}

	/** Reckons windings and labels upwards from the segment below; says whether any is a boundary. */
	private labelOutgoing(first: number, end: number, below: number): boolean {
		const { delta, layers } = this.segments;
		const { winding, presentAbove, presentBelow, labelAbove, labelBelow, out } = this;
		let present = below < 0 ? 0 : presentAbove[below];
		let label = below < 0 ? 0 : labelAbove[below];
		let from = below < 0 ? -1 : below * layers;
		let isBoundary = false;
		for (let p = first; p < end; p++) {
			const e = out[p];
			const to = e * layers;
			presentBelow[e] = present;
			labelBelow[e] = label;
			present = 0;
			for (let l = 0; l < layers; l++) {
				const sum = (from < 0 ? 0 : winding[from + l]) + delta[to + l];
				winding[to + l] = sum;
				if (sum > 0) present |= 1 << l;
			}
			if (present !== presentBelow[e]) label = this.labels.of(present);
			presentAbove[e] = present;
			labelAbove[e] = label;
			if (label !== labelBelow[e]) isBoundary = true;
			from = to;
		}
		return isBoundary;
	}

	/** Puts outgoing segments in the place of incoming ones; returns how many are active. */
	private replace(at: number, incoming: number, first: number, outgoing: number, count: number): number {
		const change = outgoing - incoming;
		if (count + change > this.active.length) this.active = grown(this.active, 2 * (count + change));
		if (change !== 0) this.active.copyWithin(at + outgoing, at + incoming, count);
		for (let p = 0; p < outgoing; p++) this.active[at + p] = this.out[first + p];
		return count + change;
	}
}
