import type { Tags } from '../../src/lib/formats/osm/osm-sink.ts';
import type { MapKind } from './map-kind.ts';
import { namesOf } from './map-names.ts';

/** Value of `place` to kind, first zoom and rank where no population is given. */
const PLACES: Record<string, readonly [kind: string, minZoom: number, rank: number]> = {
	country: ['country', 1, 14],
	state: ['region', 3, 12],
	province: ['region', 3, 12],
	region: ['region', 4, 11],
	city: ['locality', 4, 11],
	town: ['locality', 7, 8],
	village: ['locality', 9, 5],
	hamlet: ['locality', 11, 3],
	suburb: ['neighbourhood', 11, 2],
	quarter: ['neighbourhood', 12, 2],
	neighbourhood: ['neighbourhood', 12, 1]
};
const EARLY_POIS = new Set(
	'station peak hospital university school townhall police fire_station museum bus_station aerodrome stadium'.split(
		' '
	)
);
/** Population at which each rank begins, as the basemap counts them. */
const RANKS = [0, 200, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 2e5, 5e5, 1e6, 2e6, 5e6, 1e7, 2e7, 5e7, 1e8, 1e9];

/** What a node, or a closed way by its middle, is as a label: a place or a point of interest, or null. */
export function pointKind(tags: Tags): MapKind | null {
	const place = PLACES[tags.place];
	if (place && hasName(tags)) {
		const [kind, minZoom, rank] = place;
		const population = parseInt(tags.population ?? '', 10) || 0;
		return {
			layer: 'places',
			minZoom,
			properties: {
				kind,
				kind_detail: tags.place,
				min_zoom: minZoom,
				population,
				population_rank: population > 0 ? RANKS.findLastIndex((from) => population >= from) : rank,
				sort_key: minZoom * 1e9 - population,
				...(tags.capital === 'yes' ? { capital: 'yes' } : {}),
				...namesOf(tags)
			}
		};
	}
	return poiKind(tags);
}

function poiKind(tags: Tags): MapKind | null {
	if (!hasName(tags)) return null;
	const kind =
		(tags.railway === 'station' ? 'station' : undefined) ??
		(tags.highway === 'bus_stop' ? 'bus_stop' : undefined) ??
		(tags.natural === 'peak' ? 'peak' : undefined) ??
		(tags.aeroway === 'aerodrome' ? 'aerodrome' : undefined) ??
		(tags.leisure === 'park' || tags.leisure === 'stadium' ? tags.leisure : undefined) ??
		tags.amenity ??
		tags.tourism ??
		tags.shop;
	if (kind === undefined) return null;
	const isEarly = EARLY_POIS.has(kind);
	return {
		layer: 'pois',
		minZoom: isEarly ? 12 : 14,
		properties: { kind, min_zoom: isEarly ? 13 : 15, ...namesOf(tags) }
	};
}

function hasName(tags: Tags): boolean {
	return tags.name !== undefined || tags['name:en'] !== undefined;
}
