import type { Assumptions } from '../../domain/assumptions.ts';
import type { CoverageBy } from '../../domain/findings/gaps.ts';
import type { Item, ItemId } from '../../domain/items.ts';
import { DutyBook } from '../../domain/on-duty.ts';
import { doubleArea } from '../../geo/grid-ring.ts';
import type { CellTree } from './cell-tree.ts';
import { flatten, type Footprints } from './footprints.ts';
import { isObserver, ringsOf, type ItemRings, type Observer } from './item-rings.ts';
import { LAYER, layerOf } from './layers.ts';
import type { RingStore } from './ring-store.ts';

interface Entry {
	readonly item: Observer;
	/** Null where the item is not asked about, or not there. */
	readonly layer: number | null;
	readonly slots: readonly number[];
	readonly isUncertain: boolean;
	readonly isRefused: boolean;
}

const NOTHING: ItemRings = { rings: [], isUncertain: false, isRefused: false };

/** The cameras, patrol zones and routes of a plan, with their rings in the store and in the cells. */
export class ObserverBook {
	private readonly entries = new Map<ItemId, Entry>();
	private duty: DutyBook;
	private by: CoverageBy;
	/** Cameras asked about that cover nothing for certain. */
	uncertain = 0;

	constructor(
		private readonly store: RingStore,
		private readonly tree: CellTree,
		options: { assumptions: Assumptions; by: CoverageBy }
	) {
		this.duty = new DutyBook(options.assumptions);
		this.by = options.by;
	}

	/** Puts an item in; what is no observer takes the place of one with its id, and is forgotten. */
	put(item: Item): void {
		const before = this.entries.get(item.id);
		if (!isObserver(item, 'all')) {
			this.drop(item.id);
			return;
		}
		if (before?.item === item) return;
		this.drop(item.id);
		this.enter(item, this.layerNow(item));
	}

	drop(id: ItemId): void {
		const entry = this.entries.get(id);
		if (!entry) return;
		this.entries.delete(id);
		if (entry.isUncertain) this.uncertain--;
		for (const slot of entry.slots) {
			this.tree.remove(slot);
			this.store.remove(slot);
		}
	}

	assume(options: { assumptions: Assumptions; by: CoverageBy }): void {
		this.duty = new DutyBook(options.assumptions);
		this.by = options.by;
		for (const { item, layer } of [...this.entries.values()]) {
			const now = this.layerNow(item);
			if (now === layer) continue;
			this.drop(item.id);
			this.enter(item, now);
		}
	}

	ids(): Iterable<ItemId> {
		return this.entries.keys();
	}

	*slots(): Iterable<number> {
		for (const entry of this.entries.values()) yield* entry.slots;
	}

	refused(): ItemId[] {
		return [...this.entries.values()].filter((entry) => entry.isRefused).map((entry) => entry.item.id);
	}

	footprints(): Footprints {
		const rings: Int32Array[] = [];
		const owners: ItemId[] = [];
		const ownerOf: number[] = [];
		for (const { item, layer, slots } of this.entries.values()) {
			if (layer !== LAYER.COVERED || slots.length === 0) continue;
			owners.push(item.id);
			for (const slot of slots) {
				ownerOf.push(owners.length - 1);
				rings.push(this.store.ring(slot));
			}
		}
		return { ...flatten(rings), owners, ownerOf: Uint32Array.from(ownerOf) };
	}

	private layerNow(item: Observer): number | null {
		return isObserver(item, this.by) ? layerOf(this.duty.standingOf(item)) : null;
	}

	private enter(item: Observer, layer: number | null): void {
		const { rings, isUncertain, isRefused } = layer === null ? NOTHING : ringsOf(item);
		const slots: number[] = [];
		for (let r = 0; r < rings.length; r++) {
			// an exterior with a hole does not hold all that lies in it
			const isSolid = doubleArea(rings[r]) > 0 && (r + 1 === rings.length || doubleArea(rings[r + 1]) > 0);
			const slot = this.store.add(rings[r], layer as number, isSolid);
			this.tree.insert(slot);
			slots.push(slot);
		}
		if (isUncertain) this.uncertain++;
		this.entries.set(item.id, { item, layer, slots, isUncertain, isRefused });
	}
}
