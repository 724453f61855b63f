import type { ItemId } from '../items.ts';
import type { NameKind } from '../place-names.ts';
import type { Bbox, LngLat } from '../../geo/coordinates.ts';

/** What is looked for: words as they are typed, what the map shows the middle of, and how many of each sort are wanted. */
export interface FindAsk {
	readonly text: string;
	readonly near: LngLat | null;
	readonly most: number;
}

/** A place or road of the map. `other` is the name that was met where it is none of those in a language. */
export interface FoundName {
	readonly kind: NameKind;
	readonly local: string;
	readonly en: string;
	readonly zh: string;
	readonly ref: string;
	readonly other: string;
	readonly at: LngLat;
	readonly bbox: Bbox;
}

/** Where two roads meet, by the names of both. */
export interface FoundCrossing {
	readonly roads: readonly [string, string];
	readonly at: LngLat;
}

export interface FindAnswer {
	readonly text: string;
	readonly places: readonly FoundName[];
	readonly roads: readonly FoundName[];
	readonly crossings: readonly FoundCrossing[];
	readonly things: readonly ItemId[];
	/** How many things there are to find in all. */
	readonly thingCount: number;
	/** Whether the region has its names on file: older packs have none. */
	readonly hasNames: boolean;
}
