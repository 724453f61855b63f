import type { ItemId } from '../domain/items.ts';
import type { Editor } from './editor.svelte.ts';

/** The things of the plan that are picked out and still there. */
export function selectedIds({ selection, selectedItem, plan }: Editor): ItemId[] {
	if (selection?.what === 'items') return selection.ids.filter((id) => plan.items.has(id));
	return selectedItem ? [selectedItem.id] : [];
}
