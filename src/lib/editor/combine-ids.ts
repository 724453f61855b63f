import type { ItemId } from '../domain/items.ts';
import type { Press } from './tools/pointer-tool.ts';
import type { Selection } from './selection.ts';

/** What becomes of what was picked out before: given up, kept beside what is found, or rid of what is found. */
export type Taking = 'replace' | 'add' | 'take';

/** What keys held as a box or lasso ends ask for: Ctrl or Cmd adds, Alt takes away. */
export function takingOf({ mod, alt }: Press): Taking {
	return alt ? 'take' : mod ? 'add' : 'replace';
}

/** The ids that are picked out once `found` was: each once, those from before first. O(both). */
export function combineIds(before: readonly ItemId[], found: readonly ItemId[], taking: Taking): ItemId[] {
	if (taking === 'replace') return [...new Set(found)];
	if (taking === 'add') return [...new Set([...before, ...found])];
	const gone = new Set(found);
	return before.filter((id) => !gone.has(id));
}

/** `before` with `id`, or without it where it is among them. */
export function toggleId(before: readonly ItemId[], id: ItemId): ItemId[] {
	return before.includes(id) ? before.filter((one) => one !== id) : [...before, id];
}

/** The things that a selection picks out; findings are none. */
export function idsOf(selection: Selection | null): readonly ItemId[] {
	if (selection?.what === 'items') return selection.ids;
	return selection?.what === 'item' ? [selection.id] : [];
}
