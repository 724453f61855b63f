import { untrack } from 'svelte';
import type { Desk } from '../../editor/desk.svelte.ts';
import { figuresOf } from '../../editor/kept-figures.ts';

/** How long figures must stand before they are kept with the proposal. */
const REST_MS = 1000;

/** Keeps with the open proposal how it stands, whenever its answers have all come. */
export function followFigures(desk: () => Desk): void {
	const figures = $derived(figuresOf(desk().editor));
	const id = $derived(desk().keeper.planId);
	$effect(() => {
		if (!figures || id === null) return;
		const timer = setTimeout(() => untrack(() => void desk().proposals.keepFigures()), REST_MS);
		return () => clearTimeout(timer);
	});
}
