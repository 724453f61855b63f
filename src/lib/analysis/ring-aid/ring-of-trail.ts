import type { LngLat } from '../../geo/coordinates.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { doubleArea, snapRing } from '../../geo/grid-ring.ts';
import { groundOfRings } from '../../geo/ground-of-rings.ts';
import type { LocalPlane } from '../../geo/local-plane.ts';
import { findRingFault } from '../../geo/ring-fault.ts';
import { simplify } from '../../geo/simplify.ts';

/** Points closer to the line of their neighbours than this are left out. */
const SMOOTH_M = 1;

/**
 * A simple counter-clockwise ring of the integer grid round the ground that the closed path `xy` (metres on `plane`) winds
 * about, grown by the rings `beside`. Where the path crosses itself, as lines that pass over each other make it, the
 * loops it makes are taken in or left out; holes are filled; of several pieces the largest stays. Null where nothing is left.
 */
export function ringOfTrail(
	plane: LocalPlane,
	xy: ArrayLike<number>,
	beside: readonly Int32Array[] = []
): Int32Array | null {
	const path = snapRing(plane, Array.from(xy));
	if (!path) return null;
	const ring = largestExterior(groundOfRings([path, ...beside]));
	return ring && smoothRing(plane, ring, SMOOTH_M);
}

/** The exterior of the largest face; null where there is none. */
export function largestExterior(faces: readonly (readonly Int32Array[])[]): Int32Array | null {
	let largest: Int32Array | null = null;
	let most = 0;
	for (const [exterior] of faces) {
		if (!exterior) continue;
		const area = doubleArea(exterior);
		if (area > most) [largest, most] = [exterior, area];
	}
	return largest;
}

/**
 * `ring` without points that lie within `toleranceM` of the line of those that stay; of finer tolerances the first that leaves it
 * simple and counter-clockwise, and the ring itself where none does.
 */
export function smoothRing(plane: LocalPlane, ring: Int32Array, toleranceM: number): Int32Array {
	const kx = plane.metresPerLng / GRID_PER_DEG;
	const ky = plane.metresPerLat / GRID_PER_DEG;
	const metres: number[] = [];
	// from the origin of the plane, so that nothing is lost on large numbers
	const ox = Math.round(plane.origin[0] * GRID_PER_DEG);
	const oy = Math.round(plane.origin[1] * GRID_PER_DEG);
	for (let i = 0; i < ring.length; i += 2) metres.push((ring[i] - ox) * kx, (ring[i + 1] - oy) * ky);
	metres.push(metres[0], metres[1]);
	for (let tolerance = toleranceM; tolerance > toleranceM / 20; tolerance /= 2) {
		const thin = simplify(metres, tolerance, true);
		const grid = new Int32Array(thin.length - 2);
		for (let i = 0; i < grid.length; i += 2) {
			grid[i] = Math.round(thin[i] / kx) + ox;
			grid[i + 1] = Math.round(thin[i + 1] / ky) + oy;
		}
		if (grid.length >= 6 && doubleArea(grid) > 0 && !isFaulty(grid)) return grid;
	}
	return ring;
}

function isFaulty(ring: Int32Array): boolean {
	return findRingFault([closed(ring)]) !== null;
}

/** A ring of the grid as GeoJSON wants it: degrees, the first point once more at the end. */
export function closed(ring: Int32Array): LngLat[] {
	const points: LngLat[] = [];
	for (let i = 0; i < ring.length; i += 2) {
		points.push([ring[i] / GRID_PER_DEG, ring[i + 1] / GRID_PER_DEG]);
	}
	return [...points, points[0]];
}
