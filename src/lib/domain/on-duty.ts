import OpeningHours from 'opening_hours';
import type { Assumptions } from './assumptions.ts';
import type { Item, ItemId } from './items.ts';

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

	/** Throws RangeError where `assumptions.at` is no ISO date and time. */
	constructor(readonly assumptions: Assumptions) {
		this.without = new Set(assumptions.without);
		this.at = assumptions.at === undefined ? null : wallClock(assumptions.at);
	}

	standingOf(item: Item): Standing {
		if (this.isWithout(item.id)) return 'absent';
		const { status, health, integrated, hours } = item.properties as {
			status?: unknown;
			health?: unknown;
			integrated?: unknown;
			hours?: unknown;
		};
		if (status === 'planned' && !this.assumptions.countPlanned) return 'absent';

		const isBroken = status === 'broken' || (health !== undefined && health !== 'working');
		if (isBroken && !this.assumptions.assumeRepaired) return 'broken';
		if (item.kind === 'camera' && integrated === false && !this.assumptions.assumeIntegrated) {
			return 'not-integrated';
		}
		return this.isOnDuty(hours) ? 'counted' : 'off-duty';
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

/** The local moment that shows the digits of `iso` on the clock; a zone behind them is not looked at. */
function wallClock(iso: string): Date {
	const parts = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?)?/.exec(iso);
	if (!parts) throw new RangeError(`a moment is written 2026-05-01T22:30, not ${JSON.stringify(iso)}`);
	const [year, month, day, hour, minute, second] = parts.slice(1).map((part) => Number(part ?? 0)) as [
		number,
		number,
		number,
		number,
		number,
		number
	];
	const date = new Date(year, month - 1, day, hour, minute, second);
	if (date.getMonth() !== month - 1 || date.getDate() !== day || hour > 23 || minute > 59 || second > 60) {
		throw new RangeError(`${JSON.stringify(iso)} is no date and time`);
	}
	return date;
}
