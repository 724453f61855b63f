import { untrack } from 'svelte';
import type { ItemId } from '../domain/items.ts';
import { language } from '../editor/language.svelte.ts';
import type { Desk } from '../editor/desk.svelte.ts';

/**
 * Ties the screen to the page that carries it: theme and language stand on the document and are
 * remembered by the browser; the tab remembers its plan; leaving with unkept work asks first.
 */
export function rememberScreen(desk: () => Desk | null): void {
	const root = document.documentElement;

	$effect(() => {
		root.lang = language.locale === 'zh' ? 'zh-CN' : 'en-GB';
	});

	// the document knows the theme already: it was read before the first paint
	let isTaken = false;
	$effect(() => {
		const screen = desk()?.screen;
		if (!screen) return;
		if (!isTaken) {
			isTaken = true;
			screen.theme = root.dataset.theme === 'dark' ? 'dark' : 'light';
		}
		if (root.dataset.theme === screen.theme) return;
		root.dataset.theme = screen.theme;
		attempt(() => localStorage.setItem('cordon.theme', screen.theme));
	});

	let isSnappingTaken = false;
	$effect(() => {
		const snapping = desk()?.editor.snapping;
		if (!snapping) return;
		if (!isSnappingTaken) {
			isSnappingTaken = true;
			untrack(() => attempt(() => snapping.read(localStorage.getItem('cordon.snapping'))));
		}
		const text = snapping.print();
		attempt(() => localStorage.setItem('cordon.snapping', text));
	});

	$effect(() => {
		const id = desk()?.keeper.planId;
		if (id) attempt(() => sessionStorage.setItem('cordon.plan', id));
	});

	// what the tab hides of a plan is hidden still when the tab comes back
	let isHiddenTaken = false;
	$effect(() => {
		const open = desk();
		const id = open?.keeper.planId;
		if (!open || !id) return;
		const { editor } = open;
		if (!isHiddenTaken) {
			isHiddenTaken = true;
			untrack(() => attempt(() => editor.hide(hiddenOf(id, sessionStorage.getItem('cordon.hidden')))));
		}
		const hidden = [...editor.hidden];
		attempt(() => sessionStorage.setItem('cordon.hidden', JSON.stringify({ plan: id, hidden })));
	});

	$effect(() => {
		const ask = (event: BeforeUnloadEvent): void => {
			const state = desk()?.keeper.state;
			if (state === 'keeping' || state === 'failed') event.preventDefault();
		};
		window.addEventListener('beforeunload', ask);
		return () => window.removeEventListener('beforeunload', ask);
	});
}

/** What `text` keeps as hidden of the plan `id`; nothing where it is of another. */
function hiddenOf(id: string, text: string | null): ItemId[] {
	const kept = JSON.parse(text ?? 'null') as { plan?: unknown; hidden?: unknown } | null;
	if (kept?.plan !== id || !Array.isArray(kept.hidden)) return [];
	return kept.hidden.filter((one): one is ItemId => typeof one === 'string');
}

/** Storage may be refused; the screen works without. */
function attempt(work: () => void): void {
	try {
		work();
	} catch {
		// nothing is remembered, nothing is lost
	}
}
