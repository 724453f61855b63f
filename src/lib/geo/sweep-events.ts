/** Where walls come into and go out of a sweep, in the order the sweep meets them. Buffers grow and stay. */
export class SweepEvents {
	count = 0;
	key = new Float64Array(256);
	/** The direction of each event, a grid point. */
	x = new Float64Array(256);
	y = new Float64Array(256);
	/** The wall that begins, or `~wall` where one ends. */
	wall = new Int32Array(256);
	/** Event numbers in order of their keys, filled by `sort`; equal keys in the order they were added. */
	order = new Int32Array(256);
	private spare = new Int32Array(256);

	clear(): void {
		this.count = 0;
	}

	add(key: number, x: number, y: number, wall: number): void {
		if (this.count === this.key.length) this.grow();
		const i = this.count++;
		this.key[i] = key;
		this.x[i] = x;
		this.y[i] = y;
		this.wall[i] = wall;
	}

	/** Fills `order`: merge sort over short runs put in order by insertion. */
	sort(): void {
		const { key, count } = this;
		const order = this.order;
		for (let i = 0; i < count; i++) {
			const own = key[i];
			let j = i;
			for (const low = i - (i % RUN); j > low && key[order[j - 1]] > own; j--) order[j] = order[j - 1];
			order[j] = i;
		}
		for (let width = RUN; width < count; width *= 2) this.merge(width);
	}

	private merge(width: number): void {
		const { key, order: from, spare: to, count } = this;
		for (let low = 0; low < count; low += 2 * width) {
			const middle = Math.min(low + width, count);
			const high = Math.min(low + 2 * width, count);
			let i = low;
			let j = middle;
			for (let k = low; k < high; k++) {
				const isLeft = i < middle && (j >= high || key[from[i]] <= key[from[j]]);
				to[k] = from[isLeft ? i++ : j++];
			}
		}
		this.order = to;
		this.spare = from;
	}

	private grow(): void {
		const size = 2 * this.key.length;
		this.key = widened(this.key, new Float64Array(size));
		this.x = widened(this.x, new Float64Array(size));
		this.y = widened(this.y, new Float64Array(size));
		this.wall = widened(this.wall, new Int32Array(size));
		this.order = new Int32Array(size);
		this.spare = new Int32Array(size);
	}
}

/** Runs this long are put in order by insertion. */
const RUN = 12;

function widened<T extends Float64Array | Int32Array>(from: T, to: T): T {
	to.set(from);
	return to;
}
