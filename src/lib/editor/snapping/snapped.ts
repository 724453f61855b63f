import type { ItemId } from '../../domain/items.ts';
import type { LngLat } from '../../geo/coordinates.ts';

/** What draws a point to itself, the strongest first. */
export const SNAP_TO = [
	'corner',
	'crossing',
	'intersection',
	'middle',
	'edge',
	'road',
	'right-angle',
	'parallel',
	'straight-on'
] as const;
export type SnapTo = (typeof SNAP_TO)[number];

/** A place that is meant: exactly that of what drew it to itself, where something did. */
export interface Snapped {
	/** To 1e-7 degree; equal to the last digit to the corner it is drawn to. */
	readonly at: LngLat;
	readonly to: SnapTo | null;
	/** The thing of the plan that drew it, if it was one. */
	readonly item?: ItemId | undefined;
	/** Lines that say why: the edge run along, the side it is parallel to. */
	readonly guides: readonly (readonly LngLat[])[];
}

/** What is known of the point that looks for its place. */
export interface SnapContext {
	/** Points of the line so far: right angles and parallels are to its last sides. */
	readonly line?: readonly LngLat[] | undefined;
	/** The point that follows, where one in the middle of a line moves. */
	readonly next?: LngLat | undefined;
	/** Things that draw nothing: what is itself being moved. */
	readonly without?: ReadonlySet<ItemId> | undefined;
	/** Alt is held: nothing draws. */
	readonly isFree?: boolean | undefined;
}
