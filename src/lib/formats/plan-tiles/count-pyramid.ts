import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { mercatorX, mercatorY } from '../../geo/mercator.ts';

/** Cells along one side of a tile: 64 pixels each. */
export const COUNT_CELLS = 8;
const CELL_LEVELS = 3;

/** What stands in one cell: how many, how many of them do not count, and their middle from 0 to 1 on the map. */
export interface CountCell {
	readonly n: number;
	readonly off: number;
	readonly x: number;
	readonly y: number;
}

/**
 * Counts of points in the cells of every zoom from `minZoom` to `maxZoom`, kept up by each point
 * that comes and goes: a tile reads its 64 cells and never the points. Sums are of whole numbers
 * (2^-30 of the map's side), so that coming and going leaves no trace.
 */
export class CountPyramid {
	private readonly levels: Level[] = [];

	/** `maxZoom` at most 20. */
	constructor(
		private readonly minZoom: number,
		private readonly maxZoom: number
	) {
		for (let z = minZoom; z <= maxZoom; z++) this.levels[z] = new Level(z + CELL_LEVELS);
	}

	/** Takes all points anew, as `points` hands them over. Each zoom sums up the cells of the next. */
	fill(points: (add: (lngGrid: number, latGrid: number, isOff: boolean) => void) => void): void {
		for (let z = this.minZoom; z <= this.maxZoom; z++) this.levels[z] = new Level(z + CELL_LEVELS);
		const finest = this.levels[this.maxZoom];
		points((lngGrid, latGrid, isOff) => finest.add(wholeX(lngGrid), wholeY(latGrid), isOff ? 1 : 0, 1));
		for (let z = this.maxZoom - 1; z >= this.minZoom; z--) this.levels[z].addAll(this.levels[z + 1]);
	}

	/** A point comes (`by` 1) or goes (-1); 1e-7 degree. */
	add(lngGrid: number, latGrid: number, isOff: boolean, by: 1 | -1): void {
		const x = wholeX(lngGrid);
		const y = wholeY(latGrid);
		for (let z = this.minZoom; z <= this.maxZoom; z++) this.levels[z].add(x, y, isOff ? by : 0, by);
	}

	/** The cells of tile z/x/y that are not empty, row by row. Zooms beyond the pyramid have none. */
	forEachCell(z: number, x: number, y: number, visit: (cell: CountCell) => void): void {
		const level = this.levels[z];
		if (!level) return;
		for (let row = 0; row < COUNT_CELLS; row++) {
			for (let column = 0; column < COUNT_CELLS; column++) {
				const cell = level.cell(x * COUNT_CELLS + column, y * COUNT_CELLS + row);
				if (cell) visit(cell);
			}
		}
	}
}

const WHOLE = 2 ** 30;

function wholeX(lngGrid: number): number {
	return Math.floor(mercatorX(lngGrid / GRID_PER_DEG) * WHOLE);
}

function wholeY(latGrid: number): number {
	return Math.floor(mercatorY(latGrid / GRID_PER_DEG) * WHOLE);
}

/** One zoom: cells in typed arrays, found by their place. */
class Level {
	private readonly slots = new Map<number, number>();
	private readonly free: number[] = [];
	private n = new Int32Array(256);
	private off = new Int32Array(256);
	private x = new Float64Array(256);
	private y = new Float64Array(256);
	private size = 0;
	private readonly cellSize: number;
	private readonly columns: number;

	constructor(bits: number) {
		this.cellSize = 2 ** (30 - bits);
		this.columns = 2 ** bits;
	}

	/** `by` points come or go, `off` of them not counted. */
	add(x: number, y: number, off: number, by: number): void {
		const key = this.key(Math.floor(x / this.cellSize), Math.floor(y / this.cellSize));
		this.addTo(key, by, off, by * x, by * y);
	}

	/** Adds every cell of the level twice as fine. */
	addAll(finer: Level): void {
		for (const [key, slot] of finer.slots) {
			const x = key % finer.columns;
			const parent = this.key(x >> 1, Math.floor((key - x) / finer.columns) >> 1);
			this.addTo(parent, finer.n[slot], finer.off[slot], finer.x[slot], finer.y[slot]);
		}
	}

	private addTo(key: number, n: number, off: number, x: number, y: number): void {
		let slot = this.slots.get(key);
		if (slot === undefined) {
			slot = this.free.pop() ?? this.size++;
			if (slot === this.n.length) this.grow();
			this.slots.set(key, slot);
		}
		this.n[slot] += n;
		this.off[slot] += off;
		this.x[slot] += x;
		this.y[slot] += y;
		if (this.n[slot] === 0) {
			this.slots.delete(key);
			this.free.push(slot);
		}
	}

	cell(cellX: number, cellY: number): CountCell | null {
		const slot = this.slots.get(this.key(cellX, cellY));
		if (slot === undefined) return null;
		const n = this.n[slot];
		return { n, off: this.off[slot], x: this.x[slot] / n / WHOLE, y: this.y[slot] / n / WHOLE };
	}

	private key(cellX: number, cellY: number): number {
		return cellY * this.columns + cellX;
	}

	private grow(): void {
		const { n, off, x, y } = this;
		(this.n = new Int32Array(2 * n.length)).set(n);
		(this.off = new Int32Array(2 * n.length)).set(off);
		(this.x = new Float64Array(2 * n.length)).set(x);
		(this.y = new Float64Array(2 * n.length)).set(y);
	}
}
