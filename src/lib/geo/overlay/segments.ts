/**
 * Segments of one overlay: from left to right (upwards where vertical), each with the change of
 * winding, per layer, that one meets crossing it upwards. Only layers in use have a column.
 */
export class Segments {
	count = 0;
	/** How many columns there are, and the bit of the layer in each. */
	layers = 1;
	bits: readonly number[] = [1];
	x1 = new Int32Array(1 << 13);
	y1 = new Int32Array(1 << 13);
	x2 = new Int32Array(1 << 13);
	y2 = new Int32Array(1 << 13);
	/** `delta[i * layers + column]` */
	delta = new Int32Array(1 << 15);
	/** 1 where the segment has been cut since pairs were last looked at. */
	isNew = new Uint8Array(1 << 13);

	/** Empties it and makes room for `count` segments of the layers with these bits. */
	clear(bits: readonly number[], count: number): void {
		this.count = 0;
		this.bits = bits;
		this.layers = bits.length;
		if (count > this.x1.length) {
			const size = Math.ceil(1.5 * count);
			this.x1 = new Int32Array(size);
			this.y1 = new Int32Array(size);
			this.x2 = new Int32Array(size);
			this.y2 = new Int32Array(size);
			this.isNew = new Uint8Array(size);
		}
		if (count * this.layers > this.delta.length)
			this.delta = new Int32Array(Math.ceil(1.5 * count * this.layers));
	}

	/** Adds a part of segment `i` of `source`, named in that segment's direction; a point is no part. */
	addPart(ax: number, ay: number, bx: number, by: number, source: Segments, i: number, isNew: number): void {
		if (ax === bx && ay === by) return;
		const k = this.count++;
		const isForward = ax < bx || (ax === bx && ay < by);
		this.x1[k] = isForward ? ax : bx;
		this.y1[k] = isForward ? ay : by;
		this.x2[k] = isForward ? bx : ax;
		this.y2[k] = isForward ? by : ay;
		const { layers } = this;
		const to = k * layers;
		const from = i * layers;
		for (let l = 0; l < layers; l++) {
			const d = source.delta[from + l];
			this.delta[to + l] = isForward ? d : -d;
		}
		this.isNew[k] = isNew;
	}
}

/** A copy of `array` with room for `size` numbers. */
export function grown(array: Int32Array, size: number): Int32Array<ArrayBuffer> {
	const copy = new Int32Array(size);
	copy.set(array);
	return copy;
}
