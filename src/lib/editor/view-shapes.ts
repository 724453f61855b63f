import type { Polygon, Position } from 'geojson';
import { viewsOf } from '../domain/camera-heads.ts';
import { wholeHeadsOf } from '../domain/head-optics.ts';
import type { Camera, CameraProperties } from '../domain/items.ts';
import type { LngLat } from '../geo/coordinates.ts';
import { GRID_PER_DEG } from '../geo/flat-rings.ts';
import { sectorRings } from '../geo/sector-rings.ts';

/** The ground a camera looks over, view by view, as if nothing stood in the way. */
export function viewShapes(camera: Pick<Camera, 'geometry' | 'properties'>): Polygon[] {
	return shapesOf(camera.properties, camera.geometry.coordinates as unknown as LngLat);
}

/** As `viewShapes`, head by head in their order; a single camera is one head. */
export function headShapes({ geometry, properties }: Pick<Camera, 'geometry' | 'properties'>): Polygon[][] {
	const at = geometry.coordinates as unknown as LngLat;
	return wholeHeadsOf(properties).map((head) => shapesOf({ ...head }, at));
}

function shapesOf(properties: CameraProperties, at: LngLat): Polygon[] {
	return viewsOf(properties).views.flatMap(({ azimuthDeg, hfovDeg, rangeM, nearM }): Polygon[] => {
		const rings = sectorRings(at, azimuthDeg, hfovDeg, rangeM, nearM).map(closed);
		return rings.length > 0 ? [{ type: 'Polygon', coordinates: rings }] : [];
	});
}

function closed(ring: Int32Array): Position[] {
	const points: Position[] = [];
	for (let i = 0; i < ring.length; i += 2) {
		points.push([(ring[i] as number) / GRID_PER_DEG, (ring[i + 1] as number) / GRID_PER_DEG]);
	}
	return [...points, points[0] as Position];
}
