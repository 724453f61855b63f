import type { LayerSpecification } from 'maplibre-gl';
import { PLAN_COLOURS } from '../../editor/symbols.ts';
import { FONT } from '../style/font.ts';
import { shownGroup } from '../style/group-opacity.ts';
import type { MapLook } from '../style/map-look.ts';

const LEAK_PX = 4;
/** Crossings are many: from here on there is room for them. */
export const CROSSING_ZOOM = 13;
/** Phases of the dashes that move along a leak; one layer each, one of them shown at a time. */
export const FLOW_PHASES = [0, 1, 2, 3] as const;
const DASH = 2;
const PERIOD = DASH * FLOW_PHASES.length;

/** Crossings by state, ways out of a ring with arrows outwards, and where checkpoints would close it. */
export function sealingLayers({ theme, layers }: MapLook): LayerSpecification[] {
	const c = PLAN_COLOURS[theme];
	const leaks = shownGroup(layers, 'leaks');
	const crossings = shownGroup(layers, 'crossings');
	const line = { visibility: leaks.visibility, 'line-join': 'round' } as const;

	return [
		{
			id: 'leak-casing',
			type: 'line',
			source: 'leaks',
			filter: ['==', ['get', 'part'], 'route'],
			layout: { ...line, 'line-cap': 'round' },
			paint: { 'line-color': c.casing, 'line-width': LEAK_PX + 3, 'line-opacity': 0.85 * leaks.opacity }
		},
		{
			id: 'leak-line',
			type: 'line',
			source: 'leaks',
			filter: ['==', ['get', 'part'], 'route'],
			layout: { ...line, 'line-cap': 'round' },
			paint: { 'line-color': c.leak, 'line-width': LEAK_PX, 'line-opacity': leaks.opacity }
		},
		...FLOW_PHASES.map((phase): LayerSpecification => ({
			id: `leak-flow-${phase}`,
			type: 'line',
			source: 'leaks',
			minzoom: 11,
			filter: ['==', ['get', 'part'], 'route'],
			layout: line,
			paint: {
				'line-color': c.casing,
				'line-width': LEAK_PX - 2,
				'line-dasharray': dashes(phase),
				'line-opacity': 0,
				'line-opacity-transition': { duration: 0 }
			}
		})),
		{
			id: 'leak-arrow',
			type: 'symbol',
			source: 'leaks',
			minzoom: 11,
			filter: ['==', ['get', 'part'], 'route'],
			layout: {
				visibility: leaks.visibility,
				'symbol-placement': 'line',
				'symbol-spacing': 70,
				'icon-image': 'leak-arrow',
				'icon-allow-overlap': true,
				'icon-ignore-placement': true
			},
			paint: { 'icon-opacity': leaks.opacity }
		},
		{
			id: 'leak-number',
			type: 'symbol',
			source: 'leaks',
			filter: ['==', ['get', 'part'], 'place'],
			layout: {
				visibility: leaks.visibility,
				'icon-image': 'leak',
				'icon-size': ['interpolate', ['linear'], ['zoom'], 10, 0.7, 13, 1],
				'icon-allow-overlap': true,
				'icon-ignore-placement': true,
				'text-field': ['step', ['zoom'], '', 12, ['to-string', ['get', 'number']]],
				'text-font': FONT,
				'text-size': 12,
				'text-offset': [1.1, 0],
				'text-anchor': 'left',
				'text-optional': true
			},
			paint: {
				'icon-opacity': leaks.opacity,
				'text-color': c.leak,
				'text-halo-color': c.casing,
				'text-halo-width': 2,
				'text-opacity': leaks.opacity
			}
		},
		{
			id: 'crossing',
			type: 'symbol',
			source: 'crossings',
			minzoom: CROSSING_ZOOM,
			layout: {
				visibility: crossings.visibility,
				'icon-image': ['concat', 'crossing-', ['get', 'state']],
				'icon-size': ['interpolate', ['linear'], ['zoom'], 13, 0.7, 15, 1],
				'icon-allow-overlap': true,
				'icon-ignore-placement': true
			},
			paint: { 'icon-opacity': crossings.opacity }
		},
		{
			id: 'suggestion',
			type: 'symbol',
			source: 'suggestions',
			minzoom: 11,
			layout: {
				visibility: leaks.visibility,
				'icon-image': 'suggestion',
				'icon-allow-overlap': true,
				'icon-ignore-placement': true
			},
			paint: { 'icon-opacity': 0.9 * leaks.opacity }
		}
	];
}

/** Dash and space of one phase, so that the phases in turn move the dashes on along the line. */
function dashes(phase: number): number[] {
	const before = phase * DASH;
	return before === 0 ? [DASH, PERIOD - DASH] : [0, before, DASH, PERIOD - DASH - before];
}
