/**
 * Many rings in one pair of arrays, ready to be handed to another thread.
 *
 * Ring r is points `ringStart[r]` to `ringStart[r + 1]`, not closed, exterior counter-clockwise;
 * point i is `coords[2 i]`, `coords[2 i + 1]`: longitude and latitude in 1e-7 degrees.
 */
export interface FlatRings {
	readonly ringStart: Uint32Array;
	readonly coords: Int32Array;
}

/** Units of the integer grid per degree: 1e-7 degree, about a centimetre. */
export const GRID_PER_DEG = 1e7;
