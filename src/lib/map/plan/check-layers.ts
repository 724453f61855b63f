import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { PLAN_COLOURS, type Theme } from '../../editor/symbols.ts';

const DRAWS: ExpressionSpecification = ['get', 'draws'];
const HATCHED = ['check-double', 'check-outside'];

/**
 * What the checks find: ground that lies double or outside is cross-hatched within a line, open ground
 * between zones is lightly filled within dashes, every finding has a small mark; the one that is pointed at
 * in the list stands out in the colour of what is chosen.
 */
export function checkLayers(theme: Theme): LayerSpecification[] {
	const { leak, suggestion, neutral, accent, casing } = PLAN_COLOURS[theme];
	const join = { 'line-join': 'round', 'line-cap': 'round' } as const;
	return [
		{
			id: 'check-fill',
			type: 'fill',
			source: 'drawn',
			filter: ['==', DRAWS, 'check-gap'],
			paint: { 'fill-color': leak, 'fill-opacity': 0.12, 'fill-antialias': false }
		},
		{
			id: 'check-hatch',
			type: 'fill',
			source: 'drawn',
			filter: ['in', DRAWS, ['literal', HATCHED]],
			paint: { 'fill-pattern': 'hatch-not-integrated', 'fill-opacity': 0.9 }
		},
		{
			id: 'check-lit-fill',
			type: 'fill',
			source: 'drawn',
			filter: ['==', DRAWS, 'check-lit'],
			paint: { 'fill-color': accent, 'fill-opacity': 0.3, 'fill-antialias': false }
		},
		{
			id: 'check-casing',
			type: 'line',
			source: 'drawn',
			filter: ['in', DRAWS, ['literal', [...HATCHED, 'check-gap', 'check-lit']]],
			layout: join,
			paint: { 'line-color': casing, 'line-width': 5 }
		},
		{
			id: 'check-line',
			type: 'line',
			source: 'drawn',
			filter: ['in', DRAWS, ['literal', HATCHED]],
			layout: join,
			paint: { 'line-color': leak, 'line-width': 2 }
		},
		{
			id: 'check-gap-line',
			type: 'line',
			source: 'drawn',
			filter: ['==', DRAWS, 'check-gap'],
			layout: { 'line-join': 'round' },
			paint: { 'line-color': leak, 'line-width': 2.5, 'line-dasharray': [2, 1.5] }
		},
		{
			id: 'check-lit-line',
			type: 'line',
			source: 'drawn',
			filter: ['==', DRAWS, 'check-lit'],
			layout: join,
			paint: { 'line-color': accent, 'line-width': 3 }
		},
		{
			id: 'check-place',
			type: 'circle',
			source: 'drawn',
			filter: ['==', DRAWS, 'check-place'],
			paint: {
				'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 3.5, 15, 7],
				'circle-color': casing,
				'circle-opacity': 0.5,
				'circle-stroke-color': ['match', ['get', 'severity'], 'error', leak, 'warning', suggestion, neutral],
				'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 9, 1.5, 15, 2.5]
			}
		},
		{
			id: 'check-lit-place',
			type: 'circle',
			source: 'drawn',
			filter: ['==', DRAWS, 'check-lit-place'],
			paint: {
				'circle-radius': 14,
				'circle-color': accent,
				'circle-opacity': 0.12,
				'circle-stroke-color': accent,
				'circle-stroke-width': 3
			}
		}
	];
}
