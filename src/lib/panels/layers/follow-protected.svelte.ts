import { untrack } from 'svelte';
import type { Desk } from '../../editor/desk.svelte.ts';
import { protectedDrawings } from '../../editor/protected-drawings.ts';

/** How long the plan must lie still before the protected ground is worked out anew. */
const REST_MS = 400;

/**
 * Keeps the protected ground on the map while its layer is shown: worked out when the layer is first
 * shown, and anew whenever rings, checkpoints or the view have changed and rest. Hidden, nothing is asked.
 */
export function followProtected(desk: () => Desk): void {
	const isShown = $derived.by(() => {
		const { editor } = desk();
		return editor.layers.protected.visible && editor.hasRoads;
	});
	/** What the ground follows from; another object only where a ring, a checkpoint or a verdict is another. */
	const asked = $derived.by(() => {
		const { editor } = desk();
		return isShown && !editor.preview ? [editor.seal, editor.sealView] : null;
	});

	$effect(() => {
		if (asked === null || asked[0] === null) return;
		const study = desk().study('protected');
		const ask = (): void => void study.ask(null);
		if (untrack(() => study.answer === null && study.failure === null)) return untrack(ask);
		const timer = setTimeout(ask, REST_MS);
		return () => clearTimeout(timer);
	});

	$effect(() => {
		const { editor } = desk();
		const drawings = isShown ? protectedDrawings(desk().study('protected').answer ?? []) : [];
		untrack(() => editor.draw('protected', drawings));
	});
}
