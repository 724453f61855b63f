import { ItemDraft, ROW, type Row } from './item-draft.ts';
import type { Item, ItemId, Kind } from './items.ts';

/**
 * Items by id that never change: `with` gives another map and shares nearly all with this one, so
 * that an edit costs what it touches, however many items there are.
 *
 * Iterates as a `Map` would: in the order ids were first put, an id that was dropped and put again
 * last.
 */
export class ItemMap implements ReadonlyMap<ItemId, Item> {
	readonly [Symbol.toStringTag] = 'Map';
	/** Lists of whole kinds as far as they were asked for. */
	private readonly lists: Map<Kind, readonly Item[]>;

	private constructor(
		private readonly made: ItemDraft,
		lists: Map<Kind, readonly Item[]> = new Map()
	) {
		this.lists = lists;
	}

	/** The items by their ids; of several with one id the last, at the place of the first. */
	static from(items: Iterable<Item>): ItemMap {
		const all = Array.isArray(items) ? (items as readonly Item[]) : [...items];
		const filling = ItemMap.filling(all.length);
		filling.add(all);
		return filling.done();
	}

	/** The entries of `map`, which is given back where it is an `ItemMap` already. */
	static of(map: ReadonlyMap<ItemId, Item>): ItemMap {
		return map instanceof ItemMap ? map : ItemMap.from(map.values());
	}

	/** A map of about `count` items that is filled bit by bit; `done` ends it. */
	static filling(count: number): { add(items: Iterable<Item>): void; done(): ItemMap } {
		const draft = ItemDraft.empty(count);
		let full = 0;
		return {
			add(items) {
				for (const item of items) draft.put(item);
				// listed while there is time, so that the first question of a large map is a quick one
				for (; (full + 1) * ROW <= draft.places; full++) kindOfRow(draft.rows[full] as Row, 'camera');
			},
			done: () => new ItemMap(draft)
		};
	}

	get size(): number {
		return this.made.size;
	}

	get(id: ItemId): Item | undefined {
		return this.made.get(id);
	}

	has(id: ItemId): boolean {
		return this.made.get(id) !== undefined;
	}

	*values(): Generator<Item, undefined> {
		for (const { items } of this.made.rows) {
			for (const item of items) if (item !== null) yield item;
		}
		return undefined;
	}

	*keys(): Generator<ItemId, undefined> {
		for (const { id } of this.values()) yield id;
		return undefined;
	}

	*entries(): Generator<[ItemId, Item], undefined> {
		for (const item of this.values()) yield [item.id, item];
		return undefined;
	}

	[Symbol.iterator](): Generator<[ItemId, Item], undefined> {
		return this.entries();
	}

	forEach(hear: (item: Item, id: ItemId, map: ReadonlyMap<ItemId, Item>) => void, self?: unknown): void {
		for (const item of this.values()) hear.call(self, item, item.id, this);
	}

	/** The items of one kind in the order of the map; the same list as long as no edit touches the kind. */
	ofKind<K extends Kind>(kind: K): readonly Extract<Item, { kind: K }>[] {
		let list = this.lists.get(kind);
		if (!list) this.lists.set(kind, (list = this.rowsOfKind(kind).flat()));
		return list as readonly Extract<Item, { kind: K }>[];
	}

	/** The items of one kind in lists of neighbours; an edit leaves the lists it does not touch the same ones. */
	rowsOfKind<K extends Kind>(kind: K): (readonly Extract<Item, { kind: K }>[])[] {
		const found: (readonly Item[])[] = [];
		for (const row of this.made.rows) {
			const list = kindOfRow(row, kind);
			if (list.length > 0) found.push(list);
		}
		return found as (readonly Extract<Item, { kind: K }>[])[];
	}

	countOf(kind: Kind): number {
		let count = 0;
		for (const row of this.made.rows) count += kindOfRow(row, kind).length;
		return count;
	}

	/** The highest rank of any item, -1 where there is none. */
	lastRank(): number {
		let highest = -1;
		for (const row of this.made.rows) highest = Math.max(highest, lastRankOf(row));
		return highest;
	}

	/** These items without those of `drop` and then with those of `put`; O(`put` + `drop`) rows and buckets. */
	with(put: readonly Item[], drop: readonly ItemId[]): ItemMap {
		const { rows, buckets, size, places } = this.made;
		const draft = new ItemDraft([...rows], buckets, size, places);
		const touched = new Set<Kind>();
		for (const id of drop) {
			const gone = draft.drop(id);
			if (gone) touched.add(gone.kind);
		}
		for (const item of put) {
			const before = draft.put(item);
			touched.add(item.kind).add(before?.kind ?? item.kind);
		}
		const lists = new Map([...this.lists].filter(([kind]) => !touched.has(kind)));
		const next = new ItemMap(draft, lists);
		return draft.isWorn ? ItemMap.from(next.values()) : next;
	}
}

function lastRankOf(row: Row): number {
	row.lastRank ??= row.items.reduce((last, item) => Math.max(last, item?.rank ?? -1), -1);
	return row.lastRank;
}

function kindOfRow(row: Row, kind: Kind): readonly Item[] {
	return (row.byKind ??= groupedByKind(row)).get(kind) ?? NONE;
}

const NONE: readonly Item[] = [];

function groupedByKind({ items }: Row): Map<Kind, Item[]> {
	const groups = new Map<Kind, Item[]>();
	for (const item of items) {
		if (item === null) continue;
		const group = groups.get(item.kind);
		if (group) group.push(item);
		else groups.set(item.kind, [item]);
	}
	return groups;
}
