/** Chords that browsers act on themselves and let no page have. */
export const BROWSER_KEYS: ReadonlySet<string> = new Set([
	'Mod+N',
	'Mod+T',
	'Mod+W',
	'Mod+Q',
	'Mod+Tab',
	'Mod+Shift+N',
	'Mod+Shift+T',
	'Mod+Shift+W',
	'Mod+Shift+Q',
	'F11'
]);
