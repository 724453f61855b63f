import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { PLAN_COLOURS, type Theme } from '../../editor/symbols.ts';
import { FONT } from '../style/font.ts';

/** What is proposed but not in the plan: numbered by rank, with the ground cameras would see in dashes. */
export function placementLayers(theme: Theme): LayerSpecification[] {
	const { accent, casing } = PLAN_COLOURS[theme];
	const isDrawn = (draws: string): FilterSpecification => ['==', ['get', 'draws'], draws];
	return [
		{
			id: 'proposal-sight',
			type: 'fill',
			source: 'drawn',
			filter: isDrawn('proposal-sight'),
			paint: { 'fill-color': accent, 'fill-opacity': 0.22, 'fill-antialias': false }
		},
		{
			id: 'proposal-sight-line',
			type: 'line',
			source: 'drawn',
			filter: isDrawn('proposal-sight'),
			paint: { 'line-color': accent, 'line-width': 1.5, 'line-dasharray': [3, 2] }
		},
		{
			id: 'proposal',
			type: 'circle',
			source: 'drawn',
			filter: isDrawn('proposal'),
			// the first is drawn last, over those that gain less
			layout: { 'circle-sort-key': ['-', ['to-number', ['get', 'rank']]] },
			paint: {
				'circle-radius': ['case', ['>', ['length', ['get', 'rank']], 2], 13, 11],
				'circle-color': accent,
				'circle-stroke-color': casing,
				'circle-stroke-width': 2
			}
		},
		{
			id: 'proposal-rank',
			type: 'symbol',
			source: 'drawn',
			filter: isDrawn('proposal'),
			layout: {
				'text-field': ['get', 'rank'],
				'text-font': FONT,
				'text-size': 12,
				'text-allow-overlap': true,
				'text-ignore-placement': true,
				'symbol-sort-key': ['-', ['to-number', ['get', 'rank']]]
			},
			paint: { 'text-color': casing }
		}
	];
}
