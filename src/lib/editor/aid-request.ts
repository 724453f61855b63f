import type { ItemId } from '../domain/items.ts';
import type { LngLat } from '../geo/coordinates.ts';

/** What the ring aid was opened on: a ring of the plan, a place to drive from, or water within what was on screen. */
export type AidRequest =
	| { readonly what: 'loop'; readonly ring: ItemId }
	| { readonly what: 'drive'; readonly at: LngLat }
	| { readonly what: 'water'; readonly at: LngLat; readonly frame: readonly LngLat[] };
