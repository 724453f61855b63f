import type { IDBPDatabase } from 'idb';
import { ItemMap } from '../../domain/item-map.ts';
import type { Plan } from '../../domain/plan.ts';
import { breathe } from '../../workers/breath.ts';
import { PIECE, piecesOf } from '../../workers/pieces.ts';
import type { Snapshot } from './plan-log.ts';
import type { Tables } from './plan-tables.ts';

/** Plans with more things than this are kept in pieces. */
const WHOLE = 2 * PIECE;
/** Age after which pieces that no snapshot names were left by a tab that is gone, milliseconds. */
const STALE_MS = 24 * 3600 * 1000;

type Database = IDBPDatabase<Tables>;
type Pieces = NonNullable<Snapshot['pieces']>;

/**
 * Writes the things of `plan` where a snapshot takes them from. A large plan goes in pieces, each
 * on its own, with a breath after it: they are not part of the plan until a snapshot names them, so
 * what was half written is never read. Pieces of each writing have a mark of their own.
 */
export async function keepItems(
	db: Database,
	id: string,
	plan: Plan,
	at: Date
): Promise<Pick<Snapshot, 'items' | 'pieces'>> {
	if (plan.items.size <= WHOLE) return { items: [...plan.items.values()] };
	const mark = `${at.toISOString()} ${crypto.randomUUID()}`;
	let number = 0;
	for (const items of piecesOf(plan.items.values())) {
		await db.put('pieces', { plan: id, mark, number: number++, items });
		await new Promise<void>(breathe);
	}
	return { items: [], pieces: { mark, count: number } };
}

/** The things that `snapshot` of plan `id` stands for. Throws where a piece is missing. */
export async function loadItems(
	db: Database,
	id: string,
	snapshot: Snapshot,
	count: number
): Promise<ItemMap> {
	const { items, pieces } = snapshot;
	if (!pieces) return ItemMap.from(items);
	const filling = ItemMap.filling(count);
	for (let number = 0; number < pieces.count; number++) {
		const piece = await db.get('pieces', [id, pieces.mark, number]);
		if (!piece) throw new Error(`piece ${number} of ${pieces.count} of plan ${id} is missing`);
		filling.add(piece.items);
		await new Promise<void>(breathe);
	}
	return filling.done();
}

/** Whether every piece that `pieces` names is in `store`; so it is where it names none. */
export async function hasAll(
	store: { count(range: IDBKeyRange): Promise<number> },
	id: string,
	pieces: Pieces | undefined
): Promise<boolean> {
	if (!pieces) return true;
	const { mark, count } = pieces;
	return (await store.count(IDBKeyRange.bound([id, mark], [id, mark, []]))) === count;
}

/** Every piece of plan `id` before the mark of `kept` and after it; all where nothing is kept. */
export function otherPieces(id: string, kept: Pieces | undefined): IDBKeyRange[] {
	const all = [[id], [id, []]] as const;
	if (!kept) return [IDBKeyRange.bound(...all)];
	return [
		IDBKeyRange.bound(all[0], [id, kept.mark], false, true),
		IDBKeyRange.bound([id, kept.mark, []], all[1], true)
	];
}

/** Takes away what tabs left that were closed while they wrote: old pieces that no snapshot names. */
export async function sweepPieces(db: Database, at: Date): Promise<void> {
	const named = new Set<string>();
	for (let cursor = await db.transaction('pieces').store.openKeyCursor(); cursor;) {
		const [id, mark] = cursor.key;
		named.add(JSON.stringify([id, mark]));
		cursor = await cursor.continue([id, mark, Infinity]);
	}
	const before = new Date(at.getTime() - STALE_MS).toISOString();
	for (const text of named) {
		const [id, mark] = JSON.parse(text) as [string, string];
		if (mark > before) continue;
		const held = await db.get('snapshots', id);
		if (held?.snapshot.pieces?.mark === mark) continue;
		await db.delete('pieces', IDBKeyRange.bound([id, mark], [id, mark, []]));
	}
}
