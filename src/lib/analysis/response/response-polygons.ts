import type { ResponsePolygon } from '../../domain/findings/response.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { ringAreaM2 } from '../../geo/ellipsoid-area.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import type { Faces } from '../../geo/overlay/faces.ts';

/** Polygons of faces in degrees, rings closed, the largest first. */
export function responsePolygons(faces: readonly Faces[]): ResponsePolygon[] {
	const polygons = faces.flatMap(({ label, faceStart, ringStart, coords }) =>
		Array.from(label, (_, face): ResponsePolygon => {
			let areaM2 = 0;
			const rings: LngLat[][] = [];
			for (let r = faceStart[face]; r < faceStart[face + 1]; r++) {
				areaM2 += ringAreaM2(coords, ringStart[r], ringStart[r + 1]);
				const ring: LngLat[] = [];
				for (let i = ringStart[r]; i < ringStart[r + 1]; i++) {
					ring.push([coords[2 * i] / GRID_PER_DEG, coords[2 * i + 1] / GRID_PER_DEG]);
				}
				ring.push(ring[0]);
				rings.push(ring);
			}
			return { areaM2, rings };
		})
	);
	return polygons.sort((a, b) => b.areaM2 - a.areaM2 || a.rings[0][0][0] - b.rings[0][0][0]);
}
