import type { LngLat } from '../../geo/coordinates.ts';

/** From where to where sight is asked for; the height of the camera where it is known. */
export interface SightAsk {
	readonly from: LngLat;
	readonly to: LngLat;
	readonly heightM: number | null;
}

/** Whether a place on the ground can be seen, as far as buildings go. */
export interface SightLine {
	readonly isFree: boolean;
	/** How far from the camera sight first ends; null where it is free. */
	readonly blockedAtM: number | null;
}
