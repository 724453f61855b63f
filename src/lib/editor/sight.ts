import type { LngLat } from '../geo/coordinates.ts';

/** Where on the globe the pointer and the screen are. */
export interface Sight {
	/** The place under the pointer; null while it is not over the map. */
	pointer(): LngLat | null;
	/** The middle of the map on screen. */
	middle(): LngLat;
	/** So many pixels to the right and down at the middle, in degrees of longitude and latitude. */
	shift(px: number, py: number): readonly [dLng: number, dLat: number];
}
