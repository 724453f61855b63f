import type { Tags } from '../../src/lib/formats/osm/osm-sink.ts';
import type { MapKind } from './map-kind.ts';
import { namesOf } from './map-names.ts';

/** Value of `highway` to kind, first zoom of the tiles, and zoom from which labels may show. */
const ROADS: Record<string, readonly [kind: string, minZoom: number]> = {
	motorway: ['highway', 3],
	trunk: ['major_road', 6],
	primary: ['major_road', 7],
	secondary: ['major_road', 9],
	tertiary: ['major_road', 9],
	residential: ['minor_road', 12],
	unclassified: ['minor_road', 12],
	living_street: ['minor_road', 12],
	road: ['minor_road', 12],
	busway: ['minor_road', 12],
	service: ['minor_road', 13],
	pedestrian: ['path', 13],
	track: ['path', 13],
	footway: ['path', 14],
	path: ['path', 13],
	cycleway: ['path', 13],
	steps: ['path', 14],
	bridleway: ['path', 13]
};
const RAILS = new Set(['rail', 'subway', 'light_rail', 'tram', 'narrow_gauge', 'monorail', 'funicular']);
const WATERWAYS: Record<string, readonly [kind: string, minZoom: number]> = {
	river: ['river', 8],
	canal: ['river', 11],
	stream: ['stream', 13],
	ditch: ['stream', 14],
	drain: ['stream', 14]
};

/** What a way is as a line, or null. Bridges and tunnels are marked, so they are drawn above and below. */
export function lineKind(tags: Tags): MapKind | null {
	if (tags.highway !== undefined) return roadKind(tags);
	if (tags.railway !== undefined && RAILS.has(tags.railway)) {
		const minZoom = tags.service ? 13 : tags.railway === 'rail' ? 9 : 12;
		return road(minZoom, { kind: 'rail', kind_detail: tags.railway }, tags);
	}
	if (tags.route === 'ferry') return road(11, { kind: 'ferry' }, tags);
	if (tags.aeroway === 'runway' || tags.aeroway === 'taxiway') {
		return road(10, { kind: 'aeroway', kind_detail: tags.aeroway }, tags);
	}
	if (tags.waterway !== undefined && tags.tunnel !== 'culvert') {
		const known = WATERWAYS[tags.waterway];
		if (!known) return null;
		const [kind, minZoom] = known;
		return { layer: 'water', minZoom, properties: { kind, min_zoom: minZoom, ...namesOf(tags) } };
	}
	return null;
}

function roadKind(tags: Tags): MapKind | null {
	if (tags.area === 'yes') return null;
	const isLink = tags.highway.endsWith('_link');
	const detail = isLink ? tags.highway.slice(0, -5) : tags.highway;
	const known = ROADS[detail];
	if (!known) return null;
	const properties: Record<string, string | number | boolean> = { kind: known[0], kind_detail: detail };
	if (isLink) properties.is_link = true;
	if (tags.oneway === 'yes' || tags.junction === 'roundabout') properties.oneway = 'yes';
	if (tags.ref && known[0] !== 'minor_road' && known[0] !== 'path') {
		properties.ref = tags.ref;
		properties.shield_text = tags.ref.split(';')[0];
		properties.network = 'other';
	}
	return road(isLink ? Math.max(known[1], 9) : known[1], properties, tags);
}

function road(minZoom: number, properties: Record<string, string | number | boolean>, tags: Tags): MapKind {
	if (isSet(tags.bridge)) properties.is_bridge = true;
	if (isSet(tags.tunnel)) properties.is_tunnel = true;
	const layer = Number(tags.layer);
	if (Number.isInteger(layer) && layer !== 0) properties.level = layer;
	properties.min_zoom = minZoom;
	return { layer: 'roads', minZoom, properties: Object.assign(properties, namesOf(tags)) };
}

function isSet(value: string | undefined): boolean {
	return value !== undefined && value !== 'no';
}
