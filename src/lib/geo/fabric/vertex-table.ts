/** Places of the 1e-7 degree grid, each numbered once. */
export class VertexTable {
	readonly x: number[] = [];
	readonly y: number[] = [];
	private slots = new Int32Array(1 << 8).fill(-1);

	get count(): number {
		return this.x.length;
	}

	/** The number of the place (`x`, `y`), a new one where it has none. */
	add(x: number, y: number): number {
		if (2 * this.count >= this.slots.length) this.grow();
		const slot = this.slotOf(x, y);
		if (this.slots[slot] >= 0) return this.slots[slot];
		this.slots[slot] = this.count;
		this.x.push(x);
		this.y.push(y);
		return this.count - 1;
	}

	/** The number of the place (`x`, `y`), -1 where it has none. */
	find(x: number, y: number): number {
		return this.slots[this.slotOf(x, y)];
	}

	/** The slot that holds the place, or the free one where it would go. */
	private slotOf(x: number, y: number): number {
		const mask = this.slots.length - 1;
		let slot = (Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b)) >>> 0;
		slot = (slot ^ (slot >>> 15)) & mask;
		for (let v = this.slots[slot]; v >= 0; v = this.slots[slot]) {
			if (this.x[v] === x && this.y[v] === y) return slot;
			slot = (slot + 1) & mask;
		}
		return slot;
	}

	private grow(): void {
		this.slots = new Int32Array(2 * this.slots.length).fill(-1);
		for (let v = 0; v < this.count; v++) this.slots[this.slotOf(this.x[v], this.y[v])] = v;
	}
}
