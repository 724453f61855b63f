import type { Position } from 'geojson';
import type { Bbox, LngLat } from '../../geo/coordinates.ts';
import type { Item } from '../items.ts';

/** Where a finding about a whole thing is shown: its first place, and the box about all of it. */
export function placeOfItem(item: Pick<Item, 'geometry'>): { at: LngLat; bbox: Bbox } {
	let at: LngLat | null = null;
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	const visit = (nested: unknown): void => {
		if (!Array.isArray(nested)) return;
		if (typeof nested[0] !== 'number') return nested.forEach(visit);
		const [lng, lat] = nested as Position as [number, number];
		at ??= [lng, lat];
		[west, east] = [Math.min(west, lng), Math.max(east, lng)];
		[south, north] = [Math.min(south, lat), Math.max(north, lat)];
	};
	visit(item.geometry.coordinates);
	return { at: at ?? [0, 0], bbox: [west, south, east, north] };
}

/** The box of nothing but a place. */
export function boxOfPlace(at: LngLat): Bbox {
	return [at[0], at[1], at[0], at[1]];
}
