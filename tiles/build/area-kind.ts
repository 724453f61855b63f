import type { Tags } from '../../src/lib/formats/osm/osm-sink.ts';
import { buildingHeightM } from './building-height.ts';
import type { MapKind } from './map-kind.ts';
import { namesOf } from './map-names.ts';

type Known = Record<string, readonly [kind: string, minZoom: number]>;

const LANDUSE: Known = {
	residential: ['residential', 9],
	commercial: ['commercial', 10],
	retail: ['commercial', 11],
	industrial: ['industrial', 9],
	railway: ['railway', 11],
	farmland: ['farmland', 8],
	farmyard: ['farmland', 11],
	orchard: ['farmland', 10],
	vineyard: ['farmland', 10],
	meadow: ['grassland', 9],
	grass: ['grass', 12],
	forest: ['forest', 7],
	cemetery: ['cemetery', 11],
	allotments: ['allotments', 12],
	village_green: ['village_green', 12],
	recreation_ground: ['park', 11],
	military: ['military', 9],
	quarry: ['industrial', 11]
};
const NATURAL: Known = {
	wood: ['wood', 7],
	scrub: ['scrub', 10],
	heath: ['scrub', 10],
	grassland: ['grassland', 10],
	fell: ['grassland', 10],
	beach: ['beach', 11],
	sand: ['sand', 10],
	glacier: ['glacier', 6],
	bare_rock: ['bare_rock', 10],
	scree: ['bare_rock', 10],
	wetland: ['wetland', 10]
};
const LEISURE: Known = {
	park: ['park', 10],
	garden: ['park', 12],
	golf_course: ['golf_course', 11],
	nature_reserve: ['nature_reserve', 8],
	playground: ['playground', 13],
	pitch: ['pitch', 13],
	stadium: ['stadium', 12]
};
const AMENITY: Known = {
	school: ['school', 11],
	kindergarten: ['school', 12],
	university: ['university', 11],
	college: ['college', 11],
	hospital: ['hospital', 11],
	grave_yard: ['cemetery', 12]
};
const AEROWAY: Known = { aerodrome: ['aerodrome', 10], runway: ['runway', 10], taxiway: ['taxiway', 11] };
const PROTECTED = new Set(['national_park', 'protected_area']);

/** Shared by every building that says nothing of itself: most do. */
const PLAIN_BUILDING: MapKind = { layer: 'buildings', minZoom: 13, properties: { kind: 'building' } };

/** What a closed way or a multipolygon is as an area, or null. */
export function areaKind(tags: Tags): MapKind | null {
	if (isSet(tags.building) || isSet(tags['building:part'])) return buildingKind(tags);
	if (isWater(tags)) {
		const isRiver = tags.water === 'river' || tags.waterway === 'riverbank';
		return area('water', [isRiver ? 'river' : 'lake', 6], tags);
	}
	if (tags.highway !== undefined) {
		const isSquare = tags.area === 'yes' && (tags.highway === 'pedestrian' || tags.highway === 'footway');
		return isSquare ? area('landuse', ['pedestrian', 13], tags) : null;
	}
	const known =
		LANDUSE[tags.landuse] ??
		NATURAL[tags.natural] ??
		LEISURE[tags.leisure] ??
		AMENITY[tags.amenity] ??
		AEROWAY[tags.aeroway] ??
		(tags.tourism === 'zoo' ? (['zoo', 12] as const) : undefined) ??
		(tags.man_made === 'pier' ? (['pier', 12] as const) : undefined);
	if (known) return area('landuse', known, tags);
	return PROTECTED.has(tags.boundary) ? area('landuse', [tags.boundary, 8], tags) : null;
}

function buildingKind(tags: Tags): MapKind {
	const heightM = buildingHeightM(tags);
	const house = tags['addr:housenumber'];
	const isPart = !isSet(tags.building);
	if (heightM === 0 && !house && !isPart) return PLAIN_BUILDING;
	return {
		layer: 'buildings',
		minZoom: isPart ? 14 : 13,
		properties: {
			kind: isPart ? 'building_part' : 'building',
			...(heightM > 0 ? { height: heightM } : {}),
			...(house ? { addr_housenumber: house } : {})
		}
	};
}

function isWater(tags: Tags): boolean {
	return (
		tags.natural === 'water' ||
		tags.waterway === 'riverbank' ||
		tags.waterway === 'dock' ||
		tags.landuse === 'reservoir' ||
		tags.landuse === 'basin'
	);
}

function area(layer: 'landuse' | 'water', [kind, minZoom]: readonly [string, number], tags: Tags): MapKind {
	return { layer, minZoom, properties: { kind, min_zoom: minZoom, ...namesOf(tags) } };
}

function isSet(value: string | undefined): boolean {
	return value !== undefined && value !== 'no';
}
