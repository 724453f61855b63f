import type { ItemId } from '../../domain/items.ts';
import { combineIds, idsOf, type Taking } from '../combine-ids.ts';
import type { Editor } from '../editor.svelte.ts';
import { selectionOfItems } from '../selection.ts';

/** What becomes of what is picked out once things were found; `keep` leaves only what is in both. */
export type FoundTaking = Taking | 'keep';

/** Picks out `found`, ids that differ, as `taking` says; returns how many things are picked out then. O(both). */
export function takeFound(editor: Editor, found: readonly ItemId[], taking: FoundTaking): number {
	const before = idsOf(editor.selection);
	// each is found once: only what is mixed costs a set, which is slow to fill for all cameras of a large plan
	const isOnly = taking === 'replace' || (taking === 'add' && before.length === 0);
	const isFound = taking === 'keep' ? new Set(found) : null;
	const ids = isOnly
		? found
		: isFound
			? before.filter((id) => isFound.has(id))
			: combineIds(before, found, taking as Taking);
	editor.select(selectionOfItems(ids));
	return ids.length;
}
