import type { LayerSpecification } from 'maplibre-gl';
import { PLAN_COLOURS } from '../../editor/symbols.ts';
import { shownGroup } from '../style/group-opacity.ts';
import type { MapLook } from '../style/map-look.ts';

/**
 * What the rings really protect: a wash with a dotted edge, and the roads where that is not what the
 * line says: inside it and open (dashed), beyond it and protected (solid and thin).
 */
export function protectedLayers({ theme, layers }: MapLook): LayerSpecification[] {
	const { held, leak } = PLAN_COLOURS[theme];
	const { visibility, opacity } = shownGroup(layers, 'protected');
	const layout = { visibility, 'line-join': 'round' } as const;
	return [
		{
			id: 'protected-fill',
			type: 'fill',
			source: 'drawn',
			filter: ['==', ['get', 'draws'], 'protected'],
			layout: { visibility },
			paint: { 'fill-color': held, 'fill-opacity': 0.16 * opacity, 'fill-antialias': false }
		},
		{
			id: 'protected-edge',
			type: 'line',
			source: 'drawn',
			filter: ['==', ['get', 'draws'], 'protected'],
			layout,
			paint: {
				'line-color': held,
				'line-width': 1.5,
				'line-dasharray': [1, 2],
				'line-opacity': opacity
			}
		},
		{
			id: 'protected-lost',
			type: 'line',
			source: 'drawn',
			filter: ['==', ['get', 'draws'], 'protected-lost'],
			layout,
			paint: { 'line-color': leak, 'line-width': 3, 'line-dasharray': [2, 1], 'line-opacity': opacity }
		},
		{
			id: 'protected-beyond',
			type: 'line',
			source: 'drawn',
			filter: ['==', ['get', 'draws'], 'protected-beyond'],
			layout: { ...layout, 'line-cap': 'round' },
			paint: { 'line-color': held, 'line-width': 3, 'line-opacity': opacity }
		}
	];
}
