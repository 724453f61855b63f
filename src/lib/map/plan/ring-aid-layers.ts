import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { PLAN_COLOURS, type Theme } from '../../editor/symbols.ts';

const DRAWS: ExpressionSpecification = ['get', 'draws'];
const FOLLOWED = ['aid-road', 'aid-river', 'aid-railway'];

/**
 * A ring that is offered: a solid line where it follows something, with a second line in it for a river and ticks for a
 * railway, dashes where it stays as drawn; its ground lightly filled, and the checkpoints that go with it.
 */
export function ringAidLayers(theme: Theme): LayerSpecification[] {
	const { accent, casing, suggestion } = PLAN_COLOURS[theme];
	const round = { 'line-join': 'round', 'line-cap': 'round' } as const;
	return [
		{
			id: 'aid-fill',
			type: 'fill',
			source: 'drawn',
			filter: ['==', DRAWS, 'aid-ground'],
			paint: { 'fill-color': accent, 'fill-opacity': 0.1, 'fill-antialias': false }
		},
		{
			id: 'aid-casing',
			type: 'line',
			source: 'drawn',
			filter: ['in', DRAWS, ['literal', [...FOLLOWED, 'aid-drawn']]],
			layout: round,
			paint: { 'line-color': casing, 'line-width': 8 }
		},
		{
			id: 'aid-line',
			type: 'line',
			source: 'drawn',
			filter: ['in', DRAWS, ['literal', FOLLOWED]],
			layout: round,
			paint: { 'line-color': accent, 'line-width': 5 }
		},
		{
			id: 'aid-river',
			type: 'line',
			source: 'drawn',
			filter: ['==', DRAWS, 'aid-river'],
			layout: round,
			paint: { 'line-color': casing, 'line-width': 1.5 }
		},
		{
			id: 'aid-railway',
			type: 'line',
			source: 'drawn',
			filter: ['==', DRAWS, 'aid-railway'],
			layout: { 'line-join': 'round' },
			paint: { 'line-color': casing, 'line-width': 2.5, 'line-dasharray': [1, 2] }
		},
		{
			id: 'aid-drawn',
			type: 'line',
			source: 'drawn',
			filter: ['==', DRAWS, 'aid-drawn'],
			layout: { 'line-join': 'round' },
			paint: { 'line-color': accent, 'line-width': 4, 'line-dasharray': [2, 1.5] }
		},
		{
			id: 'aid-post',
			type: 'circle',
			source: 'drawn',
			filter: ['==', DRAWS, 'aid-post'],
			paint: {
				'circle-radius': ['interpolate', ['linear'], ['zoom'], 10, 4, 14, 8],
				'circle-color': casing,
				'circle-stroke-color': suggestion,
				'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 10, 2, 14, 3]
			}
		}
	];
}
