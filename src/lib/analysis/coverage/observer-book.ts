import type { Assumptions } from '../../domain/assumptions.ts';
import type { CoverageBy } from '../../domain/findings/gaps.ts';
import type { Item, ItemId } from '../../domain/items.ts';
import { grantedBy } from '../../domain/needs.ts';
import { DutyBook } from '../../domain/on-duty.ts';
import { doubleArea } from '../../geo/grid-ring.ts';
import type { CellTree } from './cell-tree.ts';
import { flatten, type Footprints } from './footprints.ts';
import { isObserver, ringsOf, type ItemRings, type Observer, type Sight } from './item-rings.ts';
import { needsOfCode, PATROL } from './layers.ts';
import type { RingStore } from './ring-store.ts';
import type { Walls } from './walls.ts';

interface Entry {
	readonly item: Observer;
	/** What the item itself needs to count; null where it is not asked about, or taken out. */
	readonly needs: number | null;
	readonly slots: readonly number[];
	readonly isUncertain: boolean;
	readonly isUnrated: boolean;
	readonly isRefused: boolean;
}

/** Under what the book is kept. */
export interface BookOptions {
	readonly assumptions: Assumptions;
	readonly by: CoverageBy;
	readonly walls?: Walls | null | undefined;
}

const NOTHING: ItemRings = { rings: [], needs: [], isUncertain: false, isUnrated: false, isRefused: false };

/** The cameras, patrol zones and routes of a plan, with their rings in the store and in the cells. */
export class ObserverBook {
	private readonly entries = new Map<ItemId, Entry>();
	private readonly ownerOfSlot: ItemId[] = [];
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
		const before = this.entries.get(item.id);
		if (!isObserver(item, 'all')) {
			this.drop(item.id);
			return;
		}
		if (before?.item === item) return;
		this.drop(item.id);
		this.enter(item, this.needsNow(item));
	}

	drop(id: ItemId): void {
		const entry = this.entries.get(id);
		if (!entry) return;
		this.entries.delete(id);
		if (entry.isUncertain) this.uncertain--;
		if (entry.isUnrated) this.unrated--;
		for (const slot of entry.slots) {
			this.tree.remove(slot);
			this.store.remove(slot);
		}
	}

	/** Takes other options up; cells whose rings the switches judge otherwise are to be worked out anew. */
	assume(options: BookOptions): void {
		const grantedBefore = this.granted;
		const sight = sightOf(options);
		const isSightNew = sight.minPxPerM !== this.sight.minPxPerM || sight.walls !== this.sight.walls;
		this.duty = new DutyBook(options.assumptions);
		this.by = options.by;
		this.sight = sight;
		const switched = this.granted ^ grantedBefore;
		for (const { item, needs, slots } of [...this.entries.values()]) {
			const now = this.needsNow(item);
			if (now !== needs || (isSightNew && item.kind === 'camera')) {
				this.drop(item.id);
				this.enter(item, now);
			} else if (switched !== 0) {
				for (const slot of slots) if (needsOfCode(this.store.layer[slot]) & switched) this.tree.stir(slot);
			}
		}
	}

	ids(): Iterable<ItemId> {
		return this.entries.keys();
	}

	*slots(): Iterable<number> {
		for (const entry of this.entries.values()) yield* entry.slots;
	}

	/** The item whose ring stands in `slot`. */
	ownerOf(slot: number): ItemId {
		return this.ownerOfSlot[slot];
	}

	/** The cameras asked about that are there, with what each needs to count. */
	*cameras(): Iterable<{ item: Observer; needs: number }> {
		for (const { item, needs } of this.entries.values()) {
			if (item.kind === 'camera' && needs !== null) yield { item, needs };
		}
	}

	/** Square grid units of a camera's rings that count; see `seenM2` of the redundancy answer. */
	countedSlots(id: ItemId): number[] {
		const slots = this.entries.get(id)?.slots ?? [];
		return slots.filter((slot) => (needsOfCode(this.store.layer[slot]) & ~this.granted) === 0);
	}

	refused(): ItemId[] {
		return [...this.entries.values()].filter((entry) => entry.isRefused).map((entry) => entry.item.id);
	}

	footprints(): Footprints {
		const rings: Int32Array[] = [];
		const owners: ItemId[] = [];
		const ownerOf: number[] = [];
		for (const { item } of this.entries.values()) {
			const slots = this.countedSlots(item.id);
			if (slots.length === 0) continue;
			owners.push(item.id);
			for (const slot of slots) {
				ownerOf.push(owners.length - 1);
				rings.push(this.store.ring(slot));
			}
		}
		return { ...flatten(rings), owners, ownerOf: Uint32Array.from(ownerOf) };
	}

	private needsNow(item: Observer): number | null {
		return isObserver(item, this.by) ? this.duty.needsOf(item) : null;
	}

	private enter(item: Observer, needs: number | null): void {
		const held = needs === null ? NOTHING : ringsOf(item, this.sight);
		const { rings, isUncertain, isUnrated, isRefused } = held;
		const slots: number[] = [];
		for (let r = 0; r < rings.length; r++) {
			const code = (needs as number) | held.needs[r] | (item.kind === 'camera' ? 0 : PATROL);
			// an exterior with a hole does not hold all that lies in it
			const isSolid = doubleArea(rings[r]) > 0 && (r + 1 === rings.length || doubleArea(rings[r + 1]) > 0);
			const slot = this.store.add(rings[r], code, isSolid && needsOfCode(code) === 0);
			this.ownerOfSlot[slot] = item.id;
			this.tree.insert(slot);
			slots.push(slot);
		}
		if (isUncertain) this.uncertain++;
		if (isUnrated) this.unrated++;
		this.entries.set(item.id, { item, needs, slots, isUncertain, isUnrated, isRefused });
	}
}

function sightOf({ assumptions, walls }: BookOptions): Sight {
	return { minPxPerM: assumptions.minPxPerM, walls: walls ?? null };
}
