import type { Desk } from '../desk.svelte.ts';

export const COMMAND_GROUPS = ['file', 'edit', 'tools', 'view', 'export', 'help'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** What a person can tell Cordon to do: one row of the one table that buttons, menus and keys read. */
export interface Command {
	readonly id: string;
	readonly group: CommandGroup;
	/** In the present language. */
	readonly title: () => string;
	/** Chords as `Mod+Shift+Z`; `Mod` is Ctrl, or Cmd on a Mac; `Mod+E G` is two strokes. The first chord is the one shown. */
	readonly keys: readonly string[];
	/** Menu of the top bar it stands in, if any. */
	readonly menu?: 'plan' | 'boards' | 'export' | 'more';
	/** Whether what it switches is on; absent where it switches nothing. */
	readonly isOn?: (desk: Desk) => boolean;
	/** The browser acts on its keys and tells the page what for, as it does of the clipboard. */
	readonly isBrowsers?: boolean;
	readonly isEnabled?: (desk: Desk) => boolean;
	readonly run: (desk: Desk) => void;
}
