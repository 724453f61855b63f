/** Numbers places of the grid as they come: equal places have one number. Open addressing. */
export class VertexTable {
	count = 0;
	x: Int32Array;
	y: Int32Array;
	private readonly table: Int32Array;
	private readonly mask: number;

	/** For up to `most` places. */
	constructor(most: number) {
		this.x = new Int32Array(most);
		this.y = new Int32Array(most);
		let size = 16;
		while (size < 2 * most) size *= 2;
		this.table = new Int32Array(size).fill(-1);
		this.mask = size - 1;
	}

	numberOf(x: number, y: number): number {
		let h = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b);
		h = (h ^ (h >>> 15)) & this.mask;
		for (;;) {
			const v = this.table[h];
			if (v < 0) break;
			if (this.x[v] === x && this.y[v] === y) return v;
			h = (h + 1) & this.mask;
		}
		const v = this.count++;
		this.table[h] = v;
		this.x[v] = x;
		this.y[v] = y;
		return v;
	}
}
