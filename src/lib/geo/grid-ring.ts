import { GRID_PER_DEG } from './flat-rings.ts';
import type { LocalPlane } from './local-plane.ts';

/**
 * Rings of the integer grid: points in 1e-7 degrees, longitude and latitude by turns, not closed.
 * Counter-clockwise is ground, clockwise a hole in it.
 */

/** `points` (metres on `plane`, x and y by turns) on the grid; null where less than a triangle is left. */
export function snapRing(plane: LocalPlane, points: readonly number[]): Int32Array | null {
	const perX = GRID_PER_DEG / plane.metresPerLng;
	const perY = GRID_PER_DEG / plane.metresPerLat;
	const originX = plane.origin[0] * GRID_PER_DEG;
	const originY = plane.origin[1] * GRID_PER_DEG;
	const ring = new Int32Array(points.length);
	for (let i = 0; i < points.length; i += 2) {
		ring[i] = Math.round(originX + points[i] * perX);
		ring[i + 1] = Math.round(originY + points[i + 1] * perY);
	}
	return tidyRing(ring);
}

/** A GeoJSON ring on the grid, turned to the side wanted; null where less than a triangle is left. */
export function gridRing(positions: readonly (readonly number[])[], isHole: boolean): Int32Array | null {
	const raw = new Int32Array(2 * positions.length);
	for (let i = 0; i < positions.length; i++) {
		const [lng, lat] = positions[i] as readonly number[];
		if (!Number.isFinite(lng) || !Number.isFinite(lat)) return null;
		raw[2 * i] = Math.round(lng * GRID_PER_DEG);
		raw[2 * i + 1] = Math.round(lat * GRID_PER_DEG);
	}
	const ring = tidyRing(raw);
	if (ring && doubleArea(ring) > 0 === isHole) reverseRing(ring);
	return ring;
}

/** Twice the signed area in square grid units; positive is counter-clockwise. Exact below 2^26 across. */
export function doubleArea(ring: Int32Array): number {
	const n = ring.length;
	const ox = ring[0];
	const oy = ring[1];
	let sum = 0;
	let px = ring[n - 2] - ox;
	let py = ring[n - 1] - oy;
	for (let i = 0; i < n; i += 2) {
		const qx = ring[i] - ox;
		const qy = ring[i + 1] - oy;
		sum += px * qy - qx * py;
		px = qx;
		py = qy;
	}
	return sum;
}

/** Turns the ring round in place. */
export function reverseRing(ring: Int32Array): void {
	for (let i = 0, j = ring.length - 2; i < j; i += 2, j -= 2) {
		const x = ring[i];
		const y = ring[i + 1];
		ring[i] = ring[j];
		ring[i + 1] = ring[j + 1];
		ring[j] = x;
		ring[j + 1] = y;
	}
}

/** Drops, in place, points that repeat the one before; null where the ring has no area. */
export function tidyRing(raw: Int32Array): Int32Array | null {
	const size = raw.length;
	let n = 0;
	for (let i = 0; i < size; i += 2) {
		const x = raw[i];
		const y = raw[i + 1];
		if (n > 0 && raw[n - 2] === x && raw[n - 1] === y) continue;
		raw[n++] = x;
		raw[n++] = y;
	}
	while (n >= 4 && raw[0] === raw[n - 2] && raw[1] === raw[n - 1]) n -= 2;
	if (n < 6) return null;
	const ring = n === size ? raw : raw.slice(0, n);
	return doubleArea(ring) === 0 ? null : ring;
}
