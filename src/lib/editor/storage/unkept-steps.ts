import type { EditorStep } from '../editor.svelte.ts';
import type { LogEntry } from './plan-log.ts';

/** What this needs of the storage of a tab, that outlives its reload and is written at once. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const KEY = 'cordon.unkept';
/** Things and letters that are noted at most: a tab has room for some millions, and to write them takes time. */
const MOST_THINGS = 1000;
const MOST_LETTERS = 1_000_000;

/**
 * Steps that are done and that the store has not acknowledged. The store answers late; a tab that is left
 * before it does takes them up again when it comes back.
 */
export class UnkeptSteps {
	private entries: readonly LogEntry[];

	constructor(private readonly storage: TabStorage | null) {
		this.entries = storage ? read(storage) : [];
	}

	/** Notes a step before it is handed to the store. One that is too large is left to the store alone. */
	note(entry: LogEntry): void {
		this.write([...this.entries, entry]);
	}

	/** The store has the steps of the plan `id` up to number `seq`. */
	forget(id: string, seq: number): void {
		const left = this.entries.filter((entry) => entry.plan !== id || entry.seq > seq);
		if (left.length < this.entries.length) this.write(left);
	}

	/** What was done to the plan `id` after the step number `seq`, in order, as far as no step is missing. */
	after(id: string, seq: number): EditorStep[] {
		const steps: EditorStep[] = [];
		for (const entry of this.entries) {
			if (entry.plan === id && entry.seq === seq + steps.length + 1) steps.push(entry.step);
		}
		return steps;
	}

	private write(entries: readonly LogEntry[]): void {
		this.entries = entries;
		try {
			const isSmall = entries.length > 0 && thingsIn(entries) <= MOST_THINGS;
			const text = isSmall ? JSON.stringify(entries) : '';
			if (text === '' || text.length > MOST_LETTERS) this.storage?.removeItem(KEY);
			else this.storage?.setItem(KEY, text);
		} catch {
			// refused or full: the store has them a moment later
		}
	}
}

function thingsIn(entries: readonly LogEntry[]): number {
	let things = 0;
	for (const { step } of entries)
		if (step.type === 'do') things += step.edit.put.length + step.edit.drop.length;
	return things;
}

function read(storage: TabStorage): readonly LogEntry[] {
	try {
		const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
		return Array.isArray(kept) ? (kept as LogEntry[]) : [];
	} catch {
		return [];
	}
}
