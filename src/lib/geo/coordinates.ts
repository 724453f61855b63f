/**
 * The three frames of the application, told apart by the compiler: `LngLat` on the globe,
 * `XY` in metres on a local plane, `Px` on screen.
 */

/** Degrees, longitude first (WGS 84). */
export type LngLat = readonly [lng: number, lat: number];

/** Metres east and north of the origin of a local plane. */
export interface XY {
	readonly x: number;
	readonly y: number;
}

/** Pixels right and down from the corner of the map. */
export interface Px {
	readonly px: number;
	readonly py: number;
}

/** West, south, east, north, in degrees. */
export type Bbox = readonly [west: number, south: number, east: number, north: number];
