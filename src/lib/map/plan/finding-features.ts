import type { Feature } from 'geojson';
import type { LngLat } from '../../geo/coordinates.ts';
import type { Crossing, Leak, Suggestion } from '../../domain/findings/sealing.ts';

/** A crossing as a point; `key` is the ring and its number. */
export function crossingFeature({ ring, number, at, state }: Crossing): Feature {
	return point(at, { key: `${ring}/${number}`, ring, number, state });
}

/** A leak: its way out as a line from inside to outside, and the place where it would be closed. */
export function leakFeatures({ ring, number, at, route }: Leak): Feature[] {
	const key = `${ring}/${number}`;
	const place = point(at, { key: `${key}@`, part: 'place', ring, number });
	if (route.length < 2) return [place];
	return [
		{
			type: 'Feature',
			geometry: { type: 'LineString', coordinates: route.map((p) => [...p]) },
			properties: { key, part: 'route', ring, number }
		},
		place
	];
}

/** Where a suggested checkpoint would stand; `index` is its place in the answer. */
export function suggestionFeature({ ring, at, leaks, road }: Suggestion, index: number): Feature {
	return point(at, { key: `${ring}/${at[0]}/${at[1]}`, index, ring, leaks, ...(road && { road }) });
}

function point(at: LngLat, properties: Record<string, unknown>): Feature {
	return { type: 'Feature', geometry: { type: 'Point', coordinates: [...at] }, properties };
}
