import { untrack } from 'svelte';
import { COMPARE_REST_MS } from '../../editor/comparison.svelte.ts';
import type { Desk } from '../../editor/desk.svelte.ts';
import type { Editor } from '../../editor/editor.svelte.ts';
import { isSameSelection } from '../../editor/selection.ts';

/** Keeps two plans that are compared alike: judged by the same view, and the same thing picked out in both. */
export function followComparison(desk: () => Desk): void {
	const comparison = $derived(desk().comparison);

	$effect(() => {
		if (!comparison) return;
		void [comparison.left.plan, comparison.left.preview];
		const compared = comparison;
		const wait = untrack(() => (compared.diff ? COMPARE_REST_MS : 0));
		const timer = setTimeout(() => void compared.reckon(), wait);
		return () => clearTimeout(timer);
	});

	let judged: readonly unknown[] = [];
	$effect(() => {
		if (!comparison) return void (judged = []);
		const { assumptions, by, occlusion, minAreaM2, sealView } = comparison.left;
		const before = judged;
		judged = [comparison, assumptions, by, occlusion, minAreaM2, sealView];
		// it was opened by the same view
		if (before[0] !== comparison || before.every((one, i) => one === judged[i])) return;
		untrack(() => comparison.judgeAlike());
	});

	$effect(() => {
		if (!comparison) return;
		const { layers, cameraFilter } = comparison.left;
		untrack(() => Object.assign(comparison.right, { layers, cameraFilter }));
	});

	const pick = (from: Editor, to: Editor): void => {
		const { selection } = from;
		if (selection?.what !== 'item') return;
		const isThere = to.plan.items.has(selection.id);
		const wanted = isThere ? selection : null;
		if (!isSameSelection(wanted, to.selection)) to.select(wanted);
	};
	$effect(() => {
		const compared = comparison;
		void compared?.left.selection;
		untrack(() => compared && pick(compared.left, compared.right));
	});
	$effect(() => {
		const compared = comparison;
		void compared?.right.selection;
		untrack(() => compared && pick(compared.right, compared.left));
	});
}
