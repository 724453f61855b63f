import type { LayerSpecification } from 'maplibre-gl';
import { PLAN_COLOURS, type Theme } from '../../editor/symbols.ts';
import { FONT } from '../style/font.ts';

/** One blue-green; nested areas lie over each other, so each step in is one shade more. */
const GROUND: Readonly<Record<Theme, string>> = { light: '#0E8A8A', dark: '#3FC6C0' };
const DRIVE: Readonly<Record<Theme, string>> = { light: '#0B6E6E', dark: '#6FE0DA' };

/**
 * Response areas with their minutes along the rim, roads nobody reaches (dotted), and the drives of teams
 * to the checkpoints, the last to arrive the widest.
 */
export function responseLayers(theme: Theme): LayerSpecification[] {
	const { casing, text, leak } = PLAN_COLOURS[theme];
	const label = {
		paint: { 'text-color': text, 'text-halo-color': casing, 'text-halo-width': 1.8 },
		layout: {
			'text-field': ['get', 'minutes'] as ['get', string],
			'text-font': FONT,
			'text-size': 12,
			'symbol-placement': 'line' as const,
			'symbol-spacing': 320,
			'text-padding': 6
		}
	};
	return [
		{
			id: 'response-fill',
			type: 'fill',
			source: 'drawn',
			filter: ['==', ['get', 'draws'], 'response'],
			paint: { 'fill-color': GROUND[theme], 'fill-opacity': 0.2, 'fill-antialias': false }
		},
		{
			id: 'response-edge',
			type: 'line',
			source: 'drawn',
			filter: ['==', ['get', 'draws'], 'response-rim'],
			paint: {
				'line-color': GROUND[theme],
				'line-width': ['case', ['==', ['get', 'step'], 0], 2, 1.2],
				'line-opacity': ['interpolate', ['linear'], ['zoom'], 10, 0.35, 13, 0.9]
			}
		},
		{
			id: 'response-unreached',
			type: 'line',
			source: 'drawn',
			filter: ['==', ['get', 'draws'], 'unreached'],
			layout: { 'line-cap': 'butt', 'line-join': 'round' },
			paint: { 'line-color': leak, 'line-width': 2, 'line-dasharray': [1, 1.2], 'line-opacity': 0.85 }
		},
		{
			id: 'response-label',
			type: 'symbol',
			source: 'drawn',
			filter: ['==', ['get', 'draws'], 'response-mark'],
			layout: {
				'text-field': ['get', 'minutes'],
				'text-font': FONT,
				'text-size': 12,
				'text-padding': 3,
				'symbol-sort-key': ['get', 'step']
			},
			paint: { 'text-color': text, 'text-halo-color': casing, 'text-halo-width': 2 }
		},
		{
			id: 'seal-drive-casing',
			type: 'line',
			source: 'drawn',
			filter: ['==', ['get', 'draws'], 'seal-drive'],
			layout: { 'line-cap': 'round', 'line-join': 'round' },
			paint: { 'line-color': casing, 'line-width': ['case', ['get', 'isLast'], 8, 5] }
		},
		{
			id: 'seal-drive',
			type: 'line',
			source: 'drawn',
			filter: ['==', ['get', 'draws'], 'seal-drive'],
			layout: { 'line-cap': 'round', 'line-join': 'round' },
			paint: { 'line-color': DRIVE[theme], 'line-width': ['case', ['get', 'isLast'], 5, 2.5] }
		},
		{
			id: 'seal-drive-label',
			type: 'symbol',
			source: 'drawn',
			filter: ['==', ['get', 'draws'], 'seal-drive'],
			minzoom: 11,
			...label
		}
	];
}
