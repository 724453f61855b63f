import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { BASEMAP_COLOURS } from './basemap-colours.ts';
import { ROAD_RANK, roadWidth } from './road-width.ts';
import type { Theme } from '../../editor/symbols.ts';

const source = 'basemap';
const IS_BRIDGE: ExpressionSpecification = ['==', ['get', 'is_bridge'], true];
const IS_TUNNEL: ExpressionSpecification = ['==', ['get', 'is_tunnel'], true];
const IS_SURFACE: ExpressionSpecification = ['all', ['!', IS_BRIDGE], ['!', IS_TUNNEL]];
const IS_ROAD: ExpressionSpecification = [
	'in',
	['get', 'kind'],
	['literal', ['highway', 'major_road', 'minor_road']]
];
const IS_PATH: ExpressionSpecification = ['==', ['get', 'kind'], 'path'];
const IS_MAJOR: ExpressionSpecification = ['>=', ROAD_RANK, 3];

// a bridge over a bridge: the upper one last, then the wider one
const BRIDGE_ORDER: ExpressionSpecification = [
	'+',
	['*', 10, ['to-number', ['get', 'layer'], 1]],
	['case', IS_PATH, 0, ROAD_RANK]
];

/**
 * The ground in the Protomaps v4 schema: land, water, buildings, roads by class with casing; tunnels
 * lie below everything, bridges above all they cross. `buildingOpacity` is 0 to 1.
 */
export function basemapLayers(theme: Theme, buildingOpacity: number): LayerSpecification[] {
	const c = BASEMAP_COLOURS[theme];
	const roadColour: ExpressionSpecification = ['case', IS_MAJOR, c.roadMajor, c.road];
	const roadCasing: ExpressionSpecification = ['case', IS_MAJOR, c.roadMajorCasing, c.roadCasing];
	const round = { 'line-cap': 'round', 'line-join': 'round' } as const;
	const flat = { 'line-cap': 'butt', 'line-join': 'round' } as const;
	const roads = { source, 'source-layer': 'roads', type: 'line' } as const;
	const pathWidth: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 13, 0.6, 16, 1.4, 19, 4];

	return [
		{ id: 'background', type: 'background', paint: { 'background-color': c.ground } },
		{
			id: 'earth',
			source,
			'source-layer': 'earth',
			type: 'fill',
			paint: { 'fill-color': c.ground }
		},
		{
			id: 'landuse',
			source,
			'source-layer': 'landuse',
			type: 'fill',
			filter: [
				'match',
				['get', 'kind'],
				[...LAND.green, ...LAND.wood, ...LAND.built, ...LAND.industry, ...LAND.institution, ...LAND.sand],
				true,
				false
			],
			paint: {
				'fill-color': [
					'match',
					['get', 'kind'],
					LAND.green,
					c.green,
					LAND.wood,
					c.wood,
					LAND.industry,
					c.industry,
					LAND.institution,
					c.institution,
					LAND.sand,
					c.sand,
					c.built
				],
				'fill-antialias': false
			}
		},
		{
			id: 'water',
			source,
			'source-layer': 'water',
			type: 'fill',
			filter: ['==', ['geometry-type'], 'Polygon'],
			paint: { 'fill-color': c.water }
		},
		{
			id: 'waterway',
			source,
			'source-layer': 'water',
			type: 'line',
			minzoom: 9,
			filter: ['==', ['geometry-type'], 'LineString'],
			layout: round,
			paint: {
				'line-color': c.water,
				'line-width': [
					'interpolate',
					['exponential', 1.5],
					['zoom'],
					9,
					['match', ['get', 'kind'], 'river', 0.8, 0.2],
					14,
					['match', ['get', 'kind'], 'river', 3, 1.2],
					18,
					['match', ['get', 'kind'], 'river', 14, 5]
				]
			}
		},
		{
			id: 'runway',
			...roads,
			filter: ['==', ['get', 'kind'], 'aeroway'],
			layout: flat,
			paint: {
				'line-color': c.tunnel,
				'line-width': [
					'interpolate',
					['exponential', 1.6],
					['zoom'],
					10,
					['match', ['get', 'kind_detail'], 'runway', 1.5, 0.5],
					18,
					['match', ['get', 'kind_detail'], 'runway', 90, 24]
				]
			}
		},
		{
			id: 'road-tunnel-casing',
			...roads,
			minzoom: 12,
			filter: all(IS_TUNNEL, IS_ROAD),
			layout: { ...flat, 'line-sort-key': ROAD_RANK },
			paint: { 'line-color': c.rail, 'line-width': roadWidth(1), 'line-dasharray': [1.5, 1] }
		},
		{
			id: 'road-tunnel',
			...roads,
			minzoom: 12,
			filter: all(IS_TUNNEL, IS_ROAD),
			layout: { ...flat, 'line-sort-key': ROAD_RANK },
			paint: { 'line-color': c.tunnel, 'line-width': roadWidth() }
		},
		{
			id: 'building',
			source,
			'source-layer': 'buildings',
			type: 'fill',
			minzoom: 13,
			filter: ['==', ['geometry-type'], 'Polygon'],
			layout: { visibility: buildingOpacity > 0 ? 'visible' : 'none' },
			paint: {
				'fill-color': c.building,
				'fill-outline-color': c.buildingLine,
				'fill-opacity': ['interpolate', ['linear'], ['zoom'], 13, 0, 14, 0.9 * buildingOpacity]
			}
		},
		{
			id: 'road-path',
			...roads,
			minzoom: 13,
			filter: all(IS_SURFACE, IS_PATH),
			layout: flat,
			paint: { 'line-color': c.path, 'line-width': pathWidth, 'line-dasharray': [3, 1.5] }
		},
		{
			id: 'road-casing',
			...roads,
			minzoom: 9,
			filter: all(IS_SURFACE, IS_ROAD),
			layout: { ...round, 'line-sort-key': ROAD_RANK },
			paint: { 'line-color': roadCasing, 'line-width': roadWidth(0.8) }
		},
		{
			id: 'road',
			...roads,
			filter: all(IS_SURFACE, IS_ROAD),
			layout: { ...round, 'line-sort-key': ROAD_RANK },
			paint: { 'line-color': roadColour, 'line-width': roadWidth() }
		},
		{
			id: 'rail',
			...roads,
			minzoom: 10,
			filter: all(['!', IS_TUNNEL], ['==', ['get', 'kind'], 'rail']),
			layout: flat,
			paint: {
				'line-color': c.rail,
				'line-width': ['interpolate', ['linear'], ['zoom'], 10, 0.6, 16, 2, 19, 5],
				'line-dasharray': [6, 1.2]
			}
		},
		{
			id: 'boundary',
			source,
			'source-layer': 'boundaries',
			type: 'line',
			layout: round,
			paint: { 'line-color': c.boundary, 'line-width': 1, 'line-dasharray': [4, 2, 1, 2] }
		},
		{
			id: 'road-bridge-casing',
			...roads,
			minzoom: 11,
			filter: all(IS_BRIDGE, ['any', IS_ROAD, IS_PATH]),
			layout: { ...flat, 'line-sort-key': BRIDGE_ORDER },
			paint: {
				'line-color': c.bridgeCasing,
				'line-width': withPath(roadWidth(1.6), [11, 0, 14, 3, 16, 4.6, 19, 8])
			}
		},
		{
			id: 'road-bridge',
			...roads,
			minzoom: 11,
			filter: all(IS_BRIDGE, ['any', IS_ROAD, IS_PATH]),
			layout: { ...flat, 'line-sort-key': BRIDGE_ORDER },
			paint: { 'line-color': roadColour, 'line-width': withPath(roadWidth(), [11, 0, 14, 1, 16, 2, 19, 5]) }
		}
	];
}

const LAND = {
	green: [
		'park',
		'grass',
		'grassland',
		'garden',
		'golf_course',
		'recreation_ground',
		'village_green',
		'playground',
		'pitch',
		'stadium',
		'cemetery',
		'allotments',
		'farmland',
		'meadow',
		'orchard',
		'vineyard',
		'nature_reserve',
		'national_park',
		'protected_area',
		'zoo'
	],
	wood: ['forest', 'wood', 'scrub', 'heath', 'wetland'],
	built: ['residential', 'commercial', 'retail', 'pedestrian', 'railway'],
	industry: ['industrial', 'military', 'aerodrome', 'quarry'],
	institution: ['school', 'university', 'college', 'hospital', 'kindergarten'],
	sand: ['beach', 'sand', 'bare_rock', 'glacier']
};

function all(...conditions: ExpressionSpecification[]): FilterSpecification {
	return ['all', ...conditions] as FilterSpecification;
}

/** `width` for roads, the zoom stops of `path` for paths: zoom must stay outermost in an expression. */
function withPath(width: ExpressionSpecification, path: number[]): ExpressionSpecification {
	const [name, curve, zoom, ...stops] = width as unknown as [string, unknown, unknown, ...unknown[]];
	const at = (z: number): number => {
		let i = 0;
		while (i + 2 < path.length && (path[i + 2] as number) <= z) i += 2;
		return path[i + 1] as number;
	};
	const merged = stops.map((stop, i) =>
		i % 2 === 0 ? stop : ['case', IS_PATH, at(stops[i - 1] as number), stop]
	);
	return [name, curve, zoom, ...merged] as unknown as ExpressionSpecification;
}
