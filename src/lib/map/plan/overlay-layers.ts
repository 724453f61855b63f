import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { PLAN_COLOURS, type Theme } from '../../editor/symbols.ts';
import { FONT } from '../style/font.ts';
import { isCoarsePointer } from '../coarse-pointer.ts';

/** Farther out the handles of a camera would lie on one another. */
export const HANDLE_ZOOM = 15;

const IS_SELECTED: ExpressionSpecification = ['==', ['get', 'role'], 'selected'];

/** What is picked out, what the pointer is over, and the handles of the selected camera. */
export function overlayLayers(theme: Theme): LayerSpecification[] {
	const c = PLAN_COLOURS[theme];
	const isCoarse = isCoarsePointer();
	const strength: ExpressionSpecification = ['case', IS_SELECTED, 1, 0.55];

	return [
		{
			id: 'highlight-fill',
			type: 'fill',
			source: 'highlight',
			filter: ['==', ['geometry-type'], 'Polygon'],
			paint: { 'fill-color': c.accent, 'fill-opacity': ['*', 0.12, strength], 'fill-antialias': false }
		},
		{
			id: 'highlight-casing',
			type: 'line',
			source: 'highlight',
			filter: ['!=', ['geometry-type'], 'Point'],
			layout: { 'line-join': 'round', 'line-cap': 'round' },
			paint: { 'line-color': c.casing, 'line-width': 9, 'line-opacity': ['*', 0.7, strength] }
		},
		{
			id: 'highlight-line',
			type: 'line',
			source: 'highlight',
			filter: ['!=', ['geometry-type'], 'Point'],
			layout: { 'line-join': 'round', 'line-cap': 'round' },
			paint: {
				'line-color': c.accent,
				'line-width': ['case', ['==', ['get', 'of'], 'leak'], 9, 5],
				'line-opacity': ['*', 0.8, strength]
			}
		},
		{
			id: 'highlight-point',
			type: 'circle',
			source: 'highlight',
			filter: ['==', ['geometry-type'], 'Point'],
			paint: {
				'circle-radius': 14,
				'circle-color': c.accent,
				'circle-opacity': ['*', 0.15, strength],
				'circle-stroke-color': c.accent,
				'circle-stroke-width': ['case', IS_SELECTED, 2.5, 1.5],
				'circle-stroke-opacity': strength
			}
		},
		{
			id: 'handle-line',
			type: 'line',
			source: 'handles',
			minzoom: HANDLE_ZOOM,
			filter: ['==', ['geometry-type'], 'LineString'],
			paint: { 'line-color': c.accent, 'line-width': 1.5, 'line-dasharray': [3, 2] }
		},
		{
			id: 'handle',
			type: 'circle',
			source: 'handles',
			filter: [
				'all',
				['==', ['geometry-type'], 'Point'],
				['any', ['==', ['get', 'role'], 'ghost'], ['>=', ['zoom'], HANDLE_ZOOM]]
			],
			paint: {
				'circle-radius': [
					'match',
					['get', 'role'],
					'ghost',
					9,
					'turn',
					isCoarse ? 16 : 8,
					['widen-left', 'widen-right'],
					isCoarse ? 13 : 5.5,
					isCoarse ? 14 : 6.5
				],
				'circle-color': [
					'match',
					['get', 'role'],
					'turn',
					['case', ['==', ['get', 'isChosen'], false], c.casing, c.accent],
					'ghost',
					'rgba(0,0,0,0)',
					c.casing
				],
				'circle-stroke-color': c.accent,
				'circle-stroke-width': 2.5
			}
		},
		{
			id: 'handle-sign',
			type: 'symbol',
			source: 'handles',
			minzoom: HANDLE_ZOOM,
			filter: ['all', ['==', ['geometry-type'], 'Point'], ['!=', ['get', 'role'], 'ghost']],
			layout: {
				'text-field': [
					'case',
					['all', ['==', ['get', 'role'], 'turn'], ['has', 'head']],
					['get', 'head'],
					['match', ['get', 'role'], 'near', '–', 'reach', '+', '']
				],
				'text-font': FONT,
				'text-size': isCoarse ? 15 : 11,
				'text-allow-overlap': true,
				'text-ignore-placement': true
			},
			paint: {
				'text-color': [
					'case',
					['all', ['==', ['get', 'role'], 'turn'], ['!=', ['get', 'isChosen'], false]],
					c.casing,
					c.accent
				]
			}
		}
	];
}
