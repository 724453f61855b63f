/** The part of a keyboard event that chords are read from. */
export interface KeyPress {
	readonly key: string;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
	readonly shiftKey: boolean;
	readonly altKey: boolean;
}

/**
 * Whether `press` is `chord` (`Mod+Shift+Z`, `?`, `Delete`). Letters need Shift said; signs such as
 * `?` and `[` are taken as they are typed, whatever keys a layout needs for them.
 */
export function matchesChord(chord: string, press: KeyPress, isMac: boolean): boolean {
	const parts = chord.split('+');
	const key = parts.at(-1) as string;
	const mod = isMac ? press.metaKey : press.ctrlKey;
	const other = isMac ? press.ctrlKey : press.metaKey;
	if (press.altKey || other || mod !== parts.includes('Mod')) return false;
	const isNamed = /^[A-Z0-9]$/.test(key) || key.length > 1;
	if (isNamed && press.shiftKey !== parts.includes('Shift')) return false;
	return press.key.toLowerCase() === key.toLowerCase();
}

/** A chord as it is printed: `Ctrl+Shift+Z`, `⌘⇧Z` on a Mac; two strokes with a space between. */
export function chordText(chord: string, isMac: boolean): string {
	if (chord.includes(' ')) {
		return chord
			.split(' ')
			.map((stroke) => chordText(stroke, isMac))
			.join(' ');
	}
	const parts = chord.split('+').map((part) => {
		if (part === 'Mod') return isMac ? '⌘' : 'Ctrl';
		if (part === 'Shift') return isMac ? '⇧' : 'Shift';
		if (part === 'Escape') return 'Esc';
		if (part === 'Delete') return 'Del';
		return part;
	});
	return parts.join(isMac ? '' : '+');
}
