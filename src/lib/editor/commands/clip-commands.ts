import { m } from '../../paraglide/messages.js';
import type { Desk } from '../desk.svelte.ts';
import { selectedIds } from '../selected-ids.ts';
import { canChange } from './can-change.ts';
import type { Command } from './command.ts';

const hasSelected = (desk: Desk): boolean => selectedIds(desk.editor).length > 0;
const canChangeSelected = (desk: Desk): boolean => canChange(desk) && hasSelected(desk);

/** Copy, cut, paste and duplicate. */
export const CLIP_COMMANDS: readonly Command[] = [
	{
		id: 'copy',
		group: 'edit',
		title: m.clip_cmd_copy,
		keys: ['Mod+C'],
		isBrowsers: true,
		isEnabled: hasSelected,
		run: ({ clipboard }) => void clipboard.copyByMenu(false)
	},
	{
		id: 'cut',
		group: 'edit',
		title: m.clip_cmd_cut,
		keys: ['Mod+X'],
		isBrowsers: true,
		isEnabled: canChangeSelected,
		run: ({ clipboard }) => void clipboard.copyByMenu(true)
	},
	{
		id: 'paste',
		group: 'edit',
		title: m.clip_cmd_paste,
		keys: ['Mod+V'],
		isBrowsers: true,
		isEnabled: canChange,
		run: ({ clipboard }) => void clipboard.pasteByMenu(false)
	},
	{
		id: 'paste-in-place',
		group: 'edit',
		title: m.clip_cmd_paste_in_place,
		keys: ['Mod+Shift+V'],
		isBrowsers: true,
		isEnabled: canChange,
		run: ({ clipboard }) => void clipboard.pasteByMenu(true)
	},
	{
		id: 'duplicate',
		group: 'edit',
		title: m.clip_cmd_duplicate,
		keys: ['Mod+D'],
		isEnabled: canChangeSelected,
		run: ({ clipboard }) => clipboard.duplicate()
	}
];
