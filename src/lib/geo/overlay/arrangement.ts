import { LabelTable, type LabelOf } from './label-table.ts';
import { grown, type Segments } from './segments.ts';
import { Vertices } from './vertices.ts';

/**
 * What lies above and below every segment of a noded set, by a sweep from left to right.
 *
 * A layer is present where its winding is positive; a label is what is made of the set of layers
 * present. Half-edge 2 e runs along segment e from left to right with its ground above it, 2 e + 1
 * back with its ground below.
 */
export class Arrangement {
	segments!: Segments;
	readonly vertices = new Vertices();
	/** Layers present on each side of a segment, a bit each. */
	presentAbove = new Int32Array(1 << 13);
	presentBelow = new Int32Array(1 << 13);
	/** Segments whose two sides have one label are no boundary. */
	labelAbove = new Uint8Array(1 << 13);
	labelBelow = new Uint8Array(1 << 13);
	/** The nearest boundary at or below a segment: the one straight under what lies above it; -1 none. */
	ground = new Int32Array(1 << 13);
	/** The half-edge that follows each half-edge of a boundary on its way round its face. */
	next = new Int32Array(1 << 14);
	/** The nearest boundary straight below a vertex; -1 none. Known where boundaries go out only. */
	boundaryBelow = new Int32Array(1 << 14);
	/** 1 at vertices where more than two boundaries meet. */
	isBusy = new Uint8Array(1 << 14);

	private readonly labels = new LabelTable();
	private winding = new Int32Array(1 << 15);
	/** Segments in the order in which they leave their left end, the lowest first. */
	private out = new Int32Array(1 << 13);
	private active = new Int32Array(1 << 13);
	/** Where in `active` a segment stands. */
	private at = new Int32Array(1 << 13);

	/** Sets what sets of layers are called from now on. */
	label(labelOf: LabelOf): void {
		this.labels.use(labelOf);
	}

	/** The winding of the layer in column `column` of the segments, above segment `e`. */
	countAbove(e: number, column: number): number {
		return this.winding[e * this.segments.layers + column];
	}

	/** The winding of the layer in column `column` of the segments, below segment `e`. */
	countBelow(e: number, column: number): number {
		const at = e * this.segments.layers + column;
		return this.winding[at] - this.segments.delta[at];
	}

	/**
	 * Takes in `segments`, sorted by start and end; false as soon as two of them are found to meet other
	 * than at their ends (neighbours of the sweep suffice: Shamos and Hoey 1976), and then nothing holds.
	 */
	sweep(segments: Segments): boolean {
		this.segments = segments;
		this.reserve(segments.count, segments.layers);
		this.vertices.number(segments);
		const { right, outStart, inCount, anyIn, count: vertexCount } = this.vertices;
		const { at } = this;
		let count = 0;
		for (let v = 0; v < vertexCount; v++) {
			const incoming = inCount[v];
			const active = this.active;
			let low: number;
			if (incoming === 0) {
				low = this.placeOf(v, count);
				if (low < 0) return false;
			} else {
				low = at[anyIn[v]];
				let end = low + 1;
				while (low > 0 && right[active[low - 1]] === v) low--;
				while (end < count && right[active[end]] === v) end++;
				if (end - low !== incoming) return false;
			}
			const first = outStart[v];
			const end = outStart[v + 1];
			if (end - first > 1 && !this.sortOutgoing(first, end)) return false;
			if (end > first) this.labelOutgoing(first, end, low > 0 ? active[low - 1] : -1);
			this.link(v, low, incoming, first, end);
			count = this.replace(low, incoming, first, end, count);
			const high = low + end - first;
			if (low > 0 && low < count && !this.isOrdered(low)) return false;
			if (high > low && high < count && !this.isOrdered(high)) return false;
		}
		return true;
	}

	private reserve(n: number, layers: number): void {
		if (this.out.length < n) {
			const size = 2 * n;
			this.out = new Int32Array(size);
			this.at = new Int32Array(size);
			this.presentAbove = new Int32Array(size);
			this.presentBelow = new Int32Array(size);
			this.labelAbove = new Uint8Array(size);
			this.labelBelow = new Uint8Array(size);
			this.ground = new Int32Array(size);
			this.next = new Int32Array(2 * size);
			this.boundaryBelow = new Int32Array(2 * size);
			this.isBusy = new Uint8Array(2 * size);
		}
		if (this.winding.length < n * layers) this.winding = new Int32Array(2 * n * layers);
	}

	/** How many active segments run below vertex `v`, at which none ends; -1 where one runs through it. */
	private placeOf(v: number, count: number): number {
		const { x1, y1, x2, y2 } = this.segments;
		const active = this.active;
		const x = this.vertices.x[v];
		const y = this.vertices.y[v];
		let low = 0;
		let high = count;
		while (low < high) {
			const mid = (low + high) >> 1;
			const e = active[mid];
			const side = (x2[e] - x1[e]) * (y - y1[e]) - (y2[e] - y1[e]) * (x - x1[e]);
			if (side === 0) return -1;
			if (side > 0) low = mid + 1;
			else high = mid;
		}
		return low;
	}

	/** Whether the active segments at `p - 1` and `p` stay apart until one of them ends. */
	private isOrdered(p: number): boolean {
		const { x1, y1, x2, y2 } = this.segments;
		const { right } = this.vertices;
		const low = this.active[p - 1];
		const high = this.active[p];
		if (right[low] === right[high]) return true;
		const isLowFirst = right[low] < right[high];
		const e = isLowFirst ? high : low;
		const f = isLowFirst ? low : high;
		const side = (x2[e] - x1[e]) * (y2[f] - y1[e]) - (y2[e] - y1[e]) * (x2[f] - x1[e]);
		return isLowFirst ? side < 0 : side > 0;
	}

	/** From the lowest to the steepest; false where two run along one line. */
	private sortOutgoing(first: number, end: number): boolean {
		const { x1, y1, x2, y2 } = this.segments;
		const out = this.out;
		for (let e = first; e < end; e++) {
			const ex = x2[e] - x1[e];
			const ey = y2[e] - y1[e];
			let q = e - 1;
			while (q >= first) {
				const f = out[q];
				const turn = (x2[f] - x1[f]) * ey - (y2[f] - y1[f]) * ex;
				if (turn === 0) return false;
				if (turn > 0) break;
				out[q + 1] = f;
				q--;
			}
			out[q + 1] = e;
		}
		return true;
	}

	/** Reckons windings and labels upwards from the segment `below`. */
	private labelOutgoing(first: number, end: number, below: number): void {
		const { delta, layers, bits } = this.segments;
		const { winding, presentAbove, presentBelow, labelAbove, labelBelow, ground, out } = this;
		if (end - first === 1) out[first] = first;
		let present = below < 0 ? 0 : presentAbove[below];
		let label = below < 0 ? 0 : labelAbove[below];
		let boundary = below < 0 ? -1 : ground[below];
		let from = below < 0 ? -1 : below * layers;
		for (let p = first; p < end; p++) {
			const e = out[p];
			const to = e * layers;
			presentBelow[e] = present;
			labelBelow[e] = label;
			present = 0;
			for (let l = 0; l < layers; l++) {
				const sum = (from < 0 ? 0 : winding[from + l]) + delta[to + l];
				winding[to + l] = sum;
				if (sum > 0) present |= bits[l];
			}
			if (present !== presentBelow[e]) {
				label = this.labels.of(present);
				if (label !== labelBelow[e]) boundary = e;
			}
			presentAbove[e] = present;
			labelAbove[e] = label;
			ground[e] = boundary;
			from = to;
		}
	}

	/** Joins the half-edges of boundaries that meet at `v`, each to the next clockwise from its way back. */
	private link(v: number, low: number, incoming: number, first: number, end: number): void {
		const { active, out, labelAbove, labelBelow, next } = this;
		let boundaries = 0;
		let firstAway = -1;
		let arrived = -1;
		for (let q = low; q < low + incoming; q++) {
			const e = active[q];
			if (labelAbove[e] === labelBelow[e]) continue;
			if (boundaries++ === 0) firstAway = 2 * e + 1;
			else next[arrived] = 2 * e + 1;
			arrived = 2 * e;
		}
		if (boundaries === 0 && first < end) {
			this.boundaryBelow[v] = low > 0 ? this.ground[active[low - 1]] : -1;
		}
		for (let p = end - 1; p >= first; p--) {
			const e = out[p];
			if (labelAbove[e] === labelBelow[e]) continue;
			if (boundaries++ === 0) firstAway = 2 * e;
			else next[arrived] = 2 * e;
			arrived = 2 * e + 1;
		}
		if (boundaries > 0) next[arrived] = firstAway;
		this.isBusy[v] = boundaries > 2 ? 1 : 0;
	}

	/** Puts outgoing segments in the place of incoming ones; returns how many are active. */
	private replace(low: number, incoming: number, first: number, end: number, count: number): number {
		const { at, out } = this;
		const change = end - first - incoming;
		if (count + change > this.active.length) this.active = grown(this.active, 2 * (count + change));
		const active = this.active;
		if (change > 0) {
			for (let q = count - 1; q >= low + incoming; q--) at[(active[q + change] = active[q])] = q + change;
		} else if (change < 0) {
			for (let q = low + incoming; q < count; q++) at[(active[q + change] = active[q])] = q + change;
		}
		for (let p = first, q = low; p < end; p++, q++) at[(active[q] = out[p])] = q;
		return count + change;
	}
}
