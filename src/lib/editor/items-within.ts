import type { Item, ItemId, Kind } from '../domain/items.ts';
import { itemsOfKind, type Plan } from '../domain/plan.ts';
import type { LngLat } from '../geo/coordinates.ts';
import type { LayerGroup, LayerSettings } from './layers.ts';

type Few = Exclude<Kind, 'camera'>;

/** What shows the things of a kind. Cameras are many: the thread is asked for those. */
const SHOWN_BY: Readonly<Record<Few, LayerGroup>> = {
	'control-ring': 'rings',
	checkpoint: 'checkpoints',
	'patrol-zone': 'patrols',
	'patrol-route': 'patrols',
	station: 'stations',
	'key-site': 'key-sites',
	area: 'areas'
};

/**
 * The shown things but cameras that lie within the polygon of `corners` (open, any direction) with
 * every one of their corners. Of a polygon with bays, a long side between two corners may leave it.
 * O(corners of things × `corners`) for things that come near.
 */
export function itemsWithin(plan: Plan, layers: LayerSettings, corners: readonly LngLat[]): ItemId[] {
	const lngs = corners.map(([lng]) => lng);
	const lats = corners.map(([, lat]) => lat);
	const [west, east] = [Math.min(...lngs), Math.max(...lngs)];
	const [south, north] = [Math.min(...lats), Math.max(...lats)];
	const isIn = ([lng, lat]: readonly number[] & { 0: number; 1: number }): boolean =>
		lng >= west && lng <= east && lat >= south && lat <= north && isInside(corners, lng, lat);
	return (Object.entries(SHOWN_BY) as [Few, LayerGroup][]).flatMap(([kind, group]) => {
		if (!layers[group].visible) return [];
		const items: readonly Item[] = itemsOfKind(plan, kind);
		return items.filter((item) => everyPlace(item.geometry.coordinates, isIn)).map(({ id }) => id);
	});
}

type Place = readonly number[] & { 0: number; 1: number };

function everyPlace(nested: unknown, isIn: (place: Place) => boolean): boolean {
	const list = nested as readonly unknown[];
	return typeof list[0] === 'number'
		? isIn(list as unknown as Place)
		: list.every((inner) => everyPlace(inner, isIn));
}

/** Even and odd crossings of a ray to the east. */
function isInside(corners: readonly LngLat[], lng: number, lat: number): boolean {
	let isIn = false;
	for (const [i, [x, y]] of corners.entries()) {
		const [px, py] = corners.at(i - 1) as LngLat;
		if (y > lat !== py > lat && lng < ((px - x) * (lat - y)) / (py - y) + x) isIn = !isIn;
	}
	return isIn;
}
