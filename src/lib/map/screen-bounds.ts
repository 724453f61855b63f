import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Bbox } from '../geo/coordinates.ts';

/** The box about the ground on screen, with a rim of `more` times its width and height on every side. */
export function screenBounds(map: Pick<MapLibreMap, 'getBounds'>, more = 0): Bbox {
	const bounds = map.getBounds();
	const [west, south, east, north] = [
		bounds.getWest(),
		bounds.getSouth(),
		bounds.getEast(),
		bounds.getNorth()
	];
	const [across, up] = [more * (east - west), more * (north - south)];
	return [west - across, south - up, east + across, north + up];
}
