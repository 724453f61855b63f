import { untrack } from 'svelte';
import type { Edit } from '../../domain/edit.ts';
import type { Editor } from '../../editor/editor.svelte.ts';

/** Shows what a card would do, from within its component; `isThere` tells whether what it is about still is. */
export function showPreview(editor: Editor, edit: () => Edit | null, isThere: () => boolean): void {
	$effect(() => {
		const shown = edit();
		untrack(() => editor.showPreview(shown));
	});
	$effect(() => () => editor.showPreview(null));
	$effect(() => {
		if (!isThere()) editor.form = null;
	});
}
