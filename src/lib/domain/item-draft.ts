import type { Item, ItemId, Kind } from './items.ts';

/** Places in a row: an edit copies one row and the list of rows. */
export const ROW = 512;
/** Ids in a bucket on average; an edit copies one bucket for each id that comes or goes. */
const PER_BUCKET = 32;

/** Neighbouring places; a place whose item was dropped stays empty. Never changed once in a map. */
export interface Row {
	readonly items: readonly (Item | null)[];
	/** The items of each kind, listed when first asked for. */
	byKind?: ReadonlyMap<Kind, readonly Item[]> | undefined;
	/** The highest rank, reckoned when first asked for. */
	lastRank?: number | undefined;
}

type Bucket = ReadonlyMap<ItemId, number>;

/**
 * What a map of items is made of: rows of items in order, and hash buckets (FNV-1a) that say at
 * which place an id stands. A draft shares both with the map it began from, and copies a row or a
 * bucket when it first writes to it. Nothing may be written once a map has taken it over.
 */
export class ItemDraft {
	private readonly ownRows = new Map<number, (Item | null)[]>();
	private readonly ownBuckets = new Map<number, Map<ItemId, number>>();
	/** Whether the list of buckets is this draft's own: most edits change things and leave their ids. */
	private ownsBuckets = false;

	constructor(
		readonly rows: Row[],
		public buckets: readonly Bucket[],
		/** Items, and places in all, empty ones included. */
		public size: number,
		public places: number
	) {}

	/** A draft of nothing with buckets for `count` items. */
	static empty(count: number): ItemDraft {
		const buckets = Array.from({ length: Math.max(1, Math.ceil(count / PER_BUCKET)) }, () => new Map());
		return new ItemDraft([], buckets, 0, 0);
	}

	/** Whether empty places or full buckets have come to cost more than making all anew. */
	get isWorn(): boolean {
		return this.places > 2 * this.size + 4 * ROW || this.size > 4 * PER_BUCKET * this.buckets.length;
	}

	get(id: ItemId): Item | undefined {
		const place = this.placeOf(id);
		if (place === undefined) return undefined;
		return this.rows[Math.floor(place / ROW)]?.items[place % ROW] ?? undefined;
	}

	/** Puts `item` in place of the one with its id, which is the answer, or last. */
	put(item: Item): Item | undefined {
		const before = this.get(item.id);
		if (before) this.write(this.placeOf(item.id) as number, item);
		else {
			this.bucket(item.id).set(item.id, this.places);
			this.write(this.places, item);
			this.places += 1;
			this.size += 1;
		}
		return before;
	}

	/** Leaves the place of `id` empty; the answer is what stood there. */
	drop(id: ItemId): Item | undefined {
		const gone = this.get(id);
		if (!gone) return undefined;
		this.write(this.placeOf(id) as number, null);
		this.bucket(id).delete(id);
		this.size -= 1;
		return gone;
	}

	private placeOf(id: ItemId): number | undefined {
		return this.buckets[bucketNumber(id, this.buckets.length)]?.get(id);
	}

	private write(place: number, item: Item | null): void {
		const index = Math.floor(place / ROW);
		let items = this.ownRows.get(index);
		if (!items) {
			items = [...(this.rows[index]?.items ?? [])];
			this.ownRows.set(index, items);
			this.rows[index] = { items };
		}
		items[place % ROW] = item;
		const row = this.rows[index] as Row;
		row.byKind = row.lastRank = undefined;
	}

	private bucket(id: ItemId): Map<ItemId, number> {
		const index = bucketNumber(id, this.buckets.length);
		let own = this.ownBuckets.get(index);
		if (!own) {
			own = new Map(this.buckets[index]);
			this.ownBuckets.set(index, own);
			if (!this.ownsBuckets) this.buckets = [...this.buckets];
			this.ownsBuckets = true;
			(this.buckets as Bucket[])[index] = own;
		}
		return own;
	}
}

function bucketNumber(id: string, buckets: number): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
	return (hash >>> 0) % buckets;
}
