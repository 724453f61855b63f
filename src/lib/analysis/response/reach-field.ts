import { contours } from 'd3-contour';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { localPlane } from '../../geo/local-plane.ts';

/** The raster that reaches are drawn on: points at whole multiples of its steps, the same wherever one looks. */
export interface ReachGrid {
	/** Steps in 1e-7 degrees. */
	readonly stepX: number;
	readonly stepY: number;
	/** How far from a road ground counts as reached. */
	readonly reachM: number;
}

/** A grid of about `gridM` metres at the latitude `y` (1e-7 degrees). Throws RangeError where the reach is below one step and a half: it would fall through. */
export function reachGrid(y: number, reachM: number, gridM: number): ReachGrid {
	if (!(gridM > 0 && reachM >= 1.5 * gridM)) {
		throw new RangeError(`a reach of ${reachM} m on a grid of ${gridM} m, wanted a step and a half or more`);
	}
	const plane = localPlane([0, y / GRID_PER_DEG]);
	return {
		stepX: Math.round((gridM / plane.metresPerLng) * GRID_PER_DEG),
		stepY: Math.round((gridM / plane.metresPerLat) * GRID_PER_DEG),
		reachM
	};
}

/**
 * How far within reach of the stamped roads each point of the raster in a box lies, and the outline of
 * what is reached.
 *
 * Values are exact distances at the raster's points and straight in between, so an outline lies within
 * about a twentieth of a step of the true one along straight roads. Two fields whose boxes overlap agree
 * to the digit where they do, if both were stamped with the same roads.
 */
export class ReachField {
	private readonly column: number;
	private readonly row: number;
	private readonly width: number;
	private readonly height: number;
	/** Metres within reach, below zero beyond it. */
	private readonly value: Float32Array;
	private readonly marginM: number;

	/** A field over the box from (`minX`, `minY`) to (`maxX`, `maxY`), in 1e-7 degrees, and two points more on each side. */
	constructor(
		private readonly grid: ReachGrid,
		minX: number,
		minY: number,
		maxX: number,
		maxY: number
	) {
		this.column = Math.floor(minX / grid.stepX) - 2;
		this.row = Math.floor(minY / grid.stepY) - 2;
		this.width = Math.ceil(maxX / grid.stepX) + 2 - this.column + 1;
		this.height = Math.ceil(maxY / grid.stepY) + 2 - this.row + 1;
		this.marginM = 1.5 * Math.max(...metresOf(grid, (minY + maxY) / 2));
		this.value = new Float32Array(this.width * this.height).fill(-this.marginM);
	}

	/** Draws the stretch of road from a to b (1e-7 degrees). */
	stamp(ax: number, ay: number, bx: number, by: number): void {
		const { grid, marginM, value, width, height, column, row } = this;
		const [kx, ky] = scaleAt((ay + by) / 2);
		const withinM = grid.reachM + marginM;
		const i0 = Math.max(0, Math.ceil((Math.min(ax, bx) - withinM / kx) / grid.stepX) - column);
		const i1 = Math.min(width - 1, Math.floor((Math.max(ax, bx) + withinM / kx) / grid.stepX) - column);
		const j0 = Math.max(0, Math.ceil((Math.min(ay, by) - withinM / ky) / grid.stepY) - row);
		const j1 = Math.min(height - 1, Math.floor((Math.max(ay, by) + withinM / ky) / grid.stepY) - row);
		const dx = (bx - ax) * kx;
		const dy = (by - ay) * ky;
		const lengthSq = dx * dx + dy * dy;
		for (let j = j0; j <= j1; j++) {
			const py = ((j + row) * grid.stepY - ay) * ky;
			for (let i = i0; i <= i1; i++) {
				const px = ((i + column) * grid.stepX - ax) * kx;
				const t = lengthSq === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / lengthSq));
				const ex = px - t * dx;
				const ey = py - t * dy;
				const within = grid.reachM - Math.sqrt(ex * ex + ey * ey);
				const k = j * width + i;
				if (within > value[k]) value[k] = within;
			}
		}
	}

	/** The outline of what is reached, in 1e-7 degrees, not closed: exteriors counter-clockwise, holes clockwise. Cut off square beyond the box. */
	rings(): Int32Array[] {
		const { grid, width, height, column, row } = this;
		const found = contours()
			.size([width, height])
			.contour(this.value as unknown as number[], 0);
		return found.coordinates.flatMap((polygon) =>
			polygon.flatMap((ring, r) => {
				const flat: number[] = [];
				// a value stands in the middle of its square there
				for (const [x, y] of ring) {
					const gx = Math.round((x - 0.5 + column) * grid.stepX);
					const gy = Math.round((y - 0.5 + row) * grid.stepY);
					const n = flat.length;
					if (n >= 2 && flat[n - 2] === gx && flat[n - 1] === gy) continue;
					flat.push(gx, gy);
				}
				while (flat.length >= 4 && flat[0] === flat[flat.length - 2] && flat[1] === flat[flat.length - 1]) {
					flat.length -= 2;
				}
				return flat.length < 6 ? [] : [turned(Int32Array.from(flat), r > 0)];
			})
		);
	}
}

/** Metres per 1e-7 degree, east and north, by hundredths of a degree: the same for a road wherever it is asked. */
const scales = new Map<number, readonly [kx: number, ky: number]>();

function scaleAt(y: number): readonly [kx: number, ky: number] {
	const band = Math.round((y / GRID_PER_DEG) * 100);
	let scale = scales.get(band);
	if (!scale) {
		const plane = localPlane([0, band / 100]);
		scale = [plane.metresPerLng / GRID_PER_DEG, plane.metresPerLat / GRID_PER_DEG];
		scales.set(band, scale);
	}
	return scale;
}

function metresOf(grid: ReachGrid, y: number): [number, number] {
	const [kx, ky] = scaleAt(y);
	return [grid.stepX * kx, grid.stepY * ky];
}

function turned(ring: Int32Array, isHole: boolean): Int32Array {
	let doubleArea = 0;
	for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
		doubleArea +=
			(ring[j] - ring[0]) * (ring[i + 1] - ring[1]) - (ring[i] - ring[0]) * (ring[j + 1] - ring[1]);
	}
	if (doubleArea > 0 !== isHole) return ring;
	const back = new Int32Array(ring.length);
	for (let i = 0; i < ring.length; i += 2) {
		back[i] = ring[ring.length - 2 - i];
		back[i + 1] = ring[ring.length - 1 - i];
	}
	return back;
}
