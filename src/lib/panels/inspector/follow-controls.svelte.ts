import { untrack } from 'svelte';
import type { Desk } from '../../editor/desk.svelte.ts';
import { controlDrawings } from '../../editor/control-drawings.ts';

/** How long a checkpoint must lie still before its roads are looked up anew. */
const REST_MS = 120;

/**
 * Keeps the roads of the selected checkpoint looked up and lit on the map, whichever panel is open:
 * anew with every state of the plan that is there for good, gone with the selection.
 */
export function followControls(desk: () => Desk): void {
	const selected = $derived.by(() => {
		const { editor } = desk();
		const item = editor.preview ? null : editor.selectedItem;
		return item?.kind === 'checkpoint' && editor.hasRoads ? item : null;
	});

	$effect(() => {
		const checkpoint = selected;
		if (!checkpoint) return;
		const study = desk().study('controls');
		const ask = (): void => void study.ask(checkpoint.id);
		if (untrack(() => study.answer?.checkpoint !== checkpoint.id)) return untrack(ask);
		const timer = setTimeout(ask, REST_MS);
		return () => clearTimeout(timer);
	});

	$effect(() => {
		const { editor } = desk();
		const answer = desk().study('controls').answer;
		const rows = selected && answer?.checkpoint === selected.id ? answer.rows : [];
		untrack(() => editor.draw('controls', controlDrawings(rows)));
	});
}
