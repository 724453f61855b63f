import type { Assumptions } from '../../domain/assumptions.ts';
import type { CoverageBy } from '../../domain/findings/gaps.ts';
import type { Item, ItemId } from '../../domain/items.ts';
import { grantedBy } from '../../domain/needs.ts';
import { DutyBook } from '../../domain/on-duty.ts';
import type { CellTree } from './cell-tree.ts';
import { flatten, type Footprints } from './footprints.ts';
import { ItemPen } from './item-pen.ts';
import { isObserver, type Observer, type Sight } from './item-rings.ts';
import { needsOfCode, PATROL } from './layers.ts';
import { NOT_ASKED, ObserverRows, REFUSED, UNCERTAIN, UNRATED } from './observer-rows.ts';
import type { RingStore } from './ring-store.ts';
import type { Walls } from './walls.ts';

/** Under what the book is kept. */
export interface BookOptions {
	readonly assumptions: Assumptions;
	readonly by: CoverageBy;
	readonly walls?: Walls | null | undefined;
}

/** The cameras, patrol zones and routes of a plan, with their rings in the store and in the cells. */
export class ObserverBook {
	private readonly rows = new ObserverRows();
	private readonly pen = new ItemPen();
	private duty: DutyBook;
	private by: CoverageBy;
	private sight: Sight;
	/** Cameras asked about that cover nothing for certain, and those whose picture cannot be judged. */
	uncertain = 0;
	unrated = 0;

	constructor(
		private readonly store: RingStore,
		private readonly tree: CellTree,
		options: BookOptions
	) {
		this.duty = new DutyBook(options.assumptions);
		this.by = options.by;
		this.sight = sightOf(options);
	}

	/** The needs that the switches grant. */
	get granted(): number {
		return grantedBy(this.duty.assumptions);
	}

	/** Puts an item in; what is no observer takes the place of one with its id, and is forgotten. */
	put(item: Item): void {
		const row = this.rows.rowOf.get(item.id) ?? -1;
		if (row >= 0) {
			if (this.rows.items[row] === item) return;
			this.dropRow(row);
		}
		if (isObserver(item, 'all')) this.enter(item, this.needsNow(item));
	}

	drop(id: ItemId): void {
		const row = this.rows.rowOf.get(id);
		if (row !== undefined) this.dropRow(row);
	}

	/** How many things are in the book. */
	get size(): number {
		return this.rows.rowOf.size;
	}

	/**
	 * Takes other options up, thing by thing; cells whose rings the switches judge otherwise are to be
	 * worked out anew. To be run to its end before anything else is asked of the book.
	 */
	*assume(options: BookOptions): Generator<void> {
		const grantedBefore = this.granted;
		const sight = sightOf(options);
		const isSightNew = sight.minPxPerM !== this.sight.minPxPerM || sight.walls !== this.sight.walls;
		this.duty = new DutyBook(options.assumptions);
		this.by = options.by;
		this.sight = sight;
		const switched = this.granted ^ grantedBefore;
		for (const row of [...this.rows.rowOf.values()]) {
			const item = this.rows.items[row];
			const now = this.needsNow(item);
			if (now !== this.rows.needs[row] || (isSightNew && item.kind === 'camera')) {
				this.dropRow(row);
				this.enter(item, now);
			} else if (switched !== 0) this.stir(row, switched);
			yield;
		}
	}

	ids(): Iterable<ItemId> {
		return this.rows.rowOf.keys();
	}

	/** The slots of all rings. */
	slots(): number[] {
		const { rowOf, firstSlot } = this.rows;
		const { next } = this.store;
		const slots: number[] = [];
		for (const row of rowOf.values()) for (let s = firstSlot[row]; s >= 0; s = next[s]) slots.push(s);
		return slots;
	}

	/** The item whose ring stands in `slot`. */
	ownerOf(slot: number): ItemId {
		return this.rows.items[this.store.owner[slot]].id;
	}

	/** The cameras asked about that are there, with what each needs to count. */
	*cameras(): Iterable<{ item: Observer; needs: number }> {
		const { rowOf, items, needs } = this.rows;
		for (const row of rowOf.values()) {
			const item = items[row];
			if (item.kind === 'camera' && needs[row] !== NOT_ASKED) yield { item, needs: needs[row] };
		}
	}

	/** Slots of an item's rings that count. */
	countedSlots(id: ItemId): number[] {
		const row = this.rows.rowOf.get(id);
		const { layer, next } = this.store;
		const slots: number[] = [];
		for (let s = row === undefined ? -1 : this.rows.firstSlot[row]; s >= 0; s = next[s]) {
			if ((needsOfCode(layer[s]) & ~this.granted) === 0) slots.push(s);
		}
		return slots;
	}

	refused(): ItemId[] {
		const { rowOf, flags } = this.rows;
		return [...rowOf].filter(([, row]) => flags[row] & REFUSED).map(([id]) => id);
	}

	footprints(): Footprints {
		const rings: Int32Array[] = [];
		const owners: ItemId[] = [];
		const ownerOf: number[] = [];
		for (const id of this.rows.rowOf.keys()) {
			const slots = this.countedSlots(id);
			if (slots.length === 0) continue;
			owners.push(id);
			for (const slot of slots) {
				ownerOf.push(owners.length - 1);
				rings.push(this.store.ring(slot));
			}
		}
		return { ...flatten(rings), owners, ownerOf: Uint32Array.from(ownerOf) };
	}

	private needsNow(item: Observer): number {
		return (isObserver(item, this.by) ? this.duty.needsOf(item) : null) ?? NOT_ASKED;
	}

	private enter(item: Observer, needs: number): void {
		const { pen, rows, store } = this;
		if (needs === NOT_ASKED) pen.clear();
		else pen.draw(item, this.sight);
		const row = rows.add(item);
		rows.needs[row] = needs;
		const own = needs | (item.kind === 'camera' ? 0 : PATROL);
		const { coords, start, isExterior, count } = pen.rings;
		let last = -1;
		for (let r = 0; r < count; r++) {
			const code = own | pen.needs[r];
			// an exterior with a hole does not hold all that lies in it
			const isSolid = isExterior[r] === 1 && (r + 1 === count || isExterior[r + 1] === 1);
			const slot = store.add(coords, start[r], start[r + 1], code, isSolid && needsOfCode(code) === 0, row);
			this.tree.insert(slot);
			if (last < 0) rows.firstSlot[row] = slot;
			else store.next[last] = slot;
			last = slot;
		}
		if (pen.isUncertain) this.uncertain++;
		if (pen.isUnrated) this.unrated++;
		rows.flags[row] =
			(pen.isUncertain ? UNCERTAIN : 0) | (pen.isUnrated ? UNRATED : 0) | (pen.isRefused ? REFUSED : 0);
	}

	/** Has the cells worked out anew of those rings that need any of `switched`. */
	private stir(row: number, switched: number): void {
		const { layer, next } = this.store;
		for (let slot = this.rows.firstSlot[row]; slot >= 0; slot = next[slot]) {
			if (needsOfCode(layer[slot]) & switched) this.tree.stir(slot);
		}
	}

	private dropRow(row: number): void {
		const { flags, firstSlot } = this.rows;
		if (flags[row] & UNCERTAIN) this.uncertain--;
		if (flags[row] & UNRATED) this.unrated--;
		for (let slot = firstSlot[row]; slot >= 0; slot = this.store.next[slot]) {
			this.tree.remove(slot);
			this.store.remove(slot);
		}
		this.rows.remove(row);
	}
}

function sightOf({ assumptions, walls }: BookOptions): Sight {
	return { minPxPerM: assumptions.minPxPerM, walls: walls ?? null };
}
