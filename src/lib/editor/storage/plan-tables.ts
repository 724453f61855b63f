import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Item } from '../../domain/items.ts';
import type { LogEntry, Snapshot } from './plan-log.ts';

/** How a plan stood when its answers were last all there. */
export interface KeptFigures {
	readonly rings: number;
	readonly sealed: number;
	readonly leaks: number;
	/** 0 to 1; null where the plan has no ground to cover. */
	readonly coveredShare: number | null;
}

/** What makes a kept plan one proposal of several. Rows from before there were any have none of it. */
export interface ProposalMark {
	/** Shared by the proposals of one plan; the id of the first of them. Missing: the plan's own id. */
	readonly family?: string | undefined;
	/** What tells it from the others; the plan's own name stands in its file and is the same in all of them. */
	readonly proposal?: string | undefined;
	/** Id of the proposal that it was copied from. */
	readonly copiedFrom?: string | undefined;
	/** When it became one; ISO 8601, UTC. */
	readonly madeAt?: string | undefined;
	readonly figures?: KeptFigures | undefined;
}

/** A plan that is kept, as the menu lists it. */
export interface KeptPlan extends ProposalMark {
	readonly id: string;
	readonly name: string;
	readonly region: string | null;
	readonly things: number;
	/** Last opened or changed; ISO 8601, UTC. */
	readonly touched: string;
	/** Number of the last log entry that the snapshot holds already. */
	readonly foldedSeq: number;
}

/** The tables of the store. Version 2 added `pieces`; what version 1 kept reads as before. */
export interface Tables extends DBSchema {
	plans: { key: string; value: KeptPlan };
	snapshots: { key: string; value: { id: string; snapshot: Snapshot } };
	log: { key: [string, number]; value: LogEntry };
	/** Things of large plans, by plan, by the mark that its snapshot names, and in order. */
	pieces: {
		key: [string, string, number];
		value: { plan: string; mark: string; number: number; items: readonly Item[] };
	};
}

/** Opens the database, making or completing it where need be. */
export function openTables(name: string): Promise<IDBPDatabase<Tables>> {
	return openDB<Tables>(name, 2, {
		upgrade(db, from) {
			if (from < 1) {
				db.createObjectStore('plans', { keyPath: 'id' });
				db.createObjectStore('snapshots', { keyPath: 'id' });
				db.createObjectStore('log', { keyPath: ['plan', 'seq'] });
			}
			if (from < 2) db.createObjectStore('pieces', { keyPath: ['plan', 'mark', 'number'] });
		},
		// another tab wants newer tables: let it have them
		blocking(_current, _wanted, event) {
			(event.target as IDBDatabase).close();
		}
	});
}
