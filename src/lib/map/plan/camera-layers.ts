import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { PLAN_COLOURS } from '../../editor/symbols.ts';
import { shownGroup } from '../style/group-opacity.ts';
import type { MapLook } from '../style/map-look.ts';
import { densityLayers } from './density-layers.ts';

const IS_POINT: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];
const IS_SECTOR: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];
const IS_APART: ExpressionSpecification = ['==', ['get', 'integrated'], false];
/** What the answer leaves out under the present assumptions is drawn faintly. */
const COUNTED: ExpressionSpecification = ['case', ['==', ['get', 'counted'], false], 0.45, 1];
/** What it may see if luck has it, drawn as an outline alone. */
const IS_HOPED: ExpressionSpecification = ['==', ['get', 'hoped'], true];
/** Picked out together with others; what is picked out alone has its own highlight. */
const IS_LIT: ExpressionSpecification = ['case', ['boolean', ['feature-state', 'lit'], false], 1, 0];
/** Cameras are numbers far out, wedges close in, and symbols from here on. */
export const CAMERA_SYMBOL_ZOOM = 16;
export const CAMERA_SECTOR_ZOOM = 14;
const CAMERA_HOPED_ZOOM = 15;

/** Cameras: density far out, sectors close in, symbols by health closest. */
export function cameraLayers(look: MapLook): LayerSpecification[] {
	const { theme, layers } = look;
	const c = PLAN_COLOURS[theme];
	const { visibility, opacity } = shownGroup(layers, 'cameras');
	const source = { source: 'cameras', 'source-layer': 'cameras' } as const;
	const colour: ExpressionSpecification = [
		'match',
		['get', 'state'],
		'impaired',
		c.camera.impaired,
		'broken',
		c.camera.broken,
		c.camera.working
	];

	return [
		...densityLayers(look),
		{
			id: 'camera-sector',
			type: 'fill',
			...source,
			minzoom: CAMERA_SECTOR_ZOOM,
			filter: ['all', IS_SECTOR, ['!', IS_HOPED]] as FilterSpecification,
			layout: { visibility },
			paint: {
				'fill-color': colour,
				'fill-opacity': ['*', 0.1 * opacity, COUNTED],
				'fill-antialias': false
			}
		},
		{
			id: 'camera-sector-outline',
			type: 'line',
			...source,
			minzoom: CAMERA_SYMBOL_ZOOM,
			filter: ['all', IS_SECTOR, ['!', IS_APART], ['!', IS_HOPED]] as FilterSpecification,
			layout: { visibility },
			paint: { 'line-color': colour, 'line-width': 1, 'line-opacity': ['*', 0.6 * opacity, COUNTED] }
		},
		{
			id: 'camera-sector-apart',
			type: 'line',
			...source,
			minzoom: CAMERA_SYMBOL_ZOOM,
			filter: ['all', IS_SECTOR, IS_APART, ['!', IS_HOPED]] as FilterSpecification,
			layout: { visibility },
			paint: {
				'line-color': colour,
				'line-width': 1,
				'line-dasharray': [4, 3],
				'line-opacity': ['*', 0.7 * opacity, COUNTED]
			}
		},
		{
			id: 'camera-sector-hoped',
			type: 'line',
			...source,
			minzoom: CAMERA_HOPED_ZOOM,
			filter: ['all', IS_SECTOR, IS_HOPED] as FilterSpecification,
			layout: { visibility },
			paint: {
				'line-color': colour,
				'line-width': 1,
				'line-dasharray': [1, 3],
				'line-opacity': ['*', 0.75 * opacity, COUNTED]
			}
		},
		{
			id: 'camera-lit',
			type: 'circle',
			...source,
			minzoom: CAMERA_SECTOR_ZOOM,
			filter: IS_POINT as FilterSpecification,
			layout: { visibility },
			paint: {
				'circle-color': c.accent,
				'circle-radius': ['interpolate', ['linear'], ['zoom'], 14, 2.6, 16, 11],
				'circle-opacity': ['*', 0.35, IS_LIT],
				'circle-stroke-color': c.accent,
				'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 14, 1, 16, 2],
				'circle-stroke-opacity': IS_LIT
			}
		},
		{
			id: 'camera-dot',
			type: 'circle',
			...source,
			minzoom: CAMERA_SECTOR_ZOOM,
			maxzoom: CAMERA_SYMBOL_ZOOM,
			filter: IS_POINT as FilterSpecification,
			layout: { visibility },
			paint: {
				'circle-color': colour,
				'circle-radius': ['interpolate', ['linear'], ['zoom'], 14, 1.8, 16, 4],
				'circle-stroke-color': c.casing,
				'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 14, 0.4, 16, 1.2],
				'circle-opacity': ['*', opacity, COUNTED],
				'circle-stroke-opacity': opacity
			}
		},
		{
			id: 'camera-glyph',
			type: 'symbol',
			...source,
			minzoom: CAMERA_SYMBOL_ZOOM,
			filter: IS_POINT as FilterSpecification,
			layout: {
				visibility,
				'icon-image': [
					'concat',
					'camera-',
					['coalesce', ['get', 'state'], 'working'],
					['case', IS_APART, '-apart', '']
				],
				'icon-size': ['interpolate', ['linear'], ['zoom'], 16, 0.75, 18, 1],
				'icon-allow-overlap': true,
				'icon-ignore-placement': true
			},
			paint: { 'icon-opacity': ['*', opacity, COUNTED] }
		}
	];
}
