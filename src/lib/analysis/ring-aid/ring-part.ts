import type { LngLat } from '../../geo/coordinates.ts';
import type { Follows } from './border-line.ts';

/** A stretch of a ring, counter-clockwise, and what it follows. */
export interface RingPart {
	readonly follows: Follows;
	/** Name of the road, river or railway; null where it has none. */
	readonly name: string | null;
	readonly lengthM: number;
	readonly line: readonly LngLat[];
}

/** A closed way along lines, before it becomes a ring: leg i runs from point i to the next, the last one home. */
export interface Trail {
	/** Metres on the plane of the loop, x and y by turns. */
	readonly xy: Float64Array;
	readonly follows: readonly Follows[];
	readonly names: readonly (string | null)[];
	/** Edge of the road graph that each leg is of, or -1. */
	readonly edges: Int32Array;
}
