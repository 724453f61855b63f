import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { PLAN_COLOURS } from '../../editor/symbols.ts';
import { FONT } from '../style/font.ts';
import { shownGroup } from '../style/group-opacity.ts';
import type { MapLook } from '../style/map-look.ts';

const IS_SHAPE: ExpressionSpecification = ['==', ['get', 'part'], 'shape'];
const IS_PLACE: ExpressionSpecification = ['==', ['get', 'part'], 'place'];

/** Class of an area by the figure that is looked at; below 0 where it has none. */
const CLASS: ExpressionSpecification = ['number', ['feature-state', 'class'], -1];

/** Checkpoints by status, key sites by category, and areas, coloured by a figure too. */
export function siteLayers({ theme, layers }: MapLook): LayerSpecification[] {
	const c = PLAN_COLOURS[theme];
	const checkpoints = shownGroup(layers, 'checkpoints');
	const sites = shownGroup(layers, 'key-sites');
	const areas = shownGroup(layers, 'areas');
	const figures = shownGroup(layers, 'area-figures');
	const filled = (strength: number): ExpressionSpecification => [
		'case',
		['<', CLASS, 0],
		0,
		strength * figures.opacity
	];
	const [low, lower, middle, higher, high] = c.areaFigures;
	const text = (colour: string, opacity: number) => ({
		'text-color': colour,
		'text-halo-color': c.casing,
		'text-halo-width': 1.8,
		'text-opacity': opacity
	});

	return [
		{
			id: 'checkpoint',
			type: 'symbol',
			source: 'checkpoints',
			layout: {
				visibility: checkpoints.visibility,
				'icon-image': ['concat', 'checkpoint-', ['get', 'status']],
				'icon-size': ['interpolate', ['linear'], ['zoom'], 9, 0.4, 12, 0.7, 14, 1],
				'icon-allow-overlap': true,
				'icon-ignore-placement': true,
				'text-field': ['step', ['zoom'], '', 13, ['get', 'label']],
				'text-font': FONT,
				'text-size': 11.5,
				'text-offset': [0, 1.1],
				'text-anchor': 'top',
				'text-optional': true
			},
			paint: { 'icon-opacity': checkpoints.opacity, ...text(c.text, checkpoints.opacity) }
		},
		{
			id: 'key-site-area',
			type: 'fill',
			source: 'key-sites',
			minzoom: 12,
			filter: IS_SHAPE as FilterSpecification,
			layout: { visibility: sites.visibility },
			paint: {
				'fill-color': c.keySite,
				'fill-opacity': 0.1 * sites.opacity,
				'fill-outline-color': c.keySite
			}
		},
		{
			id: 'key-site',
			type: 'symbol',
			source: 'key-sites',
			minzoom: 11,
			filter: IS_PLACE as FilterSpecification,
			layout: {
				visibility: sites.visibility,
				'icon-image': ['concat', 'key-site-', ['get', 'category']],
				'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.6, 15, 0.95],
				'icon-allow-overlap': ['step', ['zoom'], false, 14, true],
				'text-field': ['step', ['zoom'], '', 15, ['get', 'label']],
				'text-font': FONT,
				'text-size': 11,
				'text-offset': [0, 1.1],
				'text-anchor': 'top',
				'text-max-width': 8,
				'text-optional': true
			},
			paint: { 'icon-opacity': sites.opacity, ...text(c.keySite, sites.opacity) }
		},
		{
			id: 'area-fill',
			type: 'fill',
			source: 'areas',
			filter: IS_SHAPE as FilterSpecification,
			layout: { visibility: figures.visibility },
			paint: {
				'fill-color': ['match', CLASS, 0, low, 1, lower, 2, middle, 3, higher, high],
				// close in the ground is looked at again
				'fill-opacity': ['interpolate', ['linear'], ['zoom'], 11, filled(0.72), 15, filled(0.2)],
				'fill-antialias': false
			}
		},
		{
			id: 'area-line',
			type: 'line',
			source: 'areas',
			filter: IS_SHAPE as FilterSpecification,
			layout: { visibility: areas.visibility, 'line-join': 'round' },
			paint: {
				'line-color': c.area,
				'line-width': 1.6,
				'line-dasharray': [5, 2, 1, 2],
				'line-opacity': areas.opacity
			}
		},
		{
			id: 'area-label',
			type: 'symbol',
			source: 'areas',
			filter: ['==', ['get', 'part'], 'centre'],
			layout: {
				visibility: areas.visibility,
				'text-field': ['get', 'label'],
				'text-font': FONT,
				'text-size': 13,
				'text-letter-spacing': 0.08,
				'text-max-width': 9
			},
			paint: text(c.area, areas.opacity)
		}
	];
}
