import type { Bbox } from '../../src/lib/geo/coordinates.ts';

/**
 * Whole-number web-mercator frame of the builder: 0 to 2^32 eastwards and southwards over the world
 * (about 9 mm at the equator), so that a tile unit of zoom z is 2^(20 - z) of these.
 */
export const WORLD = 2 ** 32;
const MOST = WORLD - 1;

/** World x of a longitude in 1e-7 degrees. */
export function worldX(lng7: number): number {
	return clamp(Math.round((lng7 / 3.6e9 + 0.5) * WORLD));
}

/** World y of a latitude in 1e-7 degrees; the poles end at the edge of the mercator square. */
export function worldY(lat7: number): number {
	const sin = Math.sin((lat7 * Math.PI) / 1.8e9);
	return clamp(Math.round((0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * WORLD));
}

/** Longitude of a world x, in whole 1e-7 degrees. */
export function lng7Of(x: number): number {
	return Math.round((x / WORLD - 0.5) * 3.6e9);
}

/** Latitude of a world y, in whole 1e-7 degrees. */
export function lat7Of(y: number): number {
	return Math.round((Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / WORLD))) * 1.8e9) / Math.PI);
}

export interface WorldBox {
	readonly minX: number;
	readonly minY: number;
	readonly maxX: number;
	readonly maxY: number;
}

/** A box of degrees in the world frame; y grows southwards. */
export function worldBox([west, south, east, north]: Bbox): WorldBox {
	return {
		minX: worldX(west * 1e7),
		minY: worldY(north * 1e7),
		maxX: worldX(east * 1e7),
		maxY: worldY(south * 1e7)
	};
}

function clamp(value: number): number {
	return value < 0 ? 0 : value > MOST ? MOST : value;
}
