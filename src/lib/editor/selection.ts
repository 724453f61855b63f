import type { ItemId } from '../domain/items.ts';

/** What is picked out on map and lists alike: a thing of the plan, or a finding. */
export type Selection =
	| { what: 'item'; id: ItemId }
	| { what: 'gap'; id: string }
	| { what: 'crossing'; ring: ItemId; number: number }
	| { what: 'leak'; ring: ItemId; number: number }
	| { what: 'unseen'; id: string };

/** Whether two selections pick out the same thing. */
export function isSameSelection(a: Selection | null, b: Selection | null): boolean {
	if (a === null || b === null) return a === b;
	if (a.what !== b.what) return false;
	if ((a.what === 'crossing' && b.what === 'crossing') || (a.what === 'leak' && b.what === 'leak')) {
		return a.ring === b.ring && a.number === b.number;
	}
	return 'id' in a && 'id' in b && a.id === b.id;
}
