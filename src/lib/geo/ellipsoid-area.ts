import { GRID_PER_DEG } from './flat-rings.ts';
import { ECCENTRICITY_SQ, EQUATOR_RADIUS_M } from './local-plane.ts';

/**
 * Areas on the WGS 84 ellipsoid of rings whose edges are straight in longitude and latitude.
 *
 * The ground between the equator and latitude f, per radian of longitude, is a closed formula S(f)
 * (authalic latitude; Snyder 1987, 3-12). A ring's area is minus the integral of S along it, by
 * Gauss's three points an edge: right to 1e-9 for edges up to some degrees long.
 */

const RAD = Math.PI / 180;
const UNIT = RAD / GRID_PER_DEG;
const E = Math.sqrt(ECCENTRICITY_SQ);
const POLAR_SQ = EQUATOR_RADIUS_M * EQUATOR_RADIUS_M * (1 - ECCENTRICITY_SQ);
const GAUSS_OFFSET = Math.sqrt(0.6) / 2;

/** Signed area of points `from` to `to` of a ring of the integer grid; counter-clockwise is positive. */
export function ringAreaM2(coords: Int32Array, from = 0, to = coords.length / 2): number {
	if (to - from < 3) return 0;
	const base = groundTo(coords[2 * from + 1] * UNIT);
	let sum = 0;
	let px = coords[2 * to - 2];
	let py = coords[2 * to - 1];
	for (let i = from; i < to; i++) {
		const qx = coords[2 * i];
		const qy = coords[2 * i + 1];
		if (qx !== px) {
			const middle = ((py + qy) / 2) * UNIT;
			const off = (qy - py) * GAUSS_OFFSET * UNIT;
			const mean =
				(5 * groundTo(middle - off) + 8 * groundTo(middle) + 5 * groundTo(middle + off)) / 18 - base;
			sum -= (qx - px) * UNIT * mean;
		}
		px = qx;
		py = qy;
	}
	return sum;
}

/** Square metres between the equator and `lat` (radians), per radian of longitude. */
function groundTo(lat: number): number {
	const s = Math.sin(lat);
	return (POLAR_SQ / 2) * (s / (1 - ECCENTRICITY_SQ * s * s) + Math.atanh(E * s) / E);
}
