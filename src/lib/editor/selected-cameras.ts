import type { Camera } from '../domain/items.ts';
import type { Editor } from './editor.svelte.ts';

/** The cameras that are picked out, as the plan has them. O(what is picked out). */
export function selectedCameras({ selection, plan }: Pick<Editor, 'selection' | 'plan'>): Camera[] {
	const ids = selection?.what === 'item' ? [selection.id] : selection?.what === 'items' ? selection.ids : [];
	return ids.flatMap((id) => {
		const item = plan.items.get(id);
		return item?.kind === 'camera' ? [item] : [];
	});
}
