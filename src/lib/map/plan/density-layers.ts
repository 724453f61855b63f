import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { COUNT_RADII, PLAN_COLOURS } from '../../editor/symbols.ts';
import { FONT } from '../style/font.ts';
import { shownGroup } from '../style/group-opacity.ts';
import type { MapLocale, MapLook } from '../style/map-look.ts';

/** Where single cameras take over. */
const DENSITY_END_ZOOM = 14;
/** Smaller dots have no room for their number. */
const LEAST_NUMBER = 10;

const N: ExpressionSpecification = ['to-number', ['get', 'n'], 1];
const OFF: ExpressionSpecification = ['to-number', ['get', 'off'], 0];

/**
 * Cameras far out: a dot for each cell of the map, by size and number how many stand there, with a
 * rim that takes, by area, the share of those that do not count.
 */
export function densityLayers({ theme, locale, layers }: MapLook): LayerSpecification[] {
	const c = PLAN_COLOURS[theme];
	const { visibility, opacity } = shownGroup(layers, 'cameras');
	const source = { source: 'cameras', 'source-layer': 'cameras', maxzoom: DENSITY_END_ZOOM } as const;

	return [
		{
			id: 'camera-density-off',
			type: 'circle',
			...source,
			filter: ['>', OFF, 0],
			layout: { visibility, 'circle-sort-key': N },
			paint: {
				'circle-color': c.camera.broken,
				'circle-opacity': opacity,
				'circle-radius': radius(),
				'circle-stroke-color': c.casing,
				'circle-stroke-width': 1,
				'circle-stroke-opacity': 0.8 * opacity
			}
		},
		{
			id: 'camera-density',
			type: 'circle',
			...source,
			layout: { visibility, 'circle-sort-key': N },
			paint: {
				'circle-color': c.camera.working,
				'circle-opacity': opacity,
				// by area, what is left of the dot is the share that counts
				'circle-radius': ['*', ['sqrt', ['-', 1, ['/', OFF, N]]], radius()],
				'circle-stroke-color': c.casing,
				'circle-stroke-width': ['case', ['>', OFF, 0], 0, 1],
				'circle-stroke-opacity': 0.8 * opacity
			}
		},
		{
			id: 'camera-density-count',
			type: 'symbol',
			...source,
			filter: ['>=', N, LEAST_NUMBER],
			layout: {
				visibility,
				'text-field': numberText(locale),
				'text-font': FONT,
				'text-size': ['step', N, 9, 100, 11, 1000, 13],
				'text-allow-overlap': true,
				'text-ignore-placement': true,
				'symbol-sort-key': N
			},
			paint: {
				'text-color': c.casing,
				'text-halo-color': c.camera.working,
				'text-halo-width': 1,
				'text-opacity': opacity
			}
		}
	];
}

function radius(): ExpressionSpecification {
	const stops = COUNT_RADII.flatMap(([count, radiusPx]) => [Math.log10(count), radiusPx]);
	return ['interpolate', ['linear'], ['log10', N], ...stops] as ExpressionSpecification;
}

/** A number in the room of a dot: 950, 1.2k, 12k; in Chinese 1.2万 from ten thousand on. */
function numberText(locale: MapLocale): ExpressionSpecification {
	const tenth = (by: number): ExpressionSpecification => ['/', ['round', ['/', N, by / 10]], 10];
	if (locale === 'zh') {
		return ['case', ['>=', N, 10_000], ['concat', ['to-string', tenth(10_000)], '万'], ['to-string', N]];
	}
	return [
		'case',
		['>=', N, 10_000],
		['concat', ['to-string', ['round', ['/', N, 1000]]], 'k'],
		['>=', N, 1000],
		['concat', ['to-string', tenth(1000)], 'k'],
		['to-string', N]
	];
}
