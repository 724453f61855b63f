import type { LayerSpecification } from 'maplibre-gl';
import { PLAN_COLOURS, type Theme } from '../../editor/symbols.ts';

/** Roads at the selected checkpoint: what it closes as a firm barred band, what it could close dashed and thin. */
export function controlLayers(theme: Theme): LayerSpecification[] {
	const { held, neutral, casing } = PLAN_COLOURS[theme];
	return [
		{
			id: 'control-offered',
			type: 'line',
			source: 'drawn',
			filter: ['==', ['get', 'draws'], 'control-offered'],
			layout: { 'line-join': 'round' },
			paint: { 'line-color': neutral, 'line-width': 3, 'line-dasharray': [2, 1.5], 'line-opacity': 0.9 }
		},
		{
			id: 'control-casing',
			type: 'line',
			source: 'drawn',
			filter: ['==', ['get', 'draws'], 'control'],
			layout: { 'line-join': 'round', 'line-cap': 'round' },
			paint: { 'line-color': held, 'line-width': 10, 'line-opacity': 0.9 }
		},
		{
			id: 'control-line',
			type: 'line',
			source: 'drawn',
			filter: ['==', ['get', 'draws'], 'control'],
			layout: { 'line-join': 'round' },
			paint: { 'line-color': casing, 'line-width': 4, 'line-dasharray': [0.6, 1.2] }
		}
	];
}
