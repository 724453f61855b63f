import { contours } from 'd3-contour';
import Flatbush from 'flatbush';
import type { LngLat } from '../../geo/coordinates.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { localPlane } from '../../geo/local-plane.ts';
import type { Roads } from '../../network/roads.ts';
import { distanceToSegmentM } from './near-span.ts';
import { walkPart, type BandPart } from './protected-parts.ts';
import type { RingGround } from './ring-ground.ts';

/** Side of a cell, metres, where the ring is small enough for that. */
const CELL_M = 20;
/** Larger rings get larger cells. */
const MOST_CELLS = 1_000_000;
/** Ground farther from any road of the band than this belongs to the side of the line it lies on. */
const ROADLESS_M = 150;

/** Ground as a raster of cells made polygons, with what of it lies on the other side of the line. */
export interface ProtectedRaster {
	readonly ground: LngLat[][][];
	readonly lostM2: number;
	readonly beyondM2: number;
}

/**
 * The ground of `parts`: deeper inside the ring than the band all is protected, farther out nothing is, and
 * within the band every cell is as the road nearest to its middle. Outlines are drawn by marching squares,
 * their stairs rounded off; the figures are of the cells.
 */
export function protectedRaster(
	roads: Roads,
	ground: RingGround,
	parts: readonly BandPart[]
): ProtectedRaster {
	const { line, band } = ground;
	const plane = localPlane([0, (line.segments.minY + line.segments.maxY) / 2 / GRID_PER_DEG]);
	const kx = plane.metresPerLng / GRID_PER_DEG;
	const ky = plane.metresPerLat / GRID_PER_DEG;
	const widthM = (line.segments.maxX - line.segments.minX) * kx + 2 * band.outsideM;
	const heightM = (line.segments.maxY - line.segments.minY) * ky + 2 * band.outsideM;
	const cellM = Math.max(CELL_M, Math.sqrt((widthM * heightM) / MOST_CELLS));
	// a rim of empty cells closes every outline
	const minX = line.segments.minX - (band.outsideM + 2 * cellM) / kx;
	const minY = line.segments.minY - (band.outsideM + 2 * cellM) / ky;
	const columns = Math.ceil(widthM / cellM) + 4;
	const rows = Math.ceil(heightM / cellM) + 4;
	const cellX = cellM / kx;
	const cellY = cellM / ky;

	const isInside = fillRing(ground, columns, rows, minX, minY, cellX, cellY);
	const values = Float64Array.from(isInside);
	const source = new NearestPart(roads, parts, cellM / 2, kx, ky);
	let lost = 0;
	let beyond = 0;
	for (const cell of bandCells(ground, isInside, columns, rows, minX, minY, cellX, cellY, kx, ky)) {
		const x = minX + ((cell % columns) + 0.5) * cellX;
		const y = minY + (Math.floor(cell / columns) + 0.5) * cellY;
		const isProtected = source.at(x, y) ?? isInside[cell] === 1;
		values[cell] = isProtected ? 1 : 0;
		if (isInside[cell] && !isProtected) lost++;
		if (!isInside[cell] && isProtected) beyond++;
	}

	blur(values, 1);
	blur(values, columns);
	const { coordinates } = contours()
		.size([columns, rows])
		.contour(values as unknown as number[], 0.5);
	const toLngLat = ([x, y]: readonly number[]): LngLat => [
		Math.round(minX + x * cellX) / GRID_PER_DEG,
		Math.round(minY + y * cellY) / GRID_PER_DEG
	];
	return {
		ground: coordinates.map((polygon) =>
			// the grid runs northwards, so outlines come the other way round than on screen
			polygon.map((ring) => withoutMiddles(ring).map(toLngLat).reverse())
		),
		lostM2: lost * cellM * cellM,
		beyondM2: beyond * cellM * cellM
	};
}

/** Rounds the stairs of the raster off: every cell with its two neighbours `step` away, weighed 1, 2, 1. */
function blur(values: Float64Array, step: number): void {
	const before = values.slice();
	for (let i = step; i < values.length - step; i++) {
		values[i] = (before[i - step] + 2 * before[i] + before[i + step]) / 4;
	}
}

/** 1 for cells whose middle lies in the ring, row by row along the crossings of the row's middle. */
function fillRing(
	{ line }: RingGround,
	columns: number,
	rows: number,
	minX: number,
	minY: number,
	cellX: number,
	cellY: number
): Uint8Array {
	const filled = new Uint8Array(columns * rows);
	for (let j = 0; j < rows; j++) {
		const y = minY + (j + 0.5) * cellY;
		const cuts: number[] = [];
		for (let k = 0, p = line.x.length - 1; k < line.x.length; p = k++) {
			if (line.y[p] <= y === line.y[k] <= y) continue;
			const share = (y - line.y[p]) / (line.y[k] - line.y[p]);
			cuts.push(line.x[p] + share * (line.x[k] - line.x[p]));
		}
		cuts.sort((a, b) => a - b);
		for (let c = 0; c + 1 < cuts.length; c += 2) {
			const from = Math.max(0, Math.ceil((cuts[c] - minX) / cellX - 0.5));
			const to = Math.min(columns - 1, Math.ceil((cuts[c + 1] - minX) / cellX - 0.5) - 1);
			if (to >= from) filled.fill(1, j * columns + from, j * columns + to + 1);
		}
	}
	return filled;
}

/** Numbers of the cells whose middle lies within the band, each once. */
function bandCells(
	{ line, band }: RingGround,
	isInside: Uint8Array,
	columns: number,
	rows: number,
	minX: number,
	minY: number,
	cellX: number,
	cellY: number,
	kx: number,
	ky: number
): Set<number> {
	const found = new Set<number>();
	const widestM = Math.max(band.insideM, band.outsideM);
	for (let k = 0; k < line.x.length; k++) {
		const n = k + 1 === line.x.length ? 0 : k + 1;
		const lengthM = Math.hypot((line.x[n] - line.x[k]) * kx, (line.y[n] - line.y[k]) * ky);
		// a long side is taken in pieces, or the box about a slanting one would hold the whole ring
		const pieces = Math.max(1, Math.ceil(lengthM / (4 * widestM + 200)));
		for (let p = 0; p < pieces; p++) {
			const ax = line.x[k] + ((line.x[n] - line.x[k]) * p) / pieces;
			const ay = line.y[k] + ((line.y[n] - line.y[k]) * p) / pieces;
			const bx = line.x[k] + ((line.x[n] - line.x[k]) * (p + 1)) / pieces;
			const by = line.y[k] + ((line.y[n] - line.y[k]) * (p + 1)) / pieces;
			const left = Math.max(0, Math.floor((Math.min(ax, bx) - widestM / kx - minX) / cellX));
			const right = Math.min(columns - 1, Math.ceil((Math.max(ax, bx) + widestM / kx - minX) / cellX));
			const bottom = Math.max(0, Math.floor((Math.min(ay, by) - widestM / ky - minY) / cellY));
			const top = Math.min(rows - 1, Math.ceil((Math.max(ay, by) + widestM / ky - minY) / cellY));
			for (let j = bottom; j <= top; j++) {
				for (let i = left; i <= right; i++) {
					const cell = j * columns + i;
					const x = minX + (i + 0.5) * cellX;
					const y = minY + (j + 0.5) * cellY;
					const distanceM = distanceToSegmentM(
						0,
						0,
						(ax - x) * kx,
						(ay - y) * ky,
						(bx - x) * kx,
						(by - y) * ky
					);
					if (distanceM <= (isInside[cell] ? band.insideM : band.outsideM)) found.add(cell);
				}
			}
		}
	}
	return found;
}

/** Tells of the road nearest to a point whether it is protected. */
class NearestPart {
	private readonly index: Flatbush | null;
	private readonly isProtected: boolean[] = [];

	constructor(
		roads: Roads,
		parts: readonly BandPart[],
		stepM: number,
		private readonly kx: number,
		private readonly ky: number
	) {
		const x: number[] = [];
		const y: number[] = [];
		for (const part of parts) {
			walkPart(roads, part, stepM, kx, ky, (px, py) => {
				x.push(px * kx);
				y.push(py * ky);
				this.isProtected.push(part.isProtected);
			});
		}
		this.index = x.length > 0 ? new Flatbush(x.length) : null;
		for (let i = 0; i < x.length; i++) this.index?.add(x[i], y[i]);
		this.index?.finish();
	}

	/** Null where no road of the band is near. */
	at(x: number, y: number): boolean | null {
		const [nearest] = this.index?.neighbors(x * this.kx, y * this.ky, 1, ROADLESS_M) ?? [];
		return nearest === undefined ? null : this.isProtected[nearest];
	}
}

/** A closed ring without the points in the middle of straight runs. */
function withoutMiddles(ring: readonly number[][]): number[][] {
	const kept = ring.filter((b, i) => {
		if (i === 0 || i === ring.length - 1) return true;
		const a = ring[i - 1];
		const c = ring[i + 1];
		return (b[0] - a[0]) * (c[1] - b[1]) !== (b[1] - a[1]) * (c[0] - b[0]);
	});
	return kept.length > 3 ? kept : [...ring];
}
