import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { PLAN_COLOURS } from '../../editor/symbols.ts';
import { FONT } from '../style/font.ts';
import { shownGroup } from '../style/group-opacity.ts';
import type { MapLook } from '../style/map-look.ts';

const WIDTH_PX = 3;
/** From here on words run along the line; farther out its corners are too sharp, and they stand on its top. */
const ALONG_ZOOM = 13;

/** Control rings: a cased line in the colour of the level, ticks across it, name and verdict along it or on its top. */
export function ringLayers({ theme, layers }: MapLook): LayerSpecification[] {
	const c = PLAN_COLOURS[theme];
	const { visibility, opacity } = shownGroup(layers, 'rings');
	const colour: ExpressionSpecification = ['match', ['get', 'level'], 1, c.ring[1], 2, c.ring[2], c.ring[3]];
	const verdict: ExpressionSpecification = [
		'match',
		['get', 'verdict'],
		'sealed',
		c.held,
		'leaks',
		c.leak,
		c.text
	];

	const words: ExpressionSpecification = [
		'format',
		['get', 'name'],
		{ 'text-color': colour },
		['case', ['has', 'verdictText'], ['concat', ' · ', ['get', 'verdictText']], ''],
		{ 'text-color': verdict }
	];
	const ink = {
		'text-color': c.text,
		'text-halo-color': c.casing,
		'text-halo-width': 2,
		'text-opacity': opacity
	};

	return [
		{
			id: 'ring-casing',
			type: 'line',
			source: 'rings',
			filter: ['==', ['get', 'part'], 'shape'],
			layout: { visibility, 'line-join': 'round' },
			paint: { 'line-color': c.casing, 'line-width': WIDTH_PX + 3, 'line-opacity': 0.85 * opacity }
		},
		{
			id: 'ring-line',
			type: 'line',
			source: 'rings',
			filter: ['==', ['get', 'part'], 'shape'],
			layout: { visibility, 'line-join': 'round' },
			paint: { 'line-color': colour, 'line-width': WIDTH_PX, 'line-opacity': opacity }
		},
		{
			id: 'ring-ticks',
			type: 'symbol',
			source: 'rings',
			filter: ['==', ['get', 'part'], 'shape'],
			layout: {
				visibility,
				'symbol-placement': 'line',
				'symbol-spacing': 90,
				'icon-image': ['concat', 'ring-tick-', ['to-string', ['get', 'level']]],
				'icon-allow-overlap': true,
				'icon-ignore-placement': true
			},
			paint: { 'icon-opacity': opacity }
		},
		{
			id: 'ring-label',
			type: 'symbol',
			source: 'rings',
			minzoom: ALONG_ZOOM,
			filter: ['==', ['get', 'part'], 'shape'],
			layout: {
				visibility,
				'symbol-placement': 'line',
				'symbol-spacing': 300,
				'text-field': words,
				'text-font': FONT,
				'text-size': 13,
				'text-offset': [0, -1.1],
				'text-letter-spacing': 0.03,
				'text-max-angle': 50,
				'text-padding': 4
			},
			paint: ink
		},
		{
			id: 'ring-title',
			type: 'symbol',
			source: 'rings',
			maxzoom: ALONG_ZOOM,
			filter: ['==', ['get', 'part'], 'top'],
			layout: {
				visibility,
				'text-field': words,
				'text-font': FONT,
				'text-size': 15,
				'text-anchor': 'bottom',
				'text-offset': [0, -0.7],
				'text-max-width': 20,
				'text-allow-overlap': true
			},
			paint: ink
		}
	];
}
