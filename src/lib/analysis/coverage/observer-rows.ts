import type { ItemId } from '../../domain/items.ts';
import type { Observer } from './item-rings.ts';

/** Flags of a row. */
export const UNCERTAIN = 1;
export const UNRATED = 2;
export const REFUSED = 4;

/** What the item itself needs to count where it is not asked about, or taken out. */
export const NOT_ASKED = -1;

/** A table with a row for each observer, by its id; rows given back are used again. */
export class ObserverRows {
	/** Rows by id, in the order in which the items came. */
	readonly rowOf = new Map<ItemId, number>();
	readonly items: Observer[] = [];
	/** What the item itself needs to count, or `NOT_ASKED`. */
	needs = new Int16Array(1 << 10);
	flags = new Uint8Array(1 << 10);
	/** The first of its rings' slots; -1 none. */
	firstSlot = new Int32Array(1 << 10);

	private readonly free: number[] = [];

	/** A row for an item whose id has none. */
	add(item: Observer): number {
		const row = this.free.pop() ?? this.items.length;
		if (row >= this.needs.length) this.grow();
		this.items[row] = item;
		this.rowOf.set(item.id, row);
		this.firstSlot[row] = -1;
		return row;
	}

	remove(row: number): void {
		this.rowOf.delete(this.items[row].id);
		this.free.push(row);
	}

	private grow(): void {
		const size = 2 * this.needs.length;
		const [needs, flags, firstSlot] = [new Int16Array(size), new Uint8Array(size), new Int32Array(size)];
		needs.set(this.needs);
		flags.set(this.flags);
		firstSlot.set(this.firstSlot);
		Object.assign(this, { needs, flags, firstSlot });
	}
}
