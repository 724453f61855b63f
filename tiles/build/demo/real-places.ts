import { readQaTiles, type QaTile } from '../../../src/lib/formats/osm/qa-tiles.ts';
import type { Tags } from '../../../src/lib/formats/osm/osm-sink.ts';
import type { KeySiteCategory } from '../../../src/lib/domain/items.ts';
import type { LngLat } from '../../../src/lib/geo/coordinates.ts';
import { metresBetween } from './graph-places.ts';

/** A place of the map data that a city would guard. */
export interface RealPlace {
	readonly category: KeySiteCategory;
	readonly name: string;
	readonly at: LngLat;
}

/** Places of one name closer than this are one: areas are cut at tile borders, and named twice. */
const SAME_M = 400;

/**
 * Named schools, hospitals, power plants and substations, seats of government, bus and railway
 * stations and waterworks of the map data, in an order that follows from their names and places.
 */
export function readRealPlaces(tiles: readonly QaTile[]): RealPlace[] {
	const nodes = new Map<number, LngLat>();
	const found: RealPlace[] = [];
	const add = (tags: Tags | null, at: LngLat): void => {
		const category = tags && categoryOf(tags);
		if (category) found.push({ category, name: nameOf(tags), at });
	};
	readQaTiles(tiles, {
		node(id, lng7, lat7, tags) {
			nodes.set(id, [lng7 / 1e7, lat7 / 1e7]);
			add(tags, [lng7 / 1e7, lat7 / 1e7]);
		},
		way(_id, refs, count, tags) {
			if (!tags || !categoryOf(tags)) return;
			const points = Array.from(refs.subarray(0, count), (ref) => nodes.get(ref)).filter(
				(place): place is LngLat => place !== undefined
			);
			const corners = points.slice(0, -1);
			if (corners.length > 0) add(tags, middleOf(corners));
		},
		relation() {},
		bounds() {}
	});
	found.sort((a, b) => compare(a.category, b.category) || compare(a.name, b.name) || a.at[0] - b.at[0] || a.at[1] - b.at[1]);
	return found.filter(
		(place, i) =>
			place.name !== '' &&
			!found
				.slice(Math.max(0, i - 4), i)
				.some((other) => other.name === place.name && metresBetween(other.at, place.at) < SAME_M)
	);
}

function categoryOf(tags: Tags): KeySiteCategory | null {
	const { amenity, building, power, railway, man_made: works } = tags;
	if (amenity === 'school' || building === 'school') return 'school';
	if (amenity === 'hospital') return 'hospital';
	if (power === 'substation' || power === 'plant' || power === 'generator') return 'power';
	if (amenity === 'townhall' || amenity === 'courthouse') return 'government';
	if (amenity === 'bus_station') return 'bus';
	if (railway === 'station') return 'rail';
	if (works === 'wastewater_plant' || works === 'water_works') return 'water';
	return null;
}

function nameOf(tags: Tags): string {
	const english = tags['name:en'];
	const local = tags.name ?? english ?? '';
	if (local !== '') return english && english !== local ? `${local} (${english})` : local;
	if (tags.man_made === 'wastewater_plant') return 'Sewage works 污水处理厂';
	if (tags.amenity === 'bus_station') return 'Bus station 汽车站';
	if (tags.power === 'substation') return 'Substation 变电站';
	return '';
}

function middleOf(points: readonly LngLat[]): LngLat {
	const sum = points.reduce<[number, number]>((total, [lng, lat]) => [total[0] + lng, total[1] + lat], [0, 0]);
	return [Math.round((sum[0] / points.length) * 1e7) / 1e7, Math.round((sum[1] / points.length) * 1e7) / 1e7];
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
