import type { FlatRings } from './flat-rings.ts';

/**
 * Footprints of buildings: rings in 1e-7 degrees, not closed. Exteriors run counter-clockwise, the holes of
 * courtyards clockwise, each after the exterior it lies in.
 */
export interface Buildings extends FlatRings {
	/** Height of each ring's building in decimetres; 0 where the map does not say. */
	readonly ringHeightDm: Uint16Array;
}
