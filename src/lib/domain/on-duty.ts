import OpeningHours from 'opening_hours';
import type { Assumptions } from './assumptions.ts';
import type { Item, ItemId } from './items.ts';
import { grantedBy, NEED } from './needs.ts';
import { wallDate } from './wall-clock.ts';

/**
 * Whether an item counts under the assumptions, and if not, why.
 *
 * `absent`: not there at all (only planned, or taken out); nothing is said to be wrong with it.
 * The other three are what would have to be put right; where several hold, the hardest is given:
 * mending (`broken`) before joining up (`not-integrated`) before changing the rota (`off-duty`).
 */
export type Standing = 'counted' | 'absent' | 'off-duty' | 'not-integrated' | 'broken';

/**
 * Reads the standing of items under one set of assumptions.
 *
 * Hours are read on the wall clock of `assumptions.at`, with no holidays known; hours that cannot be
 * read, or say "unknown", promise nothing and are off duty at any moment asked for. A missing
 * `status` is built (a checkpoint: staffed), missing `health` is working, missing `integrated` is
 * true. A built checkpoint counts as a staffed one.
 */
export class DutyBook {
	private readonly without: ReadonlySet<string>;
	private readonly at: Date | null;
	private readonly isOpen = new Map<string, boolean>();
	private readonly granted: number;

	/** Throws RangeError where `assumptions.at` is no ISO date and time. */
	constructor(readonly assumptions: Assumptions) {
		this.without = new Set(assumptions.without);
		this.granted = grantedBy(assumptions);
		this.at = assumptions.at === undefined ? null : wallDate(assumptions.at);
	}

	standingOf(item: Item): Standing {
		const needs = this.needsOf(item);
		if (needs === null) return 'absent';
		const missing = needs & ~this.granted;
		if (missing & NEED.PLANNED) return 'absent';
		if (missing & NEED.REPAIR) return 'broken';
		if (missing & NEED.JOIN) return 'not-integrated';
		return missing & NEED.DUTY ? 'off-duty' : 'counted';
	}

	/**
	 * What an item needs to count, as bits of `NEED`, whatever the switches grant: DUTY, JOIN, REPAIR,
	 * PLANNED. Null where it is taken out.
	 */
	needsOf(item: Item): number | null {
		if (this.isWithout(item.id)) return null;
		const { status, health, integrated, hours } = item.properties as {
			status?: unknown;
			health?: unknown;
			integrated?: unknown;
			hours?: unknown;
		};
		let needs = status === 'planned' ? NEED.PLANNED : 0;
		if (status === 'broken' || (health !== undefined && health !== 'working')) needs |= NEED.REPAIR;
		if (item.kind === 'camera' && integrated === false) needs |= NEED.JOIN;
		if (!this.isOnDuty(hours)) needs |= NEED.DUTY;
		return needs;
	}

	isCounted(item: Item): boolean {
		return this.standingOf(item) === 'counted';
	}

	private isWithout(id: ItemId): boolean {
		return this.without.size > 0 && this.without.has(id);
	}

	private isOnDuty(hours: unknown): boolean {
		if (this.at === null || typeof hours !== 'string' || hours.trim() === '') return true;
		const known = this.isOpen.get(hours);
		if (known !== undefined) return known;
		const isOpen = isOpenAt(hours, this.at);
		this.isOpen.set(hours, isOpen);
		return isOpen;
	}
}

function isOpenAt(hours: string, at: Date): boolean {
	try {
		return new OpeningHours(hours, null).getState(at);
	} catch {
		return false;
	}
}
