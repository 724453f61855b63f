import type { MultiPolygon, Polygon } from 'geojson';
import { gridRing } from '../../geo/grid-ring.ts';
import { selfCrossing } from '../../geo/self-crossing.ts';

/**
 * The rings of a polygon on the grid, exteriors counter-clockwise, each followed by its holes, clockwise. None
 * where a ring crosses itself or an exterior is no ring: the polygon is left out whole.
 */
export function polygonRings(geometry: Polygon | MultiPolygon): Int32Array[] {
	const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
	const rings: Int32Array[] = [];
	for (const polygon of polygons) {
		for (let r = 0; r < polygon.length; r++) {
			const ring = gridRing(polygon[r], r > 0);
			if (ring === null && r > 0) continue;
			if (ring === null || selfCrossing(ring) !== null) return [];
			rings.push(ring);
		}
	}
	return rings;
}
