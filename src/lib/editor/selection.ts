import type { ItemId } from '../domain/items.ts';
import type { DrawnBy } from './drawings.ts';

/** What is picked out on map and lists alike: a thing of the plan, several things, or a finding. */
export type Selection =
	| { what: 'item'; id: ItemId }
	| { what: 'items'; ids: readonly ItemId[] }
	| { what: 'gap'; id: string }
	| { what: 'crossing'; ring: ItemId; number: number }
	| { what: 'leak'; ring: ItemId; number: number }
	| { what: 'unseen'; id: string }
	| { what: 'drawn'; by: DrawnBy; id: string };

/** Whether two selections pick out the same thing. */
export function isSameSelection(a: Selection | null, b: Selection | null): boolean {
	if (a === null || b === null) return a === b;
	if (a.what !== b.what) return false;
	if ((a.what === 'crossing' && b.what === 'crossing') || (a.what === 'leak' && b.what === 'leak')) {
		return a.ring === b.ring && a.number === b.number;
	}
	if (a.what === 'drawn' && b.what === 'drawn' && a.by !== b.by) return false;
	if (a.what === 'items' && b.what === 'items') {
		const { ids } = b;
		return a.ids === ids || (a.ids.length === ids.length && a.ids.every((id, i) => id === ids[i]));
	}
	return 'id' in a && 'id' in b && a.id === b.id;
}

/** Picks out several things; one alone is picked out as itself, none as nothing. */
export function selectionOfItems(ids: readonly ItemId[]): Selection | null {
	const [first] = ids;
	if (first === undefined) return null;
	return ids.length === 1 ? { what: 'item', id: first } : { what: 'items', ids };
}
