import type { Bbox } from '../../geo/coordinates.ts';

export interface LinesNearAsk {
	readonly bbox: Bbox;
}

/**
 * The streets, waters and railways of a piece of the region as they are on file, to 1e-7 degree. Line l is points
 * `start[l]` to `start[l + 1]` of `coords` (longitude and latitude by turns). A street begins and ends where it meets others.
 */
export interface RegionLines {
	readonly coords: Int32Array;
	readonly start: Uint32Array;
	/** How many of the lines are streets: they come first. */
	readonly streets: number;
	/** Whether there was more than can be handed over. */
	readonly isCut: boolean;
}
