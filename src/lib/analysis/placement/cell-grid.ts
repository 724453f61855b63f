import type { LngLat } from '../../geo/coordinates.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { localPlane } from '../../geo/local-plane.ts';
import { boxOfRings } from '../../geo/ring-box.ts';

const BLOCK = 64;
/** What a cell of a block holds before it is a row: not open, or open. */
const SHUT = -2;
const OPEN = -1;

interface CellBlock {
	/** For each cell `SHUT`, `OPEN`, or its row. */
	readonly cells: Int32Array;
	marks: Uint8Array | null;
}

/**
 * Ground in square cells, kept only about places of interest: blocks of 64 by 64 cells that were asked
 * for with `want`. A cell is open where its middle was painted, and becomes a row when it is first covered.
 *
 * Cell (x, y) has its west and south sides at `x * cellX`, `y * cellY` in 1e-7 degrees.
 */
export class CellGrid {
	readonly cellX: number;
	readonly cellY: number;
	private readonly blocks = new Map<number, CellBlock>();
	/** Cell of each row, west to east and south to north. */
	readonly rowX: number[] = [];
	readonly rowY: number[] = [];
	private readonly hits: number[] = [];

	/** Cells about `sizeM` wide near `about`. Throws a `RangeError` for a size that is none. */
	constructor(
		about: LngLat,
		readonly sizeM: number
	) {
		if (!(sizeM > 0)) throw new RangeError(`cells of ${sizeM} m, wanted more than 0`);
		const plane = localPlane(about);
		this.cellX = Math.max(1, Math.round((sizeM * GRID_PER_DEG) / plane.metresPerLng));
		this.cellY = Math.max(1, Math.round((sizeM * GRID_PER_DEG) / plane.metresPerLat));
	}

	/** Keeps the ground in a box (1e-7 degrees), so that it can be painted and covered. */
	want(minX: number, minY: number, maxX: number, maxY: number): void {
		const west = this.blockX(minX);
		const east = this.blockX(maxX);
		for (let by = this.blockY(minY); by <= this.blockY(maxY); by++) {
			for (let bx = west; bx <= east; bx++) {
				const key = blockKey(bx, by);
				if (this.blocks.has(key)) continue;
				this.blocks.set(key, { cells: new Int32Array(BLOCK * BLOCK).fill(SHUT), marks: null });
			}
		}
	}

	/** Opens the cells whose middle lies in `rings` (even-odd) and whose block is kept. */
	paint(rings: readonly Int32Array[]): void {
		if (!this.meetsBlock(rings)) return;
		this.forEachStrip(rings, ({ cells }, from, to) => cells.fill(OPEN, from, to));
	}

	/** Marks cell (x, y) where its block is kept. */
	mark(x: number, y: number): void {
		const block = this.blocks.get(blockKey(Math.floor(x / BLOCK), Math.floor(y / BLOCK)));
		if (block) (block.marks ??= new Uint8Array(BLOCK * BLOCK))[within(x, y)] = 1;
	}

	/** Whether cell (x, y) is marked. */
	isMarked(x: number, y: number): boolean {
		const block = this.blocks.get(blockKey(Math.floor(x / BLOCK), Math.floor(y / BLOCK)));
		return block?.marks?.[within(x, y)] === 1;
	}

	/** How many open cells have their middle in `rings`, marked ones counted `markedWeight` times. */
	openWithin(rings: readonly Int32Array[], markedWeight: number): number {
		let sum = 0;
		this.forEachStrip(rings, ({ cells, marks }, from, to) => {
			for (let cell = from; cell < to; cell++) {
				if (cells[cell] !== SHUT) sum += marks?.[cell] ? markedWeight : 1;
			}
		});
		return sum;
	}

	/** The rows of open cells whose middle lies in `rings`; cells covered for the first time become rows. */
	rowsWithin(rings: readonly Int32Array[]): Uint32Array {
		const found: number[] = [];
		this.forEachStrip(rings, ({ cells }, from, to, x, y) => {
			for (let cell = from; cell < to; cell++) {
				if (cells[cell] === SHUT) continue;
				if (cells[cell] === OPEN) {
					cells[cell] = this.rowX.length;
					this.rowX.push(x + cell - from);
					this.rowY.push(y);
				}
				found.push(cells[cell]);
			}
		});
		return Uint32Array.from(found);
	}

	/** How many cells, open or not, have their middle in `rings`. */
	countWithin(rings: readonly Int32Array[]): number {
		let count = 0;
		this.forEachRun(rings, (_, from, to) => (count += to - from));
		return count;
	}

	/** Square metres of the cells of row `y`. */
	areaM2(y: number): number {
		const plane = localPlane([0, ((y + 0.5) * this.cellY) / GRID_PER_DEG]);
		return (this.cellX * plane.metresPerLng * this.cellY * plane.metresPerLat) / GRID_PER_DEG ** 2;
	}

	/** The middle of cell (x, y), in 1e-7 degrees. */
	middleOf(x: number, y: number): [x: number, y: number] {
		return [(x + 0.5) * this.cellX, (y + 0.5) * this.cellY];
	}

	/** Calls `visit` for each run of cells from `from` up to `to` in row `y` whose middles lie in `rings`. */
	private forEachRun(
		rings: readonly Int32Array[],
		visit: (y: number, from: number, to: number) => void
	): void {
		let minY = Infinity;
		let maxY = -Infinity;
		for (const ring of rings) {
			for (let i = 1; i < ring.length; i += 2) {
				if (ring[i] < minY) minY = ring[i];
				if (ring[i] > maxY) maxY = ring[i];
			}
		}
		const { hits, cellX, cellY } = this;
		for (let y = Math.ceil(minY / cellY - 0.5); (y + 0.5) * cellY < maxY; y++) {
			const level = (y + 0.5) * cellY;
			hits.length = 0;
			for (const ring of rings) {
				for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
					const ay = ring[j + 1];
					const by = ring[i + 1];
					if (ay <= level === by <= level) continue;
					hits.push(ring[j] + ((ring[i] - ring[j]) * (level - ay)) / (by - ay));
				}
			}
			hits.sort((a, b) => a - b);
			for (let k = 0; k + 1 < hits.length; k += 2) {
				const from = Math.ceil(hits[k] / cellX - 0.5);
				const to = Math.ceil(hits[k + 1] / cellX - 0.5);
				if (from < to) visit(y, from, to);
			}
		}
	}

	/** As `forEachRun`, cut where blocks meet: cells `from` up to `to` of a block that is kept, the first of them cell (x, y). */
	private forEachStrip(
		rings: readonly Int32Array[],
		visit: (block: CellBlock, from: number, to: number, x: number, y: number) => void
	): void {
		this.forEachRun(rings, (y, first, end) => {
			const by = Math.floor(y / BLOCK);
			for (let x = first; x < end;) {
				const bx = Math.floor(x / BLOCK);
				const next = Math.min(end, (bx + 1) * BLOCK);
				const block = this.blocks.get(blockKey(bx, by));
				if (block) {
					const from = within(x, y);
					visit(block, from, from + next - x, x, y);
				}
				x = next;
			}
		});
	}

	private meetsBlock(rings: readonly Int32Array[]): boolean {
		const [minX, minY, maxX, maxY] = boxOfRings(rings);
		for (let by = this.blockY(minY); by <= this.blockY(maxY); by++) {
			for (let bx = this.blockX(minX); bx <= this.blockX(maxX); bx++) {
				if (this.blocks.has(blockKey(bx, by))) return true;
			}
		}
		return false;
	}

	private blockX(x: number): number {
		return Math.floor(x / this.cellX / BLOCK);
	}

	private blockY(y: number): number {
		return Math.floor(y / this.cellY / BLOCK);
	}
}

function blockKey(bx: number, by: number): number {
	return bx * 2 ** 25 + by;
}

function within(x: number, y: number): number {
	return (((y % BLOCK) + BLOCK) % BLOCK) * BLOCK + (((x % BLOCK) + BLOCK) % BLOCK);
}
