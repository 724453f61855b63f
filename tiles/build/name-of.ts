import type { Tags } from '../../src/lib/formats/osm/osm-sink.ts';
import type { NameKind, NameTexts } from '../../src/lib/domain/place-names.ts';

/** What a thing of the source is called, and what it is. */
export interface SourceName {
	readonly kind: NameKind;
	readonly texts: NameTexts;
}

const PLACES: Readonly<Record<string, NameKind>> = {
	city: 'city',
	town: 'town',
	borough: 'district',
	district: 'district',
	county: 'district',
	municipality: 'district',
	suburb: 'suburb',
	quarter: 'suburb',
	neighbourhood: 'suburb',
	city_block: 'suburb',
	village: 'village',
	hamlet: 'village',
	isolated_dwelling: 'village',
	square: 'square',
	island: 'landmark',
	locality: 'village'
};
const MAIN_ROADS = new Set(['motorway', 'trunk', 'primary', 'secondary', 'tertiary']);
const STREETS = new Set(['unclassified', 'residential', 'living_street', 'service', 'road', 'busway']);
const AMENITIES: Readonly<Record<string, NameKind>> = {
	school: 'school',
	kindergarten: 'school',
	university: 'school',
	college: 'school',
	hospital: 'hospital',
	clinic: 'hospital',
	police: 'emergency',
	fire_station: 'emergency',
	bus_station: 'station',
	ferry_terminal: 'station',
	townhall: 'office',
	courthouse: 'office',
	embassy: 'office',
	post_office: 'office',
	public_building: 'office',
	prison: 'office',
	library: 'landmark',
	theatre: 'landmark',
	cinema: 'landmark',
	marketplace: 'landmark',
	place_of_worship: 'landmark',
	fuel: 'fuel',
	charging_station: 'fuel'
};
const STATIONS = new Set(['station', 'halt', 'tram_stop', 'subway_entrance']);

/**
 * The name and the kind of a node, way or relation that a plan may have to find, or null: it has no name, or is nothing that
 * matters for one (a shop, a bench). Of places only.
 */
export function nameOf(tags: Tags): SourceName | null {
	const kind = kindOf(tags);
	if (kind === null) return null;
	const texts = textsOf(tags, kind);
	return texts && { kind, texts };
}

function kindOf(tags: Tags): NameKind | null {
	const { highway, railway, waterway, amenity, leisure } = tags;
	if (highway !== undefined) {
		if (highway === 'bus_stop') return 'bus-stop';
		if (tags.area === 'yes') return 'square';
		const name = highway.replace(/_link$/, '');
		if (MAIN_ROADS.has(name)) return 'road';
		if (STREETS.has(name)) return 'street';
		return name === 'pedestrian' || name === 'footway' || name === 'path' || name === 'cycleway' || name === 'track'
			? 'path'
			: null;
	}
	if (tags.man_made === 'bridge') return 'bridge';
	const place = PLACES[tags.place ?? ''];
	if (place) return place;
	if (tags.boundary === 'administrative') return Number(tags.admin_level) >= 5 ? 'district' : null;
	if (waterway !== undefined) return waterway === 'dam' ? 'landmark' : 'river';
	if (tags.natural === 'water' || tags.landuse === 'reservoir') return tags.water === 'river' ? 'river' : 'water';
	if (railway !== undefined) {
		if (STATIONS.has(railway)) return 'station';
		return railway === 'rail' || railway === 'light_rail' || railway === 'subway' ? 'railway' : null;
	}
	if (tags.public_transport === 'station' || tags.aeroway === 'aerodrome' || tags.aeroway === 'terminal') return 'station';
	if (tags.public_transport === 'platform' || tags.public_transport === 'stop_position') return 'bus-stop';
	if (tags.power === 'plant' || tags.power === 'substation') return 'power';
	const known = AMENITIES[amenity ?? ''];
	if (known) return known;
	if (tags.office === 'government' || tags.government !== undefined || tags.diplomatic !== undefined) return 'office';
	if (leisure === 'park' || leisure === 'garden' || leisure === 'nature_reserve') return 'park';
	if (leisure === 'stadium' || leisure === 'sports_centre' || tags.historic !== undefined) return 'landmark';
	if (tags.tourism !== undefined && tags.tourism !== 'information') return 'landmark';
	if (tags.shop === 'mall' || tags.man_made !== undefined || tags.landuse !== undefined) return 'landmark';
	return tags.building !== undefined && tags.building !== 'no' ? 'building' : null;
}

function textsOf(tags: Tags, kind: NameKind): NameTexts | null {
	const en = tags['name:en'] ?? tags.int_name ?? '';
	const zh = tags['name:zh-Hans'] ?? tags['name:zh'] ?? '';
	const ru = tags['name:ru'] ?? '';
	const ref = isWay(kind) ? (tags.ref ?? '') : '';
	const local = tags.name ?? (en || ru || zh || ref);
	if (local === '') return null;
	const kk = tags['name:kk'] ?? '';
	const listed = [tags.alt_name, tags.old_name, tags.official_name, tags.short_name, tags.loc_name, kk];
	const known = new Set([local, en, zh, ru, ref]);
	const others = [...new Set(listed.flatMap((some) => (some ?? '').split(';')).map((some) => some.trim()))];
	return {
		local,
		en: en === local ? '' : en,
		zh: zh === local ? '' : zh,
		ru: ru === local ? '' : ru,
		ref: ref === local ? '' : ref,
		others: others.filter((some) => some !== '' && !known.has(some))
	};
}

function isWay(kind: NameKind): boolean {
	return kind === 'road' || kind === 'street' || kind === 'path' || kind === 'railway';
}
