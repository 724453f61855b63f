import type { LngLat } from '../geo/coordinates.ts';

/** How a line of a sketch is drawn: what is being made, what moves along with it, what guides it, what is refused. */
export type SketchLineLook = 'line' | 'along' | 'guide' | 'wrong';
/**
 * How a point of a sketch is drawn: a corner, one that several shapes share, the middle of a side, the first point
 * (a click on it closes), the one held or picked, and what a point is drawn to.
 */
export type SketchPointLook = 'corner' | 'shared' | 'middle' | 'first' | 'held' | 'snap';

type Place = readonly number[];

/** What a tool shows while it is at work, in place of nothing that the plan holds. */
export interface Sketch {
	/** Polygons: rings of places, the outer one first. */
	readonly fills?: readonly (readonly (readonly Place[])[])[];
	readonly lines?: readonly { readonly at: readonly Place[]; readonly look: SketchLineLook }[];
	readonly points?: readonly { readonly at: Place; readonly look: SketchPointLook }[];
	/** Lengths, areas and angles, beside the place they speak of. */
	readonly labels?: readonly { readonly at: LngLat; readonly text: string }[];
}
