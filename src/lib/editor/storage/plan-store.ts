import type { IDBPDatabase } from 'idb';
import type { History } from '../../domain/history.ts';
import type { Plan } from '../../domain/plan.ts';
import type { EditorStep } from '../editor.svelte.ts';
import { replay, takeSnapshot, type LogEntry } from './plan-log.ts';
import { hasAll, keepItems, loadItems, otherPieces, sweepPieces } from './plan-pieces.ts';
import { openTables, type KeptPlan, type ProposalMark, type Tables } from './plan-tables.ts';

/** The log of this plan does not end where this tab left it: another tab wrote on, or removed the plan. */
export class LogConflict extends Error {
	constructor(
		readonly plan: string,
		readonly seq: number
	) {
		super(`entry ${seq} of the log of plan ${plan} does not follow its last`);
		this.name = 'LogConflict';
	}
}

const TABLES = ['plans', 'snapshots', 'log', 'pieces'] as const;

/** Entries after which opening a plan folds its log into a new snapshot. */
const FOLD_AFTER = 200;

/**
 * The plans of this browser, in IndexedDB: for each a snapshot and the log of steps since. An
 * append resolves when it is on disk, so a step that was acknowledged survives a reload and a crash.
 */
export class PlanStore {
	private constructor(private readonly db: IDBPDatabase<Tables>) {}

	/** Opens the store, making it where there is none. Rejects where the browser refuses storage. */
	static async open(name = 'cordon'): Promise<PlanStore> {
		const db = await openTables(name);
		return new PlanStore(db);
	}

	/** Takes away what was left half written long before `at`. */
	tidy(at: Date): Promise<void> {
		return sweepPieces(this.db, at);
	}

	/** Every kept plan, the last touched first. */
	async list(): Promise<KeptPlan[]> {
		const plans = await this.db.getAll('plans');
		return plans.sort((a, b) => (a.touched < b.touched ? 1 : -1));
	}

	/** Keeps a plan under a new id; its log is empty. */
	create(id: string, plan: Plan, history: History, at: Date, mark: ProposalMark = {}): Promise<void> {
		return this.rewrite(id, plan, history, 0, at, { mark });
	}

	/** Changes what the row of a kept plan says of it as a proposal; nothing where the plan is gone. */
	async mark(id: string, change: ProposalMark): Promise<void> {
		const tx = this.db.transaction('plans', 'readwrite');
		const kept = await tx.store.get(id);
		if (kept) await tx.store.put({ ...kept, ...change });
		await tx.done;
	}

	/** What makes a copy of the kept plan `id` a proposal beside it. */
	async markOfCopy(id: string, at: Date): Promise<ProposalMark> {
		const kept = await this.db.get('plans', id);
		return { family: kept?.family ?? id, copiedFrom: id, madeAt: at.toISOString() };
	}

	/**
	 * Appends one step. Rejects with `LogConflict` where `seq` is not the next number of the log, be it that
	 * its entry is there or folded already: nothing is written over, and nothing that no one would read.
	 */
	async append(entry: LogEntry, plan: Plan): Promise<void> {
		const tx = this.db.transaction(['log', 'plans'], 'readwrite', { durability: 'strict' });
		const kept = await tx.objectStore('plans').get(entry.plan);
		if (!kept || (await lastSeq(tx.objectStore('log'), kept)) !== entry.seq - 1) {
			await tx.done;
			throw new LogConflict(entry.plan, entry.seq);
		}
		try {
			await Promise.all([
				tx.objectStore('log').add(entry),
				tx.objectStore('plans').put(keptPlan(entry.plan, plan, new Date(entry.at), kept.foldedSeq, kept)),
				tx.done
			]);
		} catch (error) {
			await tx.done.catch(() => undefined);
			throw error;
		}
	}

	/**
	 * A kept plan with its undo history, and the number of its last log entry; null where there is
	 * none. A long log is folded into a new snapshot; where that fails the log stays as it is.
	 */
	async load(id: string, at: Date): Promise<{ plan: Plan; history: History; seq: number } | null> {
		// another tab may put new pieces in place of those that are being read
		const read = await this.read(id).catch(() => this.read(id));
		if (!read) return null;
		const { foldedSeq, ...loaded } = read;
		const { plan, history, seq } = loaded;
		if (seq - foldedSeq > FOLD_AFTER) {
			await this.rewrite(id, plan, history, seq, at, { lastKept: seq }).catch(() => undefined);
		} else await this.touch(id, at);
		return loaded;
	}

	/** As `load`, and the store stays as it is: the plan is looked at, not taken up. */
	async peek(id: string): Promise<{ plan: Plan; history: History } | null> {
		return (await this.read(id).catch(() => this.read(id))) ?? null;
	}

	private async touch(id: string, at: Date): Promise<void> {
		const tx = this.db.transaction('plans', 'readwrite');
		const kept = await tx.store.get(id);
		if (kept) await tx.store.put({ ...kept, touched: at.toISOString() });
		await tx.done;
	}

	private async read(id: string) {
		const [kept, held, entries] = await Promise.all([
			this.db.get('plans', id),
			this.db.get('snapshots', id),
			this.db.getAll('log', logRange(id))
		]);
		if (!kept || !held) return null;
		const { foldedSeq } = kept;
		const items = await loadItems(this.db, id, held.snapshot, kept.things);
		const { plan, history } = replay(held.snapshot, items, entries, foldedSeq);
		return { plan, history, seq: entries.at(-1)?.seq ?? foldedSeq, foldedSeq };
	}

	/** Forgets a plan and its log. */
	async remove(id: string): Promise<void> {
		const tx = this.db.transaction(TABLES, 'readwrite');
		await Promise.all([
			tx.objectStore('plans').delete(id),
			tx.objectStore('snapshots').delete(id),
			tx.objectStore('log').delete(logRange(id)),
			...otherPieces(id, undefined).map((range) => tx.objectStore('pieces').delete(range)),
			tx.done
		]);
	}

	/**
	 * Puts a new snapshot in place of the old one and of the log up to `seq`. Rejects with `LogConflict` where
	 * the log does not end at `lastKept`: another tab wrote on.
	 */
	async rewrite(
		id: string,
		plan: Plan,
		history: History,
		seq: number,
		at: Date,
		{ mark, lastKept }: { mark?: ProposalMark | undefined; lastKept?: number | undefined } = {}
	): Promise<void> {
		const things = await keepItems(this.db, id, plan, at);
		const snapshot = { ...takeSnapshot(plan, history), ...things };
		const tx = this.db.transaction(TABLES, 'readwrite', { durability: 'strict' });
		// another tab that kept the same plan meanwhile has taken these pieces away
		if (!(await hasAll(tx.objectStore('pieces'), id, snapshot.pieces))) {
			throw new Error(`the pieces of plan ${id} are gone`);
		}
		const before = await tx.objectStore('plans').get(id);
		if (lastKept !== undefined && before && (await lastSeq(tx.objectStore('log'), before)) !== lastKept) {
			await tx.done;
			throw new LogConflict(id, lastKept + 1);
		}
		await Promise.all([
			tx.objectStore('plans').put(keptPlan(id, plan, at, seq, mark ?? before)),
			tx.objectStore('snapshots').put({ id, snapshot }),
			tx.objectStore('log').delete(logRange(id, seq)),
			...otherPieces(id, snapshot.pieces).map((range) => tx.objectStore('pieces').delete(range)),
			tx.done
		]);
	}

	close(): void {
		this.db.close();
	}
}

function keptPlan(id: string, plan: Plan, at: Date, foldedSeq: number, mark?: ProposalMark): KeptPlan {
	const { family, proposal, copiedFrom, madeAt, figures } = mark ?? {};
	return {
		...(family !== undefined && { family }),
		...(proposal !== undefined && { proposal }),
		...(copiedFrom !== undefined && { copiedFrom }),
		...(madeAt !== undefined && { madeAt }),
		...(figures !== undefined && { figures }),
		id,
		name: plan.header.name,
		region: plan.header.region ?? null,
		things: plan.items.size,
		touched: at.toISOString(),
		foldedSeq
	};
}

/** The number of the last entry there ever was in the log of `kept`. */
async function lastSeq(
	log: { openKeyCursor(range: IDBKeyRange, way: 'prev'): Promise<{ key: [string, number] } | null> },
	{ id, foldedSeq }: KeptPlan
): Promise<number> {
	const last = await log.openKeyCursor(logRange(id), 'prev');
	return Math.max(foldedSeq, last?.key[1] ?? 0);
}

function logRange(id: string, to = Infinity): IDBKeyRange {
	return IDBKeyRange.bound([id, 0], [id, to]);
}

/** A step as the log takes it. */
export function logEntry(plan: string, seq: number, step: EditorStep, at: Date): LogEntry {
	return { plan, seq, at: at.toISOString(), step };
}
