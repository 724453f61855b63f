import { untrack } from 'svelte';
import { checkText } from '../../../domain/checks/check-texts.ts';
import { checkDrawings } from '../../../editor/checks/check-drawings.ts';
import { checkNames } from '../../../editor/checks/check-names.ts';
import type { Desk } from '../../../editor/desk.svelte.ts';
import { language } from '../../../editor/language.svelte.ts';

/** How long the plan must lie still before it is checked anew: while the list is open, and while it is not. */
const REST_MS = 400;
const IDLE_REST_MS = 1500;

/**
 * Keeps the plan checked: soon after every edit, but not while something is dragged. While the list
 * is open, what is found is drawn on the map, with the finding that is pointed at.
 */
export function followChecks(desk: () => Desk): void {
	const isListed = $derived.by(() => {
		const { screen } = desk();
		return screen.tab === 'checks' && screen.rightOpen;
	});

	$effect(() => {
		const { checks, editor } = desk();
		// the plan as it is now, roads and all
		void [editor.number, editor.hasRoads, editor.region];
		if (!checks.isFollowing || editor.preview || desk().state !== 'ready') return;
		const isOpen = isListed;
		const isFresh = untrack(() => !checks.checks.isOld || checks.checks.failure !== null);
		if (isFresh) return;
		const ask = (): void => void checks.ask();
		if (untrack(() => isOpen && checks.checks.answer === null)) return untrack(ask);
		const timer = setTimeout(ask, isOpen ? REST_MS : IDLE_REST_MS);
		return () => clearTimeout(timer);
	});

	$effect(() => {
		const { checks, editor } = desk();
		const found = isListed ? checks.open : [];
		const lit = isListed ? (checks.open.find(({ key }) => key === checks.pointed) ?? null) : null;
		const names = checkNames(editor.plan);
		const title = (finding: (typeof found)[number]): string => checkText(finding, language.locale, names);
		const features = checkDrawings(found, lit, title);
		untrack(() => editor.draw('checks', features));
	});
}
