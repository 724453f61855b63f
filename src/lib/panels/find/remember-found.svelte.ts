import type { FindRow } from '../../editor/find-rows.ts';
import type { Finder } from '../../editor/finder.svelte.ts';

const KEY = 'cordon.found';

/** Keeps what was found before in this browser: places only, never what was typed. To be called as a component is made. */
export function rememberFound(finder: Finder): void {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
		if (finder.recent.length === 0 && Array.isArray(kept)) finder.recent = kept.filter(isRow);
	} catch {
		// what cannot be read is forgotten
	}
	$effect(() => {
		const text = JSON.stringify(finder.recent);
		try {
			localStorage.setItem(KEY, text);
		} catch {
			// storage may be refused: nothing is remembered, nothing is lost
		}
	});
}

function isRow(row: unknown): row is FindRow {
	const { key, title, note, at } = (row ?? {}) as Partial<FindRow>;
	return (
		typeof key === 'string' &&
		typeof title === 'string' &&
		typeof note === 'string' &&
		Array.isArray(at) &&
		at.length === 2 &&
		at.every((degrees) => typeof degrees === 'number' && Math.abs(degrees) <= 180)
	);
}
