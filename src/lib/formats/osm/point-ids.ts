/**
 * Numbers places by their exact whole coordinates: equal coordinates, equal number, in order of first
 * mention from 0. An open-addressing table over two typed arrays, so millions of places stay small.
 */
export class PointIds {
	private xs = new Float64Array(1 << 10);
	private ys = new Float64Array(1 << 10);
	private slots = new Int32Array(1 << 11).fill(-1);
	private size = 0;

	get count(): number {
		return this.size;
	}

	x(id: number): number {
		return this.xs[id];
	}

	y(id: number): number {
		return this.ys[id];
	}

	/** The number of the place, given now if it has none yet. */
	idOf(x: number, y: number): number {
		const slot = this.slotOf(x, y);
		if (this.slots[slot] >= 0) return this.slots[slot];
		const id = this.size++;
		if (id === this.xs.length) this.grow();
		this.xs[id] = x;
		this.ys[id] = y;
		this.slots[this.slotOf(x, y)] = id;
		return id;
	}

	private slotOf(x: number, y: number): number {
		const mask = this.slots.length - 1;
		let slot = (Math.imul(x | 0, 0x9e3779b1) ^ Math.imul(y | 0, 0x85ebca6b)) >>> 0;
		slot = (slot ^ (slot >>> 15)) & mask;
		for (;;) {
			const id = this.slots[slot];
			if (id < 0 || (this.xs[id] === x && this.ys[id] === y)) return slot;
			slot = (slot + 1) & mask;
		}
	}

	private grow(): void {
		const xs = new Float64Array(this.xs.length * 2);
		const ys = new Float64Array(this.ys.length * 2);
		xs.set(this.xs);
		ys.set(this.ys);
		this.xs = xs;
		this.ys = ys;
		this.slots = new Int32Array(this.slots.length * 2).fill(-1);
		for (let id = 0; id < this.size - 1; id++) this.slots[this.slotOf(xs[id], ys[id])] = id;
	}
}
