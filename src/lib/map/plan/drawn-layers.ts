import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { PATROL_COLOURS, PLAN_COLOURS, type Theme } from '../../editor/symbols.ts';
import { FONT } from '../style/font.ts';

/** Colours, widths and the like by what a feature `draws`; whoever draws something new adds it here. */
interface DrawnLook {
	/** Kinds of picture that are filled, with their colour and strength. */
	readonly fills: Readonly<Record<string, readonly [colour: string, opacity: number]>>;
	readonly lines: Readonly<Record<string, readonly [colour: string, widthPx: number]>>;
	readonly symbols: Readonly<Record<string, string>>;
}

function lookOf(theme: Theme): DrawnLook {
	const { accent, ring, suggestion, leak } = PLAN_COLOURS[theme];
	const patrol = PATROL_COLOURS[theme].map((colour, i) => [i + 1, colour] as const);
	const patrolLook = <L>(name: string, look: (colour: string) => L): Record<string, L> =>
		Object.fromEntries(patrol.map(([number, colour]) => [`${name}-${number}`, look(colour)]));
	return {
		fills: { ground: [accent, 0.12], ...patrolLook('balanced', (colour) => [colour, 0.3] as const) },
		lines: {
			ground: [accent, 1.5],
			line: [accent, 4],
			'way-out': [leak, 4],
			'moved-ring': [ring[3], 3],
			...patrolLook('round', (colour) => [colour, 3.5] as const),
			...patrolLook('balanced', (colour) => [colour, 2] as const)
		},
		symbols: {
			place: accent,
			found: accent,
			'met-post': leak,
			'plan-post': suggestion,
			...patrolLook('round-start', (colour) => colour)
		}
	};
}

const DRAWS: ExpressionSpecification = ['get', 'draws'];

/** What panels draw beside the plan: ground, lines and places, each in the look of what it `draws`. */
export function drawnLayers(theme: Theme): LayerSpecification[] {
	const { casing } = PLAN_COLOURS[theme];
	const { fills, lines, symbols } = lookOf(theme);
	return [
		{
			id: 'drawn-fill',
			type: 'fill',
			source: 'drawn',
			filter: ['in', DRAWS, ['literal', Object.keys(fills)]],
			paint: {
				'fill-color': byDraws(fills, ([colour]) => colour, casing),
				'fill-opacity': byDraws(fills, ([, opacity]) => opacity, 0),
				'fill-antialias': false
			}
		},
		{
			id: 'drawn-casing',
			type: 'line',
			source: 'drawn',
			filter: ['in', DRAWS, ['literal', Object.keys(lines)]],
			layout: { 'line-join': 'round', 'line-cap': 'round' },
			paint: { 'line-color': casing, 'line-width': byDraws(lines, ([, widthPx]) => widthPx + 3, 0) }
		},
		{
			id: 'drawn-line',
			type: 'line',
			source: 'drawn',
			filter: ['in', DRAWS, ['literal', Object.keys(lines)]],
			layout: { 'line-join': 'round', 'line-cap': 'round' },
			paint: {
				'line-color': byDraws(lines, ([colour]) => colour, casing),
				'line-width': byDraws(lines, ([, widthPx]) => widthPx, 0)
			}
		},
		{
			id: 'drawn-symbol',
			type: 'circle',
			source: 'drawn',
			filter: ['in', DRAWS, ['literal', Object.keys(symbols)]],
			paint: {
				'circle-radius': ['match', DRAWS, 'found', 12, 9],
				'circle-color': byDraws(symbols, (colour) => colour, casing),
				'circle-stroke-color': casing,
				'circle-stroke-width': 2
			}
		},
		{
			id: 'drawn-label',
			type: 'symbol',
			source: 'drawn',
			filter: ['has', 'label'],
			layout: {
				'text-field': ['get', 'label'],
				'text-font': FONT,
				'text-size': 12,
				// beside the pin of what was found, not over it
				'text-anchor': ['match', DRAWS, 'found', 'bottom', 'center'],
				'text-offset': ['match', DRAWS, 'found', ['literal', [0, -1.2]], ['literal', [0, 0]]],
				'text-allow-overlap': false,
				'symbol-placement': 'point'
			},
			paint: { 'text-color': PLAN_COLOURS[theme].text, 'text-halo-color': casing, 'text-halo-width': 1.5 }
		}
	];
}

/** A value for each kind of picture, `otherwise` for those that are not listed. */
function byDraws<L, V extends string | number>(
	looks: Readonly<Record<string, L>>,
	value: (look: L) => V,
	otherwise: V
): ExpressionSpecification {
	const pairs = Object.entries(looks).flatMap(([draws, look]) => [draws, value(look)]);
	return ['match', DRAWS, ...pairs, otherwise] as unknown as ExpressionSpecification;
}
