import type { LayerSpecification } from 'maplibre-gl';
import { PLAN_COLOURS, ZONE_DASHES } from '../../editor/symbols.ts';
import { FONT } from '../style/font.ts';
import { shownGroup } from '../style/group-opacity.ts';
import type { MapLook } from '../style/map-look.ts';

/** Patrol zones outlined by level with the team at the centre, patrol routes, stations. */
export function patrolLayers({ theme, layers }: MapLook): LayerSpecification[] {
	const c = PLAN_COLOURS[theme];
	const patrols = shownGroup(layers, 'patrols');
	const stations = shownGroup(layers, 'stations');
	const isOutline = ['==', ['get', 'part'], 'shape'] as ['==', ['get', string], string];

	return [
		{
			id: 'zone-fill',
			type: 'fill',
			source: 'zones',
			filter: isOutline,
			layout: { visibility: patrols.visibility },
			paint: { 'fill-color': c.zone, 'fill-opacity': 0.06 * patrols.opacity, 'fill-antialias': false }
		},
		{
			id: 'zone-casing',
			type: 'line',
			source: 'zones',
			filter: isOutline,
			layout: { visibility: patrols.visibility, 'line-join': 'round' },
			paint: { 'line-color': c.casing, 'line-width': 3.5, 'line-opacity': 0.6 * patrols.opacity }
		},
		{
			id: 'zone-line',
			type: 'line',
			source: 'zones',
			filter: isOutline,
			layout: { visibility: patrols.visibility, 'line-join': 'round' },
			paint: {
				'line-color': c.zone,
				'line-width': 1.8,
				'line-opacity': 0.95 * patrols.opacity,
				'line-dasharray': [
					'match',
					['get', 'level'],
					'county',
					['literal', [...ZONE_DASHES.county]],
					'township',
					['literal', [...ZONE_DASHES.township]],
					['literal', [1, 0]]
				]
			}
		},
		{
			id: 'zone-label',
			type: 'symbol',
			source: 'zones',
			minzoom: 11,
			filter: ['==', ['get', 'part'], 'centre'],
			layout: {
				visibility: patrols.visibility,
				'text-field': ['get', 'label'],
				'text-font': FONT,
				'text-size': 12,
				'text-max-width': 9
			},
			paint: {
				'text-color': c.zone,
				'text-halo-color': c.casing,
				'text-halo-width': 1.8,
				'text-opacity': patrols.opacity
			}
		},
		{
			id: 'patrol-route',
			type: 'line',
			source: 'patrol-routes',
			layout: { visibility: patrols.visibility, 'line-cap': 'round', 'line-join': 'round' },
			paint: {
				'line-color': c.patrolRoute,
				'line-width': 2.5,
				'line-dasharray': [0.1, 2],
				'line-opacity': patrols.opacity
			}
		},
		{
			id: 'station',
			type: 'symbol',
			source: 'stations',
			layout: {
				visibility: stations.visibility,
				'icon-image': 'station',
				'icon-size': ['interpolate', ['linear'], ['zoom'], 10, 0.65, 14, 1],
				'icon-allow-overlap': true,
				'icon-ignore-placement': true,
				'text-field': ['step', ['zoom'], '', 13, ['get', 'label']],
				'text-font': FONT,
				'text-size': 11.5,
				'text-offset': [0, 1.2],
				'text-anchor': 'top',
				'text-optional': true
			},
			paint: {
				'icon-opacity': stations.opacity,
				'text-color': c.station,
				'text-halo-color': c.casing,
				'text-halo-width': 1.8,
				'text-opacity': stations.opacity
			}
		}
	];
}
