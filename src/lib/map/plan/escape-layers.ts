import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { PLAN_COLOURS, type Theme } from '../../editor/symbols.ts';
import { FONT } from '../style/font.ts';

const ROUND = { 'line-join': 'round', 'line-cap': 'round' } as const;
const BUTT = { 'line-join': 'round', 'line-cap': 'butt' } as const;
const DRAWS: ExpressionSpecification = ['get', 'draws'];
const WIDTH_PX = 4.5;

/**
 * Ways that are little seen: the least exposed solid, the shortest in long dashes, what somebody sees of
 * either in short ones over it, blind networks and the long way in one, and the ends A and B.
 */
export function escapeLayers(theme: Theme): LayerSpecification[] {
	const { casing, leak, text, camera, unseen, accent } = PLAN_COLOURS[theme];
	const draws = (...names: string[]): ExpressionSpecification => ['in', DRAWS, ['literal', names]];
	const line = (
		id: string,
		filter: ExpressionSpecification,
		colour: string,
		widthPx: number,
		dashes?: number[]
	): LayerSpecification => ({
		id,
		type: 'line',
		source: 'drawn',
		filter,
		layout: dashes ? BUTT : ROUND,
		paint: {
			'line-color': colour,
			'line-width': widthPx,
			...(dashes && { 'line-dasharray': dashes })
		}
	});
	return [
		line('escape-blind', draws('blind-network'), unseen, 3),
		line('escape-casing', draws('way-quiet', 'way-short', 'blind-way'), casing, WIDTH_PX + 3),
		line('escape-blind-way', draws('blind-way'), unseen, WIDTH_PX, [2.4, 0.8]),
		line('escape-short', draws('way-short'), text, WIDTH_PX, [2.2, 1.1]),
		line('escape-quiet', draws('way-quiet'), leak, WIDTH_PX),
		line('escape-seen-casing', draws('way-seen'), casing, WIDTH_PX + 3),
		line('escape-seen', draws('way-seen'), camera.working, WIDTH_PX + 1, [0.5, 0.35]),
		{
			id: 'escape-label',
			type: 'symbol',
			source: 'drawn',
			filter: draws('label-quiet', 'label-short', 'label-blind'),
			layout: {
				'text-field': ['get', 'words'],
				'text-font': FONT,
				'text-size': 13,
				'text-max-width': 16,
				'text-variable-anchor': ['bottom', 'top', 'left', 'right'],
				'text-radial-offset': 0.9,
				'text-allow-overlap': true,
				'text-ignore-placement': true
			},
			paint: {
				'text-color': ['match', DRAWS, 'label-quiet', leak, 'label-blind', unseen, text],
				'text-halo-color': casing,
				'text-halo-width': 2.2
			}
		},
		{
			id: 'escape-end',
			type: 'circle',
			source: 'drawn',
			filter: draws('way-end'),
			paint: {
				'circle-radius': 10,
				'circle-color': accent,
				'circle-stroke-color': casing,
				'circle-stroke-width': 2
			}
		},
		{
			id: 'escape-end-label',
			type: 'symbol',
			source: 'drawn',
			filter: draws('way-end'),
			layout: {
				'text-field': ['get', 'letter'],
				'text-font': FONT,
				'text-size': 12,
				'text-allow-overlap': true,
				'text-ignore-placement': true
			},
			paint: { 'text-color': casing }
		}
	];
}
