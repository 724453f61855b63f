import { GRID_PER_DEG } from '../../../geo/flat-rings.ts';
import { localPlane } from '../../../geo/local-plane.ts';
import { boxOfRings } from '../../../geo/ring-box.ts';

/** Squares of ground over some rings, one square more than they reach on every side; row 0 in the south. */
export interface GroundGrid {
	readonly columns: number;
	readonly rows: number;
	/** South-west corner, and sides of a square, in 1e-7 degrees; whole numbers. */
	readonly west: number;
	readonly south: number;
	readonly stepX: number;
	readonly stepY: number;
	/** 1 where the middle of a square lies within the ground. */
	readonly isWithin: Uint8Array;
}

const MOST_CELLS = 160_000;
const LEAST_CELL_M = 12;

/** The grid over `rings` less `without`, squares 12 m wide or as wide as 160,000 of them must be. */
export function groundGrid(rings: readonly Int32Array[], without: readonly Int32Array[]): GroundGrid {
	const [west, south, east, north] = boxOfRings(rings);
	const plane = localPlane([0, (south + north) / 2 / GRID_PER_DEG]);
	const kx = plane.metresPerLng / GRID_PER_DEG;
	const ky = plane.metresPerLat / GRID_PER_DEG;
	const areaM2 = (east - west) * kx * (north - south) * ky;
	const cellM = Math.max(LEAST_CELL_M, Math.sqrt(areaM2 / MOST_CELLS));
	const stepX = Math.max(1, Math.round(cellM / kx));
	const stepY = Math.max(1, Math.round(cellM / ky));
	const columns = Math.ceil((east - west) / stepX) + 2;
	const rows = Math.ceil((north - south) / stepY) + 2;
	const grid = { columns, rows, west: west - stepX, south: south - stepY, stepX, stepY };
	const isWithin = new Uint8Array(columns * rows);
	fillRows(grid, rings, isWithin, 1);
	fillRows(grid, without, isWithin, 0);
	return { ...grid, isWithin };
}

/** Sets squares whose middle the rings wind round, row by row. */
function fillRows(
	grid: Omit<GroundGrid, 'isWithin'>,
	rings: readonly Int32Array[],
	cells: Uint8Array,
	value: number
): void {
	const { columns, rows, west, south, stepX, stepY } = grid;
	const crossings: { x: number; turn: number }[][] = Array.from({ length: rows }, () => []);
	for (const ring of rings) {
		let px = ring[ring.length - 2];
		let py = ring[ring.length - 1];
		for (let i = 0; i < ring.length; i += 2) {
			const [qx, qy] = [ring[i], ring[i + 1]];
			const low = Math.max(0, Math.ceil((Math.min(py, qy) - south) / stepY - 0.5));
			const high = Math.min(rows - 1, Math.floor((Math.max(py, qy) - south) / stepY - 0.5));
			for (let row = low; row <= high; row++) {
				const y = south + (row + 0.5) * stepY;
				if (py <= y === qy <= y) continue;
				crossings[row].push({ x: px + ((qx - px) * (y - py)) / (qy - py), turn: qy > py ? -1 : 1 });
			}
			[px, py] = [qx, qy];
		}
	}
	for (let row = 0; row < rows; row++) {
		const list = crossings[row].sort((a, b) => a.x - b.x);
		let winding = 0;
		for (let k = 0; k < list.length - 1; k++) {
			winding += list[k].turn;
			if (winding <= 0) continue;
			const first = Math.max(0, Math.ceil((list[k].x - west) / stepX - 0.5));
			const last = Math.min(columns - 1, Math.floor((list[k + 1].x - west) / stepX - 0.5));
			for (let column = first; column <= last; column++) cells[row * columns + column] = value;
		}
	}
}
