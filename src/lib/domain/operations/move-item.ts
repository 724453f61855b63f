import type { Position } from 'geojson';
import type { LngLat } from '../../geo/coordinates.ts';
import { roundedDeg } from '../../geo/rounded.ts';
import type { Edit } from '../edit.ts';
import type { Item } from '../items.ts';
import { putIfSound, refuse, type Refusal } from '../refusal.ts';
import { withGeometry } from './with-geometry.ts';

/**
 * Moves an item so that the place `from` of it comes to lie at `to`; without `from`, its point or
 * the first vertex of its shape. Coordinates are rounded to 1e-7 degree.
 *
 * A moved checkpoint loses its stored `controls`: what it closes follows from its place anew.
 * Refuses a place outside the world, and a shape that rounding would make cross itself.
 */
export function moveItem(item: Item, to: LngLat, from: LngLat = anchorOf(item)): Edit | Refusal {
	if (!(Math.abs(to[0]) <= 180 && Math.abs(to[1]) <= 90)) {
		return refuse({
			code: 'outside-the-world',
			severity: 'error',
			featureId: item.id,
			path: 'geometry.coordinates',
			seen: `[${to[0]}, ${to[1]}]`
		});
	}
	const shift: LngLat = [to[0] - from[0], to[1] - from[1]];
	const coordinates: unknown = shifted(item.geometry.coordinates, shift);
	const moved = withGeometry(item, { ...item.geometry, coordinates });
	return putIfSound({ verb: 'move', kind: item.kind, name: item.properties.name }, moved);
}

function anchorOf(item: Item): LngLat {
	let place: unknown = item.geometry.coordinates;
	while (Array.isArray(place) && Array.isArray(place[0])) place = place[0];
	return place as LngLat;
}

function shifted(nested: unknown[], shift: LngLat): unknown[] {
	if (typeof nested[0] !== 'number') return nested.map((inner) => shifted(inner as unknown[], shift));
	const [lng, lat, ...rest] = nested as Position;
	return [roundedDeg((lng as number) + shift[0]), roundedDeg((lat as number) + shift[1]), ...rest];
}
