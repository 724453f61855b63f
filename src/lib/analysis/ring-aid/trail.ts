import type { Follows } from '../../domain/findings/ring-aid.ts';

/** A closed way along lines, before it becomes a ring: leg i runs from point i to the next, the last one home. */
export interface Trail {
	/** Metres on the plane of the loop, x and y by turns. */
	readonly xy: Float64Array;
	readonly follows: readonly Follows[];
	readonly names: readonly (string | null)[];
	/** Edge of the road graph that each leg is of, or -1. */
	readonly edges: Int32Array;
}
