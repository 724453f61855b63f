import { grown, type Segments } from './segments.ts';

/** Places at which segments are to be cut. */
export class CutList {
	count = 0;
	segment = new Int32Array(1024);
	x = new Int32Array(1024);
	y = new Int32Array(1024);
	private start = new Int32Array(1024);
	private order = new Int32Array(1024);

	add(segment: number, x: number, y: number): void {
		const k = this.count++;
		if (k >= this.segment.length) {
			this.segment = grown(this.segment, 2 * k);
			this.x = grown(this.x, 2 * k);
			this.y = grown(this.y, 2 * k);
		}
		this.segment[k] = segment;
		this.x[k] = x;
		this.y[k] = y;
	}

	/** Writes the parts of `from`'s segments into `to`; parts of segments that were cut are new. */
	apply(from: Segments, to: Segments): void {
		const { x1, y1, x2, y2, count: n } = from;
		to.clear(from.bits, n + this.count);
		this.sortBySegment(n);
		const { order, start } = this;
		for (let i = 0; i < n; i++) {
			const first = i === 0 ? 0 : start[i - 1];
			const end = start[i];
			const isNew = end > first ? 1 : 0;
			if (end - first > 1) this.sortAlong(first, end, from, i);
			let px = x1[i];
			let py = y1[i];
			for (let p = first; p < end; p++) {
				const k = order[p];
				to.addPart(px, py, this.x[k], this.y[k], from, i, isNew);
				px = this.x[k];
				py = this.y[k];
			}
			to.addPart(px, py, x2[i], y2[i], from, i, isNew);
		}
	}

	/** Leaves the cuts of segment i at `start[i - 1]` to `start[i]` of `order`. */
	private sortBySegment(n: number): void {
		if (this.start.length < n + 1) this.start = new Int32Array(2 * n + 1);
		if (this.order.length < this.count) this.order = new Int32Array(this.segment.length);
		const start = this.start.fill(0, 0, n + 1);
		for (let k = 0; k < this.count; k++) start[this.segment[k] + 1]++;
		for (let i = 0; i < n; i++) start[i + 1] += start[i];
		for (let k = 0; k < this.count; k++) this.order[start[this.segment[k]]++] = k;
	}

	/** Sorts cuts along segment `i`; those abreast of each other by place, so that their order is fixed. */
	private sortAlong(first: number, end: number, from: Segments, i: number): void {
		const { order, x, y } = this;
		const dx = from.x2[i] - from.x1[i];
		const dy = from.y2[i] - from.y1[i];
		for (let p = first + 1; p < end; p++) {
			const e = order[p];
			const along = x[e] * dx + y[e] * dy;
			let q = p - 1;
			while (q >= first) {
				const f = order[q];
				const other = x[f] * dx + y[f] * dy;
				if (other < along || (other === along && (x[f] < x[e] || (x[f] === x[e] && y[f] <= y[e])))) break;
				order[q + 1] = f;
				q--;
			}
			order[q + 1] = e;
		}
	}
}
