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
	return signedDoubleArea(ring, 0, ring.length / 2);
}

/** As `doubleArea`, of the ring of points `from` to `to` of `coords`. */
export function signedDoubleArea(coords: Int32Array, from: number, to: number): number {
	const ox = coords[2 * from];
	const oy = coords[2 * from + 1];
	let sum = 0;
	let px = coords[2 * to - 2] - ox;
	let py = coords[2 * to - 1] - oy;
	for (let i = 2 * from; i < 2 * to; i += 2) {
		const qx = coords[i] - ox;
		const qy = coords[i + 1] - oy;
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
	const n = withoutRepeats(raw, 0, raw.length / 2);
	if (n < 3) return null;
	const ring = 2 * n === raw.length ? raw : raw.slice(0, 2 * n);
	return doubleArea(ring) === 0 ? null : ring;
}

/** Moves the points `from` to `to` of `coords` that do not repeat the one before together; returns how many there are. */
export function withoutRepeats(coords: Int32Array, from: number, to: number): number {
	const first = 2 * from;
	let end = first;
	for (let i = first; i < 2 * to; i += 2) {
		const x = coords[i];
		const y = coords[i + 1];
		if (end > first && coords[end - 2] === x && coords[end - 1] === y) continue;
		coords[end++] = x;
		coords[end++] = y;
	}
	while (end >= first + 4 && coords[first] === coords[end - 2] && coords[first + 1] === coords[end - 1])
		end -= 2;
	return (end - first) / 2;
}
