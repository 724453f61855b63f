import { contours } from 'd3-contour';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { squaredDistances } from '../../geo/distance-field.ts';
import { doubleArea, reverseRing, tidyRing } from '../../geo/grid-ring.ts';
import type { LocalPlane } from '../../geo/local-plane.ts';

/** Cells of the raster; more of them make it coarser instead. */
const MOST_CELLS = 3e6;

export interface AboutPoints {
	readonly cellM: number;
	/** Ground this close to a point is in. */
	readonly reachM: number;
	/** Inlets and holes narrower than twice this are filled; 0 fills none. */
	readonly closeM: number;
}

/**
 * The ground within `reachM` of any of `points` (x and y in 1e-7 degrees by turns), as faces of the integer grid: exterior
 * counter-clockwise first, its holes after it.
 *
 * Points are rasterised, grown and shrunk again by exact distances, and contoured (marching squares, Lorensen and Cline
 * 1987), so borders are right to about a cell. Of very wide ground cells are larger. Empty without points. `plane` is one
 * about the middle of the ground.
 */
export function groundAboutPoints(
	plane: LocalPlane,
	points: Float64Array,
	{ cellM, reachM, closeM }: AboutPoints
): Int32Array[][] {
	if (points.length === 0) return [];
	const kx = plane.metresPerLng / GRID_PER_DEG;
	const ky = plane.metresPerLat / GRID_PER_DEG;
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (let i = 0; i < points.length; i += 2) {
		west = Math.min(west, points[i]);
		east = Math.max(east, points[i]);
		south = Math.min(south, points[i + 1]);
		north = Math.max(north, points[i + 1]);
	}
	const widthM = (east - west) * kx;
	const heightM = (north - south) * ky;
	const grownM = reachM + closeM;
	const cell = Math.max(cellM, Math.sqrt(((widthM + 4 * grownM) * (heightM + 4 * grownM)) / MOST_CELLS));
	// a rim beyond what is grown, so that every contour closes within
	const rim = Math.ceil(grownM / cell) + 2;
	const columns = Math.ceil(widthM / cell) + 2 * rim;
	const rows = Math.ceil(heightM / cell) + 2 * rim;
	const mask = new Uint8Array(columns * rows);
	for (let i = 0; i < points.length; i += 2) {
		const c = Math.floor(((points[i] - west) * kx) / cell) + rim;
		const r = Math.floor(((points[i + 1] - south) * ky) / cell) + rim;
		mask[r * columns + c] = 1;
	}
	let field = squaredDistances(mask, columns, rows).map((square) => reachM / cell - Math.sqrt(square));
	if (closeM > 0) {
		const far = mask.map((_, i) => (field[i] < -closeM / cell ? 1 : 0));
		field = squaredDistances(far, columns, rows).map((square) => Math.sqrt(square) - closeM / cell);
	}
	const outline = contours()
		.size([columns, rows])
		.smooth(true)
		.contour(field as never, 0);
	return outline.coordinates.map((rings) =>
		rings.flatMap((ring, k) => {
			const grid = new Int32Array(2 * (ring.length - 1));
			for (let i = 0; i + 1 < ring.length; i++) {
				grid[2 * i] = Math.round(west + ((ring[i][0] - rim) * cell) / kx);
				grid[2 * i + 1] = Math.round(south + ((ring[i][1] - rim) * cell) / ky);
			}
			const tidy = tidyRing(grid);
			if (tidy && doubleArea(tidy) > 0 === k > 0) reverseRing(tidy);
			return tidy ? [tidy] : [];
		})
	);
}
