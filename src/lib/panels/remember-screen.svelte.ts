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

	$effect(() => {
		const id = desk()?.keeper.planId;
		if (id) attempt(() => sessionStorage.setItem('cordon.plan', id));
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

/** Storage may be refused; the screen works without. */
function attempt(work: () => void): void {
	try {
		work();
	} catch {
		// nothing is remembered, nothing is lost
	}
}
