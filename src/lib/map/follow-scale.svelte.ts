import type { Map as MapLibreMap } from 'maplibre-gl';

/** The zoom of the map on screen, for what is laid out anew when it changes; null while there is no map. */
export class FollowScale {
	zoom = $state<number | null>(null);

	/** To be made while a component is. */
	constructor(mapOf: () => MapLibreMap | null) {
		$effect(() => {
			const map = mapOf();
			if (!map) return;
			const follow = (): void => {
				this.zoom = map.getZoom();
			};
			follow();
			map.on('zoom', follow);
			map.on('resize', follow);
			return () => {
				map.off('zoom', follow);
				map.off('resize', follow);
				this.zoom = null;
			};
		});
	}
}
