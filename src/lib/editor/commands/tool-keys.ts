import { m } from '../../paraglide/messages.js';

/** A key that means something only where one is at work. */
export interface LocalKey {
	readonly id: string;
	readonly title: () => string;
	/** Chords, or words for what is done with the hand; the latter are functions. */
	readonly keys: readonly (string | (() => string))[];
}

/** Keys of the map and its tools, which no command of the table has. */
export const MAP_KEYS: readonly LocalKey[] = [
	{ id: 'finish', title: m.keys_finish, keys: ['Enter'] },
	{ id: 'leave', title: m.keys_leave, keys: ['Escape'] },
	{ id: 'nudge', title: m.clip_keys_nudge, keys: [m.keys_arrows] },
	{ id: 'cycle', title: m.clip_keys_cycle, keys: [m.clip_alt_click] },
	{ id: 'context', title: m.keys_context, keys: [m.keys_right_click] },
	{ id: 'pan', title: m.keys_pan, keys: [m.keys_arrows] },
	{ id: 'zoom', title: m.keys_zoom, keys: ['+', '-'] }
];

/** Keys of lists, menus and dialogs. */
export const LIST_KEYS: readonly LocalKey[] = [
	{ id: 'rows', title: m.keys_move_rows, keys: ['↑', '↓'] },
	{ id: 'choose', title: m.keys_choose, keys: ['Enter'] },
	{ id: 'controls', title: m.keys_tab, keys: ['Tab', 'Shift+Tab'] }
];
