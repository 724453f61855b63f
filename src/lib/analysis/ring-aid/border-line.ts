import type { Follows } from '../../domain/findings/ring-aid.ts';

/** A line that a ring may follow, on the plane of the loop. */
export interface BorderLine {
	/** Metres, x and y by turns. */
	readonly xy: Float64Array;
	/** For each point: lines that share a number there meet there; -1 where nothing can meet. */
	readonly joints: Float64Array;
	readonly follows: Follows;
	readonly name: string | null;
	/** What a metre of it costs against a metre of the best line; above 0. */
	readonly weight: number;
	/** Edge of the road graph; -1 where it is no road. */
	readonly edge: number;
}
