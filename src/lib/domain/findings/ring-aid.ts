import type { LngLat } from '../../geo/coordinates.ts';
import type { Crossing, RingVerdict } from './sealing.ts';

/** What a stretch of a ring follows; `drawn` is the hand that drew it. */
export type Follows = 'road' | 'river' | 'railway' | 'drawn';

/** Which roads a ring may follow: streets that lead somewhere, or every street with houses too. */
export type FollowedRoads = 'main' | 'streets';

export interface FollowOptions {
	/** Null follows no road. */
	readonly roads: FollowedRoads | null;
	readonly rivers: boolean;
	readonly railways: boolean;
	/** How far the ring may stray from the loop, in metres. */
	readonly strayM: number;
	/** How far outside the centre line of a street the ring runs; 0 is on it. */
	readonly outsideM: number;
}

/** A stretch of a ring, counter-clockwise, and what it follows. */
export interface RingPart {
	readonly follows: Follows;
	/** Name of the road, river or railway; null where it has none. */
	readonly name: string | null;
	readonly lengthM: number;
	readonly line: readonly LngLat[];
}

/** What a ring is to be made from. */
export type RingAidFrom =
	/** A rough closed line. */
	| { readonly what: 'loop'; readonly outline: readonly LngLat[] }
	/** The ground reached by car within some minutes of a place. */
	| { readonly what: 'drive'; readonly at: LngLat; readonly minutes: number }
	/** The land that the water at a place cuts out of a frame; `bank` is the number of the piece, largest first. */
	| {
			readonly what: 'water';
			readonly at: LngLat;
			readonly frame: readonly LngLat[];
			readonly bank: number;
	  };

export interface RingAidAsk {
	readonly from: RingAidFrom;
	readonly follow: FollowOptions;
}

/** A checkpoint that holds what crosses water, all carriageways of one bridge at once. */
export interface BridgePost {
	readonly at: LngLat;
	readonly road: string | null;
	readonly isBridge: boolean;
	readonly controls: readonly { readonly way: number; readonly at: readonly [number, number] }[];
}

/** A ring that is offered, with the verdict it would have. */
export interface OfferedRing {
	/** Closed, counter-clockwise, simple. */
	readonly outline: readonly LngLat[];
	readonly parts: readonly RingPart[];
	/** With the checkpoints there are; null without a road graph. */
	readonly verdict: RingVerdict | null;
	readonly crossings: readonly Crossing[];
	/** One for every bridge over the water it follows, where no checkpoint holds it yet. */
	readonly posts: readonly BridgePost[];
	/** What is not as wished: `no-borders` (the pack has no rivers and railways), `edge-of-data` (more may be reached than is mapped). */
	readonly notes: readonly ('no-borders' | 'edge-of-data')[];
	/** Pieces that the water makes, and the name it has; 0 for other rings. */
	readonly banks: number;
	readonly water: string | null;
}

/** Why no ring can be offered. */
export type NoRing = 'no-ground' | 'no-roads' | 'no-road-near' | 'no-borders' | 'no-water-near';

export type RingAidAnswer =
	{ readonly ok: true; readonly ring: OfferedRing } | { readonly ok: false; readonly reason: NoRing };
