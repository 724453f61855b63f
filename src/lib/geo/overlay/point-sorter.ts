/** Coordinates are below this, so a point is one exact number. */
const SPAN = 1 << 23;

/**
 * Sorts points of a cell by x, then y, in expected linear time for points spread over it: buckets on
 * x, then insertion. Points that are equal keep no particular order.
 */
export class PointSorter {
	/** The sorted points as numbers, equal where the points are; good until the next `sort`. */
	keys = new Float64Array(1 << 13);
	private order = new Int32Array(1 << 13);
	private bucket = new Int32Array(1 << 13);
	private start = new Int32Array(1 << 13);

	/** The order of points 0 to n - 1. The array is this sorter's own: good until the next call. */
	sort(xs: Int32Array, ys: Int32Array, n: number): Int32Array {
		if (this.order.length < n) {
			this.order = new Int32Array(2 * n);
			this.bucket = new Int32Array(2 * n);
			this.keys = new Float64Array(2 * n);
		}
		const { order, keys } = this;
		if (n < 48) for (let i = 0; i < n; i++) order[i] = i;
		else this.spread(xs, n);
		for (let i = 0; i < n; i++) {
			const e = order[i];
			const key = xs[e] * SPAN + ys[e];
			let j = i - 1;
			while (j >= 0 && keys[j] > key) {
				keys[j + 1] = keys[j];
				order[j + 1] = order[j];
				j--;
			}
			keys[j + 1] = key;
			order[j + 1] = e;
		}
		return order;
	}

	private spread(xs: Int32Array, n: number): void {
		const { order, bucket } = this;
		let min = xs[0];
		let max = min;
		for (let i = 1; i < n; i++) {
			const x = xs[i];
			if (x < min) min = x;
			else if (x > max) max = x;
		}
		const scale = (n - 1) / Math.max(1, max - min);
		if (this.start.length < n + 2) this.start = new Int32Array(2 * n + 2);
		const start = this.start.fill(0, 0, n + 2);
		for (let i = 0; i < n; i++) {
			const b = ((xs[i] - min) * scale) | 0;
			bucket[i] = b;
			start[b + 1]++;
		}
		for (let b = 0; b < n; b++) start[b + 1] += start[b];
		for (let i = 0; i < n; i++) order[start[bucket[i]]++] = i;
	}
}
