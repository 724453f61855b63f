import { grown, type Segments } from './segments.ts';

/** Places at which segments are to be cut. */
export class CutList {
	count = 0;
	x = new Int32Array(1 << 13);
	y = new Int32Array(1 << 13);
	/** The last cut of each segment, and the cut of the same segment before each cut; -1 none. */
	private last = new Int32Array(1 << 13);
	private before = new Int32Array(1 << 13);
	/** Cuts of one segment while they are sorted. */
	private along: number[] = [];

	/** Empties the list, for cuts of segments 0 to `n` - 1. */
	clear(n: number): void {
		this.count = 0;
		if (this.last.length < n) this.last = new Int32Array(2 * n);
		this.last.fill(-1, 0, n);
	}

	add(segment: number, x: number, y: number): void {
		const k = this.count++;
		if (k >= this.x.length) this.grow();
		this.x[k] = x;
		this.y[k] = y;
		this.before[k] = this.last[segment];
		this.last[segment] = k;
	}

	/** Writes the parts of `from`'s segments into `to`; parts of segments that were cut are new. */
	apply(from: Segments, to: Segments): void {
		const { x1, y1, x2, y2, count: n } = from;
		const { last, before, along, x, y } = this;
		to.clear(from.bits, n + this.count);
		for (let i = 0; i < n; i++) {
			let px = x1[i];
			let py = y1[i];
			let k = last[i];
			const isNew = k < 0 ? 0 : 1;
			if (k >= 0 && before[k] >= 0) {
				let cuts = 0;
				for (; k >= 0; k = before[k]) along[cuts++] = k;
				this.sortAlong(cuts, x2[i] - px, y2[i] - py);
				for (let c = 0; c < cuts; c++) {
					k = along[c];
					to.addPart(px, py, x[k], y[k], from, i, isNew);
					px = x[k];
					py = y[k];
				}
			} else if (k >= 0) {
				to.addPart(px, py, x[k], y[k], from, i, isNew);
				px = x[k];
				py = y[k];
			}
			to.addPart(px, py, x2[i], y2[i], from, i, isNew);
		}
	}

	/** Sorts the first `n` cuts in `along` along (`dx`, `dy`); those abreast of each other by place, so that their order is fixed. */
	private sortAlong(n: number, dx: number, dy: number): void {
		const { along, x, y } = this;
		for (let p = 1; p < n; p++) {
			const e = along[p];
			const reach = x[e] * dx + y[e] * dy;
			let q = p - 1;
			while (q >= 0) {
				const f = along[q];
				const other = x[f] * dx + y[f] * dy;
				if (other < reach || (other === reach && (x[f] < x[e] || (x[f] === x[e] && y[f] <= y[e])))) break;
				along[q + 1] = f;
				q--;
			}
			along[q + 1] = e;
		}
	}

	private grow(): void {
		const size = 2 * this.x.length;
		this.x = grown(this.x, size);
		this.y = grown(this.y, size);
		this.before = grown(this.before, size);
	}
}
