import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { PLAN_COLOURS, type Theme } from '../../editor/symbols.ts';
import { FONT } from '../style/font.ts';

const LOOK: ExpressionSpecification = ['get', 'look'];
const isLine = (looks: readonly string[]): FilterSpecification => [
	'all',
	['==', ['geometry-type'], 'LineString'],
	['in', LOOK, ['literal', [...looks]]]
];

/** What a tool is making: above the plan, below nothing but its own words. */
export function sketchLayers(theme: Theme): LayerSpecification[] {
	const c = PLAN_COLOURS[theme];
	const line = { 'line-join': 'round', 'line-cap': 'round' } as const;
	return [
		{
			id: 'sketch-fill',
			type: 'fill',
			source: 'sketch',
			filter: ['==', ['geometry-type'], 'Polygon'],
			paint: { 'fill-color': c.accent, 'fill-opacity': 0.12, 'fill-antialias': false }
		},
		{
			id: 'sketch-casing',
			type: 'line',
			source: 'sketch',
			filter: isLine(['line', 'along', 'wrong']),
			layout: line,
			paint: { 'line-color': c.casing, 'line-width': 5.5, 'line-opacity': 0.85 }
		},
		{
			id: 'sketch-guide',
			type: 'line',
			source: 'sketch',
			filter: isLine(['guide']),
			paint: { 'line-color': c.accent, 'line-width': 1.25, 'line-dasharray': [4, 3], 'line-opacity': 0.9 }
		},
		{
			id: 'sketch-line',
			type: 'line',
			source: 'sketch',
			filter: isLine(['line', 'along', 'wrong']),
			layout: line,
			paint: {
				'line-color': ['case', ['==', LOOK, 'wrong'], c.leak, c.accent],
				'line-width': ['case', ['==', LOOK, 'along'], 1.75, 2.5]
			}
		},
		{
			id: 'sketch-point',
			type: 'circle',
			source: 'sketch',
			filter: ['all', ['==', ['geometry-type'], 'Point'], ['!=', LOOK, 'label']],
			paint: {
				'circle-radius': ['match', LOOK, 'middle', 4, 'snap', 9, 'shared', 7, 6],
				'circle-color': ['match', LOOK, ['middle', 'held'], c.accent, 'snap', 'rgba(0,0,0,0)', c.casing],
				'circle-stroke-color': ['match', LOOK, ['middle', 'held'], c.casing, c.accent],
				'circle-stroke-width': ['match', LOOK, 'middle', 1, 'shared', 3, 2]
			}
		},
		{
			id: 'sketch-label',
			type: 'symbol',
			source: 'sketch',
			filter: ['==', LOOK, 'label'],
			layout: {
				'text-field': ['get', 'text'],
				'text-font': FONT,
				'text-size': 12,
				// in one line: it stands beside what it speaks of
				'text-max-width': 40,
				'text-allow-overlap': true,
				'text-ignore-placement': true
			},
			paint: { 'text-color': c.accent, 'text-halo-color': c.casing, 'text-halo-width': 2 }
		}
	];
}
