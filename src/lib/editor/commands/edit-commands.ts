import { removeItems } from '../../domain/operations/remove-items.ts';
import { m } from '../../paraglide/messages.js';
import type { Desk } from '../desk.svelte.ts';
import { selectedIds } from '../selected-ids.ts';
import { itemTitle } from '../wording/item-title.ts';
import { countText } from '../wording/quantity.ts';
import { canChange } from './can-change.ts';
import type { Command } from './command.ts';

/** What takes back, does again and deletes. */
export const EDIT_COMMANDS: readonly Command[] = [
	{
		id: 'undo',
		group: 'edit',
		title: m.undo,
		keys: ['Mod+Z'],
		isEnabled: (desk) => desk.editor.canUndo,
		run: (desk) => desk.editor.undo()
	},
	{
		id: 'redo',
		group: 'edit',
		title: m.redo,
		keys: ['Mod+Shift+Z', 'Mod+Y'],
		isEnabled: (desk) => desk.editor.canRedo,
		run: (desk) => desk.editor.redo()
	},
	{
		id: 'delete',
		group: 'edit',
		title: m.cmd_delete,
		keys: ['Delete', 'Backspace'],
		isEnabled: (desk) => canChange(desk) && selectedIds(desk.editor).length > 0,
		run: removeSelected
	},
	{ id: 'step-back', group: 'edit', title: m.cmd_step_back, keys: ['Escape'], run: stepBack }
];

function removeSelected(desk: Desk): void {
	const { editor, screen } = desk;
	const ids = selectedIds(editor);
	const item = editor.selectedItem;
	if (ids.length === 0 || !desk.act(removeItems(editor.plan, ids))) return;
	const step = editor.history.steps[editor.history.cursor - 1];
	editor.select(null);
	const text = item
		? m.removed_toast({ what: itemTitle(item) })
		: m.removed_many_toast({ count: countText(ids.length) });
	screen.say(text, 'plain', {
		label: m.undo(),
		run: () => {
			// only while it is still the last thing done
			if (editor.history.steps[editor.history.cursor - 1] === step) editor.undo();
		}
	});
}

/** One level at a time: the tour and the search, a card of figures, a running drag, then the tool, the selection, and a comparison. */
function stepBack(desk: Desk): void {
	const { editor, screen } = desk;
	if (screen.tour !== null) screen.tour = null;
	else if (screen.finding !== null) screen.finding = null;
	else if (editor.form) editor.form = null;
	else if (editor.preview) editor.showPreview(null);
	else if (editor.tool !== 'select') editor.setTool('select');
	else if (editor.aid) editor.aid = null;
	else if (editor.selection) editor.select(null);
	else desk.endComparison();
}
