import type { Geometry } from 'geojson';

/** Who draws on the map: the board or the tool whose answer it is. */
export const DRAWN_BY = [
	'system',
	'response',
	'placement',
	'patrol',
	'escape',
	'blind',
	'aid',
	'hours',
	'protected',
	'controls',
	'checks',
	'find'
] as const;
export type DrawnBy = (typeof DRAWN_BY)[number];

/**
 * Something that a panel draws on the map beside the plan. It is drawn anew only as another object, so
 * one that did not change is to be handed over as it was.
 */
export interface DrawnFeature {
	/** Unlike every other of its drawer. */
	readonly key: string;
	readonly geometry: Geometry;
	/** Which picture it gets: the layers of `map/plan/drawn-layers.ts` go by it. */
	readonly draws: string;
	/** What it is in one line, when the pointer is over it; nothing to be picked out where absent. */
	readonly title?: string;
	/** What else its picture follows from. */
	readonly properties?: Readonly<Record<string, string | number | boolean>>;
}

export type Drawings = Readonly<Partial<Record<DrawnBy, readonly DrawnFeature[]>>>;

/** What `by` drew as `key`; undefined where it is there no more. */
export function drawnFeature(drawn: Drawings, by: DrawnBy, key: string): DrawnFeature | undefined {
	return drawn[by]?.find((feature) => feature.key === key);
}
