import type { Map as MapLibreMap } from 'maplibre-gl';
import type { ViewRequest } from '../editor/editor.svelte.ts';

/** Close enough to tell the roads of a junction apart. */
const PLACE_ZOOM = 16;
const PADDING_PX = 64;

/** Brings what is asked for on screen: at once where less motion is asked for, else in a short flight. */
export function showView(map: MapLibreMap, view: ViewRequest, isStill: boolean): void {
	const duration = isStill ? 0 : 700;
	if ('bbox' in view) {
		const [west, south, east, north] = view.bbox;
		const { clientWidth, clientHeight } = map.getContainer();
		map.fitBounds(
			[
				[west, south],
				[east, north]
			],
			{ padding: Math.min(PADDING_PX, clientWidth / 8, clientHeight / 8), maxZoom: 17, duration }
		);
		return;
	}
	const zoom = view.zoom ?? Math.max(map.getZoom(), PLACE_ZOOM);
	const center: [number, number] = [view.at[0], view.at[1]];
	if (isStill) map.jumpTo({ center, zoom });
	else map.flyTo({ center, zoom, duration });
}
