import type { MultiPolygon } from 'geojson';
import type { Bbox, LngLat } from '../../geo/coordinates.ts';
import type { CornerAt } from '../fabric/corners.ts';
import type { Item, ItemId, RingLevel } from '../items.ts';

/** What is looked for, in the order in which it is listed and put right. */
export const CHECK_CODES = [
	'unread-shape',
	'broken-shape',
	'zones-overlap',
	'areas-overlap',
	'zones-gap',
	'areas-gap',
	'zone-outside-area',
	'zone-without-team',
	'route-no-length',
	'ring-level-twice',
	'ring-not-nested',
	'checkpoint-ring-gone',
	'checkpoint-idle',
	'camera-double',
	'camera-outside-region',
	'camera-outside-area',
	'site-outside-area'
] as const;
export type CheckCode = (typeof CHECK_CODES)[number];

/** What is wrong with a shape; of several the first. */
export type ShapeFault =
	| 'crosses-itself'
	| 'touches-itself'
	| 'parts-overlap'
	| 'hole-astray'
	| 'repeated-corner'
	| 'spike'
	| 'tiny-part'
	| 'tiny-hole';

/**
 * Why a checkpoint controls nothing. `no-road`: no road passes within 30 m. `stale`: it states roads,
 * and none of them is there any more. `far`: it closes roads, but more than 1 km from every ring.
 */
export type IdleWhy = 'no-road' | 'stale' | 'far';

/** One way to put a finding right. */
export type CheckFix =
	/** Takes things out of the plan. */
	| { readonly how: 'remove'; readonly ids: readonly ItemId[] }
	/** Takes the ground of the finding off one of the two that hold it. */
	| { readonly how: 'cut'; readonly from: ItemId }
	/** Gives the ground of the finding to one of those beside it. */
	| { readonly how: 'fill'; readonly into: ItemId }
	/** Takes what lies outside the area off. */
	| { readonly how: 'clip'; readonly id: ItemId }
	/** Gives a shape that is sound and holds the same ground. */
	| { readonly how: 'repair'; readonly id: ItemId }
	/** Takes a part out, or fills a hole: `ring` 0 is the part itself. */
	| { readonly how: 'drop-part'; readonly id: ItemId; readonly part: number; readonly ring: number }
	| { readonly how: 'drop-corner'; readonly id: ItemId; readonly at: CornerAt }
	/** Takes what was kept aside of the file into the plan, its shape made sound. */
	| { readonly how: 'restore'; readonly item: Item }
	| { readonly how: 'move'; readonly id: ItemId; readonly to: LngLat; readonly onto: 'road' | 'border' }
	| { readonly how: 'take-ring'; readonly id: ItemId; readonly ring: ItemId }
	| { readonly how: 'forget-ring'; readonly id: ItemId }
	/** Lets the 30 m rule hold in place of stated roads that are gone. */
	| { readonly how: 'forget-controls'; readonly id: ItemId }
	| { readonly how: 'set-level'; readonly id: ItemId; readonly level: RingLevel }
	| { readonly how: 'swap-levels'; readonly ids: readonly [ItemId, ItemId] };
export type FixHow = CheckFix['how'];

/** One thing that is amiss in a plan: plain data, worded by `check-texts.ts`. */
export interface CheckFinding {
	/** Tells it from every other, and stays while the things it is about stay as they are. */
	readonly key: string;
	readonly code: CheckCode;
	/** `note`: may well be meant. */
	readonly severity: 'error' | 'warning' | 'note';
	/** The things it is about, the one that is to be changed first; empty for what was never read. */
	readonly about: readonly ItemId[];
	readonly at: LngLat;
	readonly bbox: Bbox;
	readonly areaM2?: number;
	readonly lengthM?: number;
	/** How many: parts, copies. */
	readonly count?: number;
	readonly fault?: ShapeFault;
	readonly why?: IdleWhy;
	readonly level?: RingLevel;
	/** The ground that lies double, open or outside. */
	readonly ground?: MultiPolygon['coordinates'];
	/** A name for what is not in the plan: an id that is gone, a feature that was not read. */
	readonly named?: string;
	/** The best first; none where only a person can tell. */
	readonly fixes: readonly CheckFix[];
	/** The first of `fixes` needs no judgement: "fix all" takes it. */
	readonly isPlain: boolean;
}

/** What the checks say of a plan. */
export interface ChecksAnswer {
	/** In the order of `CHECK_CODES`; of one code, the gravest first; at most `MOST_OF_A_CODE` of each. */
	readonly findings: readonly CheckFinding[];
	/** Of every code that was looked for, how many there are; those not looked for are left out. */
	readonly counts: Readonly<Partial<Record<CheckCode, number>>>;
}

/** So many of one code are told one by one; a person reads no more, and a thread should not send more. */
export const MOST_OF_A_CODE = 2000;
