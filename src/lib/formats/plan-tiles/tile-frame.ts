import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import type { Bbox } from '../../geo/coordinates.ts';
import { TILE_EXTENT } from '../mvt-encode.ts';

/** How far geometry reaches over the side of a tile, so that neighbours meet without a seam. */
export const TILE_BUFFER = 64;

/** Web Mercator: world 0..1, x eastwards, y southwards. */
export function mercatorX(lng: number): number {
	return lng / 360 + 0.5;
}

/** See `mercatorX`. */
export function mercatorY(lat: number): number {
	const sin = Math.sin((lat * Math.PI) / 180);
	return 0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI;
}

/** Latitude of a world y; the inverse of `mercatorY`. */
export function latitudeOf(y: number): number {
	return (360 / Math.PI) * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - 90;
}

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

/** The tiles of zoom z that `bbox` meets, as inclusive ranges. */
export function tilesOf(bbox: Bbox, z: number): { x0: number; x1: number; y0: number; y1: number } {
	const size = 2 ** z;
	const clamp = (v: number): number => Math.max(0, Math.min(size - 1, Math.floor(v)));
	return {
		x0: clamp(mercatorX(bbox[0]) * size),
		x1: clamp(mercatorX(bbox[2]) * size),
		y0: clamp(mercatorY(bbox[3]) * size),
		y1: clamp(mercatorY(bbox[1]) * size)
	};
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
