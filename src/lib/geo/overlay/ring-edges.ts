import { grown } from './segments.ts';

/** Edges of rings as they are added: from left to right, each of one layer, nothing merged yet. */
export class RingEdges {
	count = 0;
	x1 = new Int32Array(1 << 13);
	y1 = new Int32Array(1 << 13);
	x2 = new Int32Array(1 << 13);
	y2 = new Int32Array(1 << 13);
	/** The layer's column, and the change of its winding that one meets crossing the edge upwards. */
	column = new Uint8Array(1 << 13);
	change = new Int32Array(1 << 13);
	/** The layers in use: their bits by column. */
	bits: number[] = [];
	private readonly columnOf = new Int8Array(32);

	clear(): void {
		this.count = 0;
		this.bits = [];
		this.columnOf.fill(-1);
	}

	/** The column of `layer`; -1 where no edge is of that layer. */
	columnOfLayer(layer: number): number {
		return this.columnOf[layer];
	}

	/** Adds the ring of the first `n` points, x and y by turns, with its ground on the left. */
	addRing(points: Float64Array, n: number, layer: number, weight: number): void {
		if (n === 0) return;
		if (this.columnOf[layer] < 0) this.columnOf[layer] = this.bits.push(1 << layer) - 1;
		const column = this.columnOf[layer];
		if (this.count + n > this.x1.length) this.grow(this.count + n);
		const { x1, y1, x2, y2 } = this;
		let i = this.count;
		let ax = points[2 * n - 2];
		let ay = points[2 * n - 1];
		for (let k = 0; k < 2 * n; k += 2) {
			const bx = points[k];
			const by = points[k + 1];
			if (ax < bx || (ax === bx && ay < by)) {
				x1[i] = ax;
				y1[i] = ay;
				x2[i] = bx;
				y2[i] = by;
				this.column[i] = column;
				this.change[i++] = weight;
			} else if (ax !== bx || ay !== by) {
				x1[i] = bx;
				y1[i] = by;
				x2[i] = ax;
				y2[i] = ay;
				this.column[i] = column;
				this.change[i++] = -weight;
			}
			ax = bx;
			ay = by;
		}
		this.count = i;
	}

	private grow(count: number): void {
		const size = Math.ceil(1.5 * count);
		this.x1 = grown(this.x1, size);
		this.y1 = grown(this.y1, size);
		this.x2 = grown(this.x2, size);
		this.y2 = grown(this.y2, size);
		this.change = grown(this.change, size);
		const column = new Uint8Array(size);
		column.set(this.column);
		this.column = column;
	}
}
