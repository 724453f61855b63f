import type { ItemId } from '../domain/items.ts';
import type { LngLat } from '../geo/coordinates.ts';

/** What was aimed at a place: each camera, and which heads of it (0 of a single camera). */
export interface Aimed {
	readonly at: LngLat;
	readonly cameras: readonly { readonly id: ItemId; readonly heads: readonly number[] }[];
}
