import { isLocked } from '../../domain/lock.ts';
import { lockItems } from '../../domain/operations/lock-items.ts';
import { m } from '../../paraglide/messages.js';
import type { Desk } from '../desk.svelte.ts';
import { selectedIds } from '../selected-ids.ts';
import { canChange } from './can-change.ts';
import type { Command } from './command.ts';

const canChangeSelected = (desk: Desk): boolean => canChange(desk) && selectedIds(desk.editor).length > 0;

/** What is done to things that are picked out together. */
export const SELECT_COMMANDS: readonly Command[] = [
	{
		id: 'tool-lasso',
		group: 'tools',
		title: m.select_lasso,
		keys: ['Shift+V'],
		run: ({ editor }) => editor.setTool('lasso')
	},
	{
		id: 'lock',
		group: 'edit',
		title: m.select_cmd_lock,
		keys: ['Mod+Shift+L'],
		isEnabled: canChangeSelected,
		run: (desk) => {
			const { editor } = desk;
			const ids = selectedIds(editor);
			// one that is free: all are locked; else all are set free
			const isToLock = ids.some((id) => {
				const item = editor.plan.items.get(id);
				return item !== undefined && !isLocked(item);
			});
			desk.act(lockItems(editor.plan, ids, isToLock));
		}
	}
];
