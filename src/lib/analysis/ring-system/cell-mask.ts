/** A patch of ground in square cells, each within or without; numbers are in cells, cell (i, j) has its middle at i + 0.5, j + 0.5. */
export class CellMask {
	/** 1 within. */
	readonly cells: Uint8Array;

	constructor(
		readonly width: number,
		readonly height: number
	) {
		this.cells = new Uint8Array(width * height);
	}

	/** Puts the cells whose middle lies in a polygon within (even-odd, scan lines). */
	fillPolygon(x: Float64Array, y: Float64Array): void {
		const hits: number[][] = Array.from({ length: this.height }, () => []);
		for (let k = 0; k < x.length; k++) {
			const n = k + 1 === x.length ? 0 : k + 1;
			const [lowY, highY] = y[k] < y[n] ? [y[k], y[n]] : [y[n], y[k]];
			for (let j = Math.max(0, Math.ceil(lowY - 0.5)); j + 0.5 < highY && j < this.height; j++) {
				hits[j].push(x[k] + ((j + 0.5 - y[k]) / (y[n] - y[k])) * (x[n] - x[k]));
			}
		}
		for (let j = 0; j < this.height; j++) {
			const row = hits[j].sort((a, b) => a - b);
			for (let h = 0; h + 1 < row.length; h += 2) {
				const first = Math.max(0, Math.ceil(row[h] - 0.5));
				for (let i = first; i + 0.5 < row[h + 1] && i < this.width; i++) this.cells[j * this.width + i] = 1;
			}
		}
	}

	/** Gives the cells about points their side, the nearest point's first, `steps` cells far; of two in one cell the one without counts. */
	spread(x: Float64Array, y: Float64Array, isWithout: readonly number[], steps: number): void {
		const taken = new Uint8Array(this.cells.length);
		let rim: number[] = [];
		for (let p = 0; p < x.length; p++) {
			const i = Math.floor(x[p]);
			const j = Math.floor(y[p]);
			if (i < 1 || j < 1 || i >= this.width - 1 || j >= this.height - 1) continue;
			const cell = j * this.width + i;
			if (taken[cell] && !isWithout[p]) continue;
			if (!taken[cell]) rim.push(cell);
			taken[cell] = 1;
			this.cells[cell] = isWithout[p] ? 0 : 1;
		}
		for (let step = 0; step < steps; step++) {
			const next: number[] = [];
			for (const cell of rim) {
				for (const beside of [cell - 1, cell + 1, cell - this.width, cell + this.width]) {
					if (taken[beside] || this.isOnRim(beside)) continue;
					taken[beside] = 1;
					this.cells[beside] = this.cells[cell];
					next.push(beside);
				}
			}
			rim = next;
		}
	}

	/** Leaves the largest piece, without holes, and no two cells that touch at a corner only. */
	makeSimple(): void {
		for (let changed = true; changed;) {
			changed = this.fillCorners();
			this.keep(1);
			if (this.keep(0)) changed = true;
			if (this.fillCorners()) changed = true;
		}
	}

	/** The corners about the piece, counter-clockwise, as a simple polygon; null where it is empty. */
	outline(): [x: number, y: number][] | null {
		const { width, cells } = this;
		const start = cells.indexOf(1);
		if (start < 0) return null;
		const startX = start % width;
		const startY = Math.floor(start / width);
		const corners: [number, number][] = [];
		// the lower side of the lowest cell, eastwards; what lies to the left is within
		let [x, y, dx, dy] = [startX, startY, 1, 0];
		do {
			corners.push([x, y]);
			for (;;) {
				x += dx;
				y += dy;
				const isLeft = this.isWithin(x + (dx - dy - 1) / 2, y + (dy + dx - 1) / 2);
				const isRight = this.isWithin(x + (dx + dy - 1) / 2, y + (dy - dx - 1) / 2);
				if (isRight) [dx, dy] = [dy, -dx];
				else if (!isLeft) [dx, dy] = [-dy, dx];
				else continue;
				break;
			}
		} while (x !== startX || y !== startY);
		return corners;
	}

	private isWithin(i: number, j: number): boolean {
		return this.cells[j * this.width + i] === 1;
	}

	private isOnRim(cell: number): boolean {
		const i = cell % this.width;
		const j = (cell - i) / this.width;
		return i === 0 || j === 0 || i === this.width - 1 || j === this.height - 1;
	}

	/** Where cells touch at a corner only, puts a third one within; whether there were any. */
	private fillCorners(): boolean {
		const { width, height, cells } = this;
		let isAny = false;
		for (let j = 0; j + 1 < height; j++) {
			for (let i = 0; i + 1 < width; i++) {
				const a = j * width + i;
				const [low, lowNext, high, highNext] = [
					cells[a],
					cells[a + 1],
					cells[a + width],
					cells[a + width + 1]
				];
				if (low !== highNext || lowNext !== high || low === lowNext) continue;
				const third = low ? a + 1 : a;
				cells[this.isOnRim(third) ? (low ? a + width : a + width + 1) : third] = 1;
				isAny = true;
			}
		}
		return isAny;
	}

	/** Turns all pieces of `side` but the largest (of what is without: the one at the rim); whether there were others. */
	private keep(side: 0 | 1): boolean {
		const { width, cells } = this;
		const piece = new Int32Array(cells.length);
		const size = [0];
		for (let first = 0; first < cells.length; first++) {
			if (cells[first] !== side || piece[first] !== 0) continue;
			const number = size.length;
			const stack = [first];
			piece[first] = number;
			size.push(0);
			while (stack.length > 0) {
				const cell = stack.pop() as number;
				size[number]++;
				const i = cell % width;
				if (i > 0) this.meet(cell - 1, side, number, piece, stack);
				if (i + 1 < width) this.meet(cell + 1, side, number, piece, stack);
				if (cell >= width) this.meet(cell - width, side, number, piece, stack);
				if (cell + width < cells.length) this.meet(cell + width, side, number, piece, stack);
			}
		}
		const kept = side === 0 ? 1 : size.indexOf(Math.max(...size.slice(1)), 1);
		let isAny = false;
		for (let c = 0; c < cells.length; c++) {
			if (cells[c] !== side || piece[c] === kept) continue;
			cells[c] = 1 - side;
			isAny = true;
		}
		return isAny;
	}

	private meet(cell: number, side: number, number: number, piece: Int32Array, stack: number[]): void {
		if (this.cells[cell] !== side || piece[cell] !== 0) return;
		piece[cell] = number;
		stack.push(cell);
	}
}
