import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { localPlane } from '../../geo/local-plane.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import type { RingLine } from '../../network/ring-line.ts';
import { CellMask } from './cell-mask.ts';
import { simplifiedRing } from './simplified-ring.ts';

/** Points of roads about a ring, with the side of the cut they lie on. */
export interface SidePoints {
	/** Longitude and latitude, in 1e-7 degrees. */
	readonly x: readonly number[];
	readonly y: readonly number[];
	/** 1 on the outer side. */
	readonly isOuter: readonly number[];
}

export interface MovedLine {
	/** Closed, counter-clockwise, simple. */
	readonly line: LngLat[];
	readonly lostM2: number;
	readonly gainedM2: number;
}

/** Cells are this wide, more only where the ring is so large that there would be too many. */
const CELL_M = 8;
const MOST_CELLS = 8_000_000;
/** How far about a road its side counts; farther off the ring stays where it was. */
const ROAD_REACH_M = 60;

/**
 * A ring about the ground that a cut protects: `line` moved so that points of the inner side lie within
 * and those of the outer side without, as near as cells of 8 m allow. `reachM` is how far it may move.
 * Null where nothing is left.
 */
export function movedRingLine(line: RingLine, points: SidePoints, reachM: number): MovedLine | null {
	const { minX, minY, maxX, maxY } = line.segments;
	const plane = localPlane([minX / GRID_PER_DEG, (minY + maxY) / 2 / GRID_PER_DEG]);
	const kx = plane.metresPerLng / GRID_PER_DEG;
	const ky = plane.metresPerLat / GRID_PER_DEG;
	const marginM = reachM + 4 * CELL_M;
	const widthM = (maxX - minX) * kx + 2 * marginM;
	const heightM = (maxY - minY) * ky + 2 * marginM;
	const cellM = Math.max(CELL_M, Math.sqrt((widthM * heightM) / MOST_CELLS));
	const toX = (x: number): number => ((x - minX) * kx + marginM) / cellM;
	const toY = (y: number): number => ((y - minY) * ky + marginM) / cellM;

	const mask = new CellMask(Math.ceil(widthM / cellM) + 1, Math.ceil(heightM / cellM) + 1);
	mask.fillPolygon(Float64Array.from(line.x, toX), Float64Array.from(line.y, toY));
	const before = mask.cells.slice();
	mask.spread(
		Float64Array.from(points.x, toX),
		Float64Array.from(points.y, toY),
		points.isOuter,
		Math.ceil(ROAD_REACH_M / cellM)
	);
	mask.makeSimple();
	const outline = mask.outline();
	if (!outline) return null;
	let lost = 0;
	let gained = 0;
	for (let c = 0; c < before.length; c++) {
		if (before[c] && !mask.cells[c]) lost++;
		else if (!before[c] && mask.cells[c]) gained++;
	}
	const ring = simplifiedRing(outline, 1.2);
	const placed = ring.map(([x, y]): LngLat => [
		Math.round(minX + (x * cellM - marginM) / kx) / GRID_PER_DEG,
		Math.round(minY + (y * cellM - marginM) / ky) / GRID_PER_DEG
	]);
	return {
		line: [...placed, placed[0]],
		lostM2: lost * cellM * cellM,
		gainedM2: gained * cellM * cellM
	};
}
