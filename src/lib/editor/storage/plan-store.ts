import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { History } from '../../domain/history.ts';
import type { Plan } from '../../domain/plan.ts';
import type { EditorStep } from '../editor.svelte.ts';
import { replay, takeSnapshot, type LogEntry, type Snapshot } from './plan-log.ts';

/** A plan that is kept, as the menu lists it. */
export interface KeptPlan {
	readonly id: string;
	readonly name: string;
	readonly region: string | null;
	readonly things: number;
	/** Last opened or changed; ISO 8601, UTC. */
	readonly touched: string;
	/** Number of the last log entry that the snapshot holds already. */
	readonly foldedSeq: number;
}

/** The log of this plan has an entry of that number already: another tab wrote it. */
export class LogConflict extends Error {
	constructor(
		readonly plan: string,
		readonly seq: number
	) {
		super(`entry ${seq} of the log of plan ${plan} is taken`);
		this.name = 'LogConflict';
	}
}

interface Tables extends DBSchema {
	plans: { key: string; value: KeptPlan };
	snapshots: { key: string; value: { id: string; snapshot: Snapshot } };
	log: { key: [string, number]; value: LogEntry };
}

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
		const db = await openDB<Tables>(name, 1, {
			upgrade(fresh) {
				fresh.createObjectStore('plans', { keyPath: 'id' });
				fresh.createObjectStore('snapshots', { keyPath: 'id' });
				fresh.createObjectStore('log', { keyPath: ['plan', 'seq'] });
			}
		});
		return new PlanStore(db);
	}

	/** Every kept plan, the last touched first. */
	async list(): Promise<KeptPlan[]> {
		const plans = await this.db.getAll('plans');
		return plans.sort((a, b) => (a.touched < b.touched ? 1 : -1));
	}

	/** Keeps a plan under a new id; its log is empty. */
	async create(id: string, plan: Plan, history: History, at: Date): Promise<void> {
		const tx = this.db.transaction(['plans', 'snapshots'], 'readwrite', { durability: 'strict' });
		await Promise.all([
			tx.objectStore('plans').put(keptPlan(id, plan, at, 0)),
			tx.objectStore('snapshots').put({ id, snapshot: takeSnapshot(plan, history) }),
			tx.done
		]);
	}

	/** Appends one step. Rejects with `LogConflict` where `seq` is taken: nothing is overwritten. */
	async append(entry: LogEntry, plan: Plan): Promise<void> {
		const tx = this.db.transaction(['log', 'plans'], 'readwrite', { durability: 'strict' });
		const kept = await tx.objectStore('plans').get(entry.plan);
		try {
			await Promise.all([
				tx.objectStore('log').add(entry),
				tx.objectStore('plans').put(keptPlan(entry.plan, plan, new Date(entry.at), kept?.foldedSeq ?? 0)),
				tx.done
			]);
		} catch (error) {
			await tx.done.catch(() => undefined);
			if (error instanceof DOMException && error.name === 'ConstraintError') {
				throw new LogConflict(entry.plan, entry.seq);
			}
			throw error;
		}
	}

	/** A kept plan with its undo history, and the number of its last log entry; null where there is none. */
	async load(id: string, at: Date): Promise<{ plan: Plan; history: History; seq: number } | null> {
		const [kept, held, entries] = await Promise.all([
			this.db.get('plans', id),
			this.db.get('snapshots', id),
			this.db.getAll('log', logRange(id))
		]);
		if (!kept || !held) return null;
		const { plan, history } = replay(held.snapshot, entries, kept.foldedSeq);
		const seq = entries.at(-1)?.seq ?? kept.foldedSeq;
		if (seq - kept.foldedSeq > FOLD_AFTER) await this.rewrite(id, plan, history, seq, at);
		else await this.db.put('plans', keptPlan(id, plan, at, kept.foldedSeq));
		return { plan, history, seq };
	}

	/** Forgets a plan and its log. */
	async remove(id: string): Promise<void> {
		const tx = this.db.transaction(['plans', 'snapshots', 'log'], 'readwrite');
		await Promise.all([
			tx.objectStore('plans').delete(id),
			tx.objectStore('snapshots').delete(id),
			tx.objectStore('log').delete(logRange(id)),
			tx.done
		]);
	}

	/** Puts a new snapshot in place of the old one and of the log up to `seq`. */
	async rewrite(id: string, plan: Plan, history: History, seq: number, at: Date): Promise<void> {
		const tx = this.db.transaction(['plans', 'snapshots', 'log'], 'readwrite', { durability: 'strict' });
		await Promise.all([
			tx.objectStore('plans').put(keptPlan(id, plan, at, seq)),
			tx.objectStore('snapshots').put({ id, snapshot: takeSnapshot(plan, history) }),
			tx.objectStore('log').delete(logRange(id, seq)),
			tx.done
		]);
	}

	close(): void {
		this.db.close();
	}
}

function keptPlan(id: string, plan: Plan, at: Date, foldedSeq: number): KeptPlan {
	return {
		id,
		name: plan.header.name,
		region: plan.header.region ?? null,
		things: plan.items.size,
		touched: at.toISOString(),
		foldedSeq
	};
}

function logRange(id: string, to = Infinity): IDBKeyRange {
	return IDBKeyRange.bound([id, 0], [id, to]);
}

/** A step as the log takes it. */
export function logEntry(plan: string, seq: number, step: EditorStep, at: Date): LogEntry {
	return { plan, seq, at: at.toISOString(), step };
}
