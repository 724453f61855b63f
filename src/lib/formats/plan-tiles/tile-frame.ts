import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import type { Bbox } from '../../geo/coordinates.ts';
import { latitudeOf, mercatorY } from '../../geo/mercator.ts';
import { TILE_EXTENT } from '../mvt-encode.ts';

/** How far geometry reaches over the side of a tile, so that neighbours meet without a seam. */
export const TILE_BUFFER = 64;

/** The tile z/x/y with its buffer, in degrees. */
export function tileBbox(z: number, x: number, y: number): Bbox {
	const size = 2 ** z;
	const over = TILE_BUFFER / TILE_EXTENT;
	return [
		((x - over) / size - 0.5) * 360,
		latitudeOf((y + 1 + over) / size),
		((x + 1 + over) / size - 0.5) * 360,
		latitudeOf((y - over) / size)
	];
}

/**
 * Projects grid points (1e-7 degree) into the units of one tile.
 *
 * Within a tile of zoom 10 or more the Mercator curve is replaced by its parabola at the tile's
 * middle, which is off by less than a twentieth of a unit and needs no logarithm for each point.
 */
export class TileFrame {
	private readonly scaleX: number;
	private readonly offsetX: number;
	private readonly size: number;
	private readonly middleLat: number;
	private readonly y0: number;
	private readonly y1: number;
	private readonly y2: number;
	private readonly isCurved: boolean;

	constructor(
		readonly z: number,
		readonly x: number,
		readonly y: number
	) {
		this.size = 2 ** z;
		this.scaleX = (this.size * TILE_EXTENT) / (360 * GRID_PER_DEG);
		this.offsetX = (0.5 * this.size - x) * TILE_EXTENT;
		this.isCurved = z < 10;

		const rad = Math.PI / 180;
		this.middleLat = latitudeOf((y + 0.5) / this.size);
		const sec = 1 / Math.cos(this.middleLat * rad);
		const tan = Math.tan(this.middleLat * rad);
		const unit = (this.size * TILE_EXTENT * rad) / (2 * Math.PI);
		this.y0 = (mercatorY(this.middleLat) * this.size - y) * TILE_EXTENT;
		this.y1 = -unit * sec;
		this.y2 = (-unit * sec * tan * rad) / 2;
	}

	/** Tile units from the left side. */
	px(lngGrid: number): number {
		return lngGrid * this.scaleX + this.offsetX;
	}

	/** Tile units from the upper side. */
	py(latGrid: number): number {
		const lat = latGrid / GRID_PER_DEG;
		if (this.isCurved) return (mercatorY(lat) * this.size - this.y) * TILE_EXTENT;
		const d = lat - this.middleLat;
		return this.y0 + d * (this.y1 + d * this.y2);
	}
}
