import type { LayerSpecification } from 'maplibre-gl';
import { PATROL_LOOKS } from '../../editor/patrol-drawings.ts';
import { PLAN_COLOURS, type Theme } from '../../editor/symbols.ts';
import { FONT } from '../style/font.ts';

const LOOKS = Array.from({ length: PATROL_LOOKS }, (_, i) => i + 1);
const ROUNDS = LOOKS.map((look) => `round-${look}`);
/** Every other round is striped, so that two are told apart without their colour. */
const STRIPED = LOOKS.filter((look) => look % 2 === 0).map((look) => `round-${look}`);
const STARTS = LOOKS.map((look) => `round-start-${look}`);

/** What rounds of a patrol have beside their line: stripes, dots where they only get on, arrows, numbers. */
export function roundLayers(theme: Theme): LayerSpecification[] {
	const { casing } = PLAN_COLOURS[theme];
	return [
		{
			id: 'drawn-stripes',
			type: 'line',
			source: 'drawn',
			filter: ['in', ['get', 'draws'], ['literal', STRIPED]],
			layout: { 'line-join': 'round' },
			paint: { 'line-color': casing, 'line-width': 1.6, 'line-dasharray': [3, 3] }
		},
		{
			id: 'drawn-deadhead',
			type: 'line',
			source: 'drawn',
			minzoom: 12,
			filter: ['==', ['get', 'draws'], 'round-deadhead'],
			layout: { 'line-join': 'round', 'line-cap': 'round' },
			paint: { 'line-color': casing, 'line-width': 3, 'line-dasharray': [0.1, 2.4] }
		},
		{
			id: 'drawn-arrow',
			type: 'symbol',
			source: 'drawn',
			minzoom: 13,
			filter: ['in', ['get', 'draws'], ['literal', ROUNDS]],
			layout: {
				'symbol-placement': 'line',
				'symbol-spacing': 90,
				'icon-image': 'round-arrow',
				'icon-allow-overlap': true,
				'icon-ignore-placement': true
			}
		},
		{
			id: 'drawn-number',
			type: 'symbol',
			source: 'drawn',
			filter: ['in', ['get', 'draws'], ['literal', STARTS]],
			layout: {
				'text-field': ['get', 'number'],
				'text-font': FONT,
				'text-size': 12,
				'text-allow-overlap': true,
				'text-ignore-placement': true
			},
			paint: { 'text-color': casing }
		}
	];
}
