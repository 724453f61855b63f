import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { BASEMAP_COLOURS } from './basemap-colours.ts';
import { ROAD_RANK } from './road-width.ts';
import { FONT } from '../style/font.ts';
import type { MapLocale } from '../style/map-look.ts';
import type { Theme } from '../../editor/symbols.ts';

const source = 'basemap';

/** The name of a thing of the ground in `locale`, else as the people there write it. */
export function nameIn(locale: MapLocale): ExpressionSpecification {
	const local: ExpressionSpecification = ['get', 'name'];
	return locale === 'zh'
		? ['coalesce', ['get', 'name:zh-Hans'], ['get', 'name:zh'], local]
		: ['coalesce', ['get', 'name:en'], ['get', 'name:latin'], local];
}

/** Names on the ground: waters, roads, sites and places. `opacity` is 0 to 1, and 0 takes them away. */
export function basemapLabels(theme: Theme, locale: MapLocale, opacity: number): LayerSpecification[] {
	const c = BASEMAP_COLOURS[theme];
	const visibility = opacity > 0 ? 'visible' : 'none';
	const name = nameIn(locale);
	const ink = (colour: string): NonNullable<SymbolLayerSpecification['paint']> => ({
		'text-color': colour,
		'text-halo-color': c.halo,
		'text-halo-width': 1.4,
		'text-opacity': opacity
	});

	return [
		{
			id: 'label-waterway',
			type: 'symbol',
			source,
			'source-layer': 'water',
			minzoom: 12,
			filter: ['==', ['geometry-type'], 'LineString'],
			layout: {
				visibility,
				'symbol-placement': 'line',
				'symbol-spacing': 500,
				'text-field': name,
				'text-font': FONT,
				'text-size': 12,
				'text-letter-spacing': 0.1
			},
			paint: ink(c.labelWater)
		},
		{
			id: 'label-water',
			type: 'symbol',
			source,
			'source-layer': 'water',
			minzoom: 10,
			filter: ['==', ['geometry-type'], 'Point'],
			layout: { visibility, 'text-field': name, 'text-font': FONT, 'text-size': 12, 'text-max-width': 7 },
			paint: ink(c.labelWater)
		},
		{
			id: 'label-road',
			type: 'symbol',
			source,
			'source-layer': 'roads',
			minzoom: 12,
			filter: [
				'all',
				['has', 'name'],
				['in', ['get', 'kind'], ['literal', ['highway', 'major_road', 'minor_road']]],
				['>=', ['zoom'], ['match', ROAD_RANK, [3, 4, 5], 12, 2, 13.5, 1, 14.5, 16]]
			],
			layout: {
				visibility,
				'symbol-placement': 'line',
				'symbol-spacing': 400,
				'symbol-sort-key': ['-', 0, ROAD_RANK],
				'text-field': name,
				'text-font': FONT,
				'text-size': ['interpolate', ['linear'], ['zoom'], 12, 10.5, 18, 13]
			},
			paint: ink(c.labelQuiet)
		},
		{
			id: 'label-poi',
			type: 'symbol',
			source,
			'source-layer': 'pois',
			minzoom: 15,
			filter: ['all', ['has', 'name'], ['>=', ['zoom'], ['+', 1, ['to-number', ['get', 'min_zoom'], 15]]]],
			layout: {
				visibility,
				'text-field': name,
				'text-font': FONT,
				'text-size': 11,
				'text-max-width': 8,
				'symbol-sort-key': ['to-number', ['get', 'min_zoom'], 15]
			},
			paint: ink(c.labelQuiet)
		},
		{
			id: 'label-place',
			type: 'symbol',
			source,
			'source-layer': 'places',
			layout: {
				visibility,
				'text-field': name,
				'text-font': FONT,
				'text-size': [
					'interpolate',
					['linear'],
					['zoom'],
					6,
					['match', ['get', 'kind_detail'], ['city', 'country', 'state', 'province'], 13, 10],
					14,
					['match', ['get', 'kind_detail'], 'city', 19, 'town', 15, 13]
				],
				'text-max-width': 8,
				'symbol-sort-key': ['-', 0, ['to-number', ['get', 'population_rank'], 0]]
			},
			paint: ink(c.label)
		}
	];
}
