import type { MultiPolygon, Polygon } from 'geojson';
import type { Bbox, LngLat } from '../../geo/coordinates.ts';
import { insidePlace } from '../../geo/inside-place.ts';
import { placeOfItem } from './item-place.ts';

/** What a finding says of the ground it is about: the ground, a place within its first part, its box. */
export function placeOfGround(geometry: Polygon | MultiPolygon): {
	ground: MultiPolygon['coordinates'];
	at: LngLat;
	bbox: Bbox;
} {
	const ground = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
	return { ground, at: insidePlace(ground[0] ?? []), bbox: placeOfItem({ geometry }).bbox };
}
