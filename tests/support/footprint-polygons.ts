import type { Position } from 'geojson';
import type { FlatRings } from '../../src/lib/geo/flat-rings.ts';
import { signedArea } from './valid-polygon.ts';

/** Flat rings as polygons in degrees, closed: a clockwise ring is a hole of the exterior before it. */
export function footprintPolygons({ ringStart, coords }: FlatRings): Position[][][] {
	const polygons: Position[][][] = [];
	for (let r = 0; r + 1 < ringStart.length; r++) {
		const flat = coords.subarray(2 * ringStart[r], 2 * ringStart[r + 1]);
		const ring: Position[] = [];
		for (let i = 0; i < flat.length; i += 2) ring.push([flat[i] / 1e7, flat[i + 1] / 1e7]);
		ring.push(ring[0]);
		if (signedArea(flat) > 0) polygons.push([ring]);
		else polygons.at(-1)?.push(ring);
	}
	return polygons;
}
