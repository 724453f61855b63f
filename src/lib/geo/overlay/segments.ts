/**
 * Segments of one overlay: from left to right (upwards where vertical), each with the change of
 * winding, per layer, that one meets crossing it upwards.
 */
export class Segments {
	count = 0;
	layers = 1;
	x1 = new Int32Array(1024);
	y1 = new Int32Array(1024);
	x2 = new Int32Array(1024);
	y2 = new Int32Array(1024);
	/** `delta[i * layers + layer]` */
	delta = new Int32Array(4096);
	/** 1 where the segment has been cut since pairs were last looked at. */
	isNew = new Uint8Array(1024);

	clear(layers: number): void {
		this.count = 0;
		this.layers = layers;
	}

	/** Makes room for `count` segments in all. */
	reserve(count: number): void {
		if (count > this.x1.length) {
			const size = Math.max(count, 2 * this.x1.length);
			this.x1 = grown(this.x1, size);
			this.y1 = grown(this.y1, size);
			this.x2 = grown(this.x2, size);
			this.y2 = grown(this.y2, size);
			const isNew = new Uint8Array(size);
			isNew.set(this.isNew);
			this.isNew = isNew;
		}
		if (count * this.layers > this.delta.length) {
			this.delta = grown(this.delta, Math.max(count * this.layers, 2 * this.delta.length));
		}
	}

	/** Adds the segment from a to b with its ring's ground on the left; a point is no segment. */
	add(ax: number, ay: number, bx: number, by: number, layer: number): void {
		if (ax === bx && ay === by) return;
		const i = this.count++;
		this.reserve(this.count);
		const first = i * this.layers;
		this.delta.fill(0, first, first + this.layers);
		const isForward = ax < bx || (ax === bx && ay < by);
		this.place(i, ax, ay, bx, by, isForward);
		this.delta[first + layer] = isForward ? 1 : -1;
		this.isNew[i] = 1;
	}

	/** Adds a part of segment `i` of `source`, named in that segment's direction; room is reserved before. */
	addPart(ax: number, ay: number, bx: number, by: number, source: Segments, i: number, isNew: number): void {
		if (ax === bx && ay === by) return;
		const k = this.count++;
		const isForward = ax < bx || (ax === bx && ay < by);
		this.place(k, ax, ay, bx, by, isForward);
		const to = k * this.layers;
		const from = i * this.layers;
		for (let l = 0; l < this.layers; l++) {
			const d = source.delta[from + l];
			this.delta[to + l] = isForward ? d : -d;
		}
		this.isNew[k] = isNew;
	}

	/** Copies segment `i` of `source` to the end; room is reserved before. */
	copy(source: Segments, i: number): void {
		this.addPart(source.x1[i], source.y1[i], source.x2[i], source.y2[i], source, i, source.isNew[i]);
	}

	private place(i: number, ax: number, ay: number, bx: number, by: number, isForward: boolean): void {
		this.x1[i] = isForward ? ax : bx;
		this.y1[i] = isForward ? ay : by;
		this.x2[i] = isForward ? bx : ax;
		this.y2[i] = isForward ? by : ay;
	}
}

/** A copy of `array` with room for `size` numbers. */
export function grown(array: Int32Array, size: number): Int32Array<ArrayBuffer> {
	const copy = new Int32Array(size);
	copy.set(array);
	return copy;
}
