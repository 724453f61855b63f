import type { ItemId } from '../../domain/items.ts';
import type { Redundancy, SoleWatcher } from '../../domain/findings/redundancy.ts';
import { ringAreaM2 } from '../../geo/ellipsoid-area.ts';
import type { CellTree } from './cell-tree.ts';
import type { CellGround } from './cell-work.ts';
import { DUST_M2, IdleCameras } from './idle-cameras.ts';
import type { ObserverBook } from './observer-book.ts';
import type { RingStore } from './ring-store.ts';
import { MOST_WATCHERS, Watchers, type WatchTally } from './watchers.ts';

/** Cameras listed as points of failure. */
const MOST_CRITICAL = 1000;

/**
 * Reckons how many cameras see each place, what ground the loss of each opens, and which could go.
 * It takes a while: `step` does as much as fits the time given. It speaks of the plan as it stood when
 * it was made; after an edit it is to be made anew.
 */
export class RedundancyWork {
	private readonly watchers: Watchers;
	private readonly cells: readonly CellGround[];
	private readonly ids: ItemId[] = [];
	private readonly numberOfSlot = new Map<number, number>();
	private readonly tally: WatchTally;
	private next = 0;
	private idle: IdleCameras | null = null;

	constructor(
		private readonly store: RingStore,
		tree: CellTree,
		private readonly observers: ObserverBook
	) {
		this.watchers = new Watchers(store, observers.granted);
		this.cells = tree.leaves();
		for (const { item } of observers.cameras()) {
			const slots = observers.countedSlots(item.id);
			if (slots.length === 0) continue;
			for (const slot of slots) this.numberOfSlot.set(slot, this.ids.length);
			this.ids.push(item.id);
		}
		this.tally = {
			byWatchersM2: new Float64Array(MOST_WATCHERS + 1),
			soleM2: new Float64Array(this.ids.length)
		};
	}

	/** Works for about `budgetMs`, one cell at least; done when `done` is `total`. */
	step(budgetMs: number): { done: number; total: number } {
		const until = performance.now() + budgetMs;
		const numberOf = (slot: number): number => this.numberOfSlot.get(slot) as number;
		while (this.next < this.cells.length) {
			this.watchers.measure(this.cells[this.next++], this.tally, numberOf);
			if (performance.now() >= until) return this.progress();
		}
		this.idle ??= this.findIdle();
		while (!this.idle.isDone) {
			this.idle.step();
			if (performance.now() >= until) break;
		}
		return this.progress();
	}

	/** The answer; only when all is done. */
	result(): Redundancy {
		const { byWatchersM2, soleM2 } = this.tally;
		const [none, one, two, three] = Array.from(byWatchersM2, (m2) => Math.max(0, m2));
		const order = [...this.ids.keys()]
			.filter((n) => soleM2[n] > DUST_M2)
			.sort((a, b) => soleM2[b] - soleM2[a] || (this.ids[a] < this.ids[b] ? -1 : 1))
			.slice(0, MOST_CRITICAL);
		const critical = order.map((n): SoleWatcher => {
			return { id: this.ids[n], soleM2: soleM2[n], seenM2: this.seenM2(this.ids[n]) };
		});
		const idle = this.idle?.removable.map((n) => this.ids[n]) ?? [];
		return {
			byWatchersM2: [none, one, two, three],
			cameras: this.ids.length,
			critical,
			idle,
			idleAlone: soleM2.reduce((count, m2) => count + (m2 <= DUST_M2 ? 1 : 0), 0)
		};
	}

	private progress(): { done: number; total: number } {
		const total = 2 * this.cells.length;
		const isDone = this.idle?.isDone ?? false;
		const share = this.idle?.share ?? 0;
		return { done: isDone ? total : this.next + Math.floor(share * (this.cells.length - 1)), total };
	}

	private findIdle(): IdleCameras {
		const { soleM2 } = this.tally;
		// of cameras that stand in for each other the one that is first by id stays
		const candidates = [...this.ids.keys()]
			.filter((n) => soleM2[n] <= DUST_M2)
			.sort((a, b) => (this.ids[a] > this.ids[b] ? -1 : 1));
		return new IdleCameras(
			this.store,
			this.observers.granted,
			this.cells,
			this.watchers,
			this.numberOfSlot,
			candidates
		);
	}

	private seenM2(id: ItemId): number {
		return this.observers.countedSlots(id).reduce((sum, slot) => sum + ringAreaM2(this.store.ring(slot)), 0);
	}
}
