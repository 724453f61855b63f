import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Bbox } from '../geo/coordinates.ts';
import { groundAbout } from './plan/in-view.ts';
import { screenBounds } from './screen-bounds.ts';

/** The ground about what the map shows, that its sources are to hold; null while there is no map. */
export class FollowGround {
	about = $state.raw<Bbox | null>(null);

	/** To be made while a component is. */
	constructor(mapOf: () => MapLibreMap | null) {
		$effect(() => {
			const map = mapOf();
			if (!map) return;
			let about: Bbox | null = null;
			const follow = (): void => {
				this.about = about = groundAbout(screenBounds(map), about);
			};
			follow();
			map.on('move', follow);
			map.on('resize', follow);
			return () => {
				map.off('move', follow);
				map.off('resize', follow);
				this.about = null;
			};
		});
	}
}
