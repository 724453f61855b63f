import type { LngLat } from './coordinates.ts';
import { ringAreaM2 } from './ellipsoid-area.ts';
import { GRID_PER_DEG } from './flat-rings.ts';

/** Area on the ellipsoid within a ring of places, closed or not, whichever way it runs; 0 for fewer than three. */
export function areaWithinM2(ring: readonly LngLat[]): number {
	const coords = new Int32Array(2 * ring.length);
	ring.forEach(([lng, lat], i) => {
		coords[2 * i] = Math.round(lng * GRID_PER_DEG);
		coords[2 * i + 1] = Math.round(lat * GRID_PER_DEG);
	});
	return Math.abs(ringAreaM2(coords));
}
