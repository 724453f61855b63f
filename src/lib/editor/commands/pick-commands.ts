import { m } from '../../paraglide/messages.js';
import { allOfKinds, kindsOf, shownKinds } from '../all-things.ts';
import type { Desk } from '../desk.svelte.ts';
import { selectedIds } from '../selected-ids.ts';
import { selectionOfItems } from '../selection.ts';
import { countText } from '../wording/quantity.ts';
import type { Command } from './command.ts';

/** What picks things out by what they are, and takes them off the map for a while. */
export const PICK_COMMANDS: readonly Command[] = [
	{
		id: 'pick-by-attribute',
		group: 'view',
		title: m.pick_cmd_attribute,
		keys: ['Mod+Shift+F'],
		isOn: ({ screen }) => screen.isPicking,
		run: ({ screen }) => {
			screen.isPicking = !screen.isPicking;
		}
	},
	{
		id: 'pick-all',
		group: 'edit',
		title: m.pick_cmd_all,
		keys: ['Mod+A'],
		run: pickAll
	},
	{
		id: 'pick-invert',
		group: 'edit',
		title: m.pick_cmd_invert,
		keys: ['Shift+B'],
		isEnabled: ({ editor }) => selectedIds(editor).length > 0,
		run: invert
	},
	{
		id: 'pick-hide',
		group: 'view',
		title: m.pick_cmd_hide,
		keys: ['Mod+Shift+H'],
		isEnabled: ({ editor }) => selectedIds(editor).length > 0 || editor.hiddenCount > 0,
		run: hideOrShow
	}
];

/** All of the kinds that are picked out; where none is, all things of the layers that are shown. */
function pickAll({ editor }: Desk): void {
	const kinds = kindsOf(editor.plan, selectedIds(editor));
	editor.select(selectionOfItems(allOfKinds(editor, kinds.size > 0 ? kinds : shownKinds(editor))));
}

/** What of the picked kinds was not picked out. */
function invert({ editor, screen }: Desk): void {
	const picked = new Set(selectedIds(editor));
	const others = allOfKinds(editor, kindsOf(editor.plan, [...picked])).filter((id) => !picked.has(id));
	editor.select(selectionOfItems(others));
	if (others.length === 0) screen.say(m.pick_nothing_left());
}

/** Hides what is picked out; where that is hidden already, or nothing is, shows it or all again. */
function hideOrShow({ editor, screen }: Desk): void {
	const ids = selectedIds(editor);
	if (ids.length === 0) {
		const count = editor.hiddenCount;
		editor.unhide();
		screen.say(m.pick_shown_toast({ count, n: countText(count) }));
	} else if (ids.every((id) => editor.hidden.has(id))) {
		editor.unhide(ids);
	} else {
		editor.hide(ids);
		editor.select(null);
	}
}
