import type { LngLat, XY } from './coordinates.ts';

/** WGS 84 semi-major axis, metres. */
export const EQUATOR_RADIUS_M = 6378137;
/** WGS 84 first eccentricity, squared. */
export const ECCENTRICITY_SQ = 0.0066943799901413165;

const RAD = Math.PI / 180;

/**
 * A flat plane in metres about an origin, scaled by the ellipsoid's radii of curvature there.
 *
 * Straight in longitude and latitude stays straight on the plane. Lengths are right to 1e-7 within
 * 150 m of the origin and to about 1e-3 within 50 km north or south of it.
 */
export interface LocalPlane {
	readonly origin: LngLat;
	/** Metres per degree of longitude, at the origin's latitude. */
	readonly metresPerLng: number;
	/** Metres per degree of latitude, at the origin's latitude. */
	readonly metresPerLat: number;
}

/** The plane about `origin`. */
export function localPlane(origin: LngLat): LocalPlane {
	const sin = Math.sin(origin[1] * RAD);
	const w = 1 - ECCENTRICITY_SQ * sin * sin;
	const primeVertical = EQUATOR_RADIUS_M / Math.sqrt(w);
	const meridional = (primeVertical * (1 - ECCENTRICITY_SQ)) / w;
	return {
		origin,
		metresPerLng: primeVertical * Math.cos(origin[1] * RAD) * RAD,
		metresPerLat: meridional * RAD
	};
}

/** Where `at` lies on `plane`. */
export function toPlane(plane: LocalPlane, at: LngLat): XY {
	return {
		x: (at[0] - plane.origin[0]) * plane.metresPerLng,
		y: (at[1] - plane.origin[1]) * plane.metresPerLat
	};
}

/** The place on the globe of a point of `plane`. */
export function fromPlane(plane: LocalPlane, p: XY): LngLat {
	return [plane.origin[0] + p.x / plane.metresPerLng, plane.origin[1] + p.y / plane.metresPerLat];
}
