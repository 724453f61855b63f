import { ItemMap } from './item-map.ts';
import type { Item, ItemId, Kind } from './items.ts';

/** The foreign member `cordon` of a plan file; unknown members are kept. */
export interface PlanHeader {
	readonly format: 1;
	readonly name: string;
	/** Name of the region pack the plan is drawn over; absent where the file names none. */
	readonly region?: string | undefined;
	readonly [unknown: string]: unknown;
}

/** A plan: its header and its items by id. Immutable; see `edit.ts` for the only way it changes. */
export interface Plan {
	readonly header: PlanHeader;
	readonly items: ReadonlyMap<ItemId, Item>;
	/** Members of the FeatureCollection that Cordon does not know, kept for the round trip. */
	readonly foreign?: Readonly<Record<string, unknown>>;
	/** Features of the file that could not be used, as they stood; printed again in their place. */
	readonly unread?: readonly UnreadFeature[];
}

/** A feature that is kept for the round trip only. */
export interface UnreadFeature {
	/** Place among items and unread features alike. */
	readonly rank: number;
	readonly feature: unknown;
}

/** The items of one kind, in the order of the plan file. */
export function itemsOfKind<K extends Kind>(plan: Plan, kind: K): Extract<Item, { kind: K }>[] {
	return [...ItemMap.of(plan.items).ofKind(kind)].sort((a, b) => a.rank - b.rank);
}
