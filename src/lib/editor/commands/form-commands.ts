import { linesOf } from '../../domain/fabric/corners.ts';
import type { Item } from '../../domain/items.ts';
import { removeHoles } from '../../domain/operations/remove-holes.ts';
import { takeApart } from '../../domain/operations/take-apart.ts';
import { m } from '../../paraglide/messages.js';
import type { Desk } from '../desk.svelte.ts';
import { cornerCount } from '../forms/corner-count.ts';
import { itemsOf } from '../items-of.ts';
import type { FormRequest } from '../forms/form-request.ts';
import { newIds } from '../new-ids.ts';
import { selectedIds } from '../selected-ids.ts';
import { selectionOfItems } from '../selection.ts';
import { hasGround } from '../tools/shape/has-ground.ts';
import { canChange } from './can-change.ts';
import type { Command } from './command.ts';

/** What is set by figures before it is done, and what is done with holes and parts. */
export const FORM_COMMANDS: readonly Command[] = [
	form('simplify', m.forms_simplify, 'Shift+S', (items) => items.filter((item) => cornerCount([item]) > 0)),
	form('buffer', m.forms_buffer, 'B', (items) => items),
	form('split-roads', m.forms_split_roads, 'Shift+X', (items) => items.filter(hasGround).slice(0, 1)),
	{
		id: 'tool-fill-gap',
		group: 'tools',
		title: m.forms_fill,
		keys: ['Shift+G'],
		isEnabled: canChange,
		run: ({ editor }) => editor.setTool('fill-gap')
	},
	{
		id: 'tool-measure',
		group: 'tools',
		title: m.forms_measure,
		keys: ['M'],
		run: ({ editor }) => editor.setTool('measure')
	},
	{
		id: 'remove-holes',
		group: 'edit',
		title: m.forms_remove_holes,
		keys: ['D O'],
		isEnabled: (desk) => canChange(desk) && holesOf(desk.editor.selectedItem) > 0,
		run: (desk) => {
			const { plan, selectedItem: item } = desk.editor;
			if (item) desk.act(removeHoles(plan, item.id));
		}
	},
	{
		id: 'take-apart',
		group: 'edit',
		title: m.forms_take_apart,
		keys: ['D U'],
		isEnabled: (desk) => canChange(desk) && partsOf(desk.editor.selectedItem) > 1,
		run: (desk) => {
			const { plan, selectedItem: item } = desk.editor;
			if (!item) return;
			const ids = newIds(plan, item.kind, partsOf(item) - 1);
			if (desk.act(takeApart(plan, item.id, ids))) desk.editor.select(selectionOfItems([item.id, ...ids]));
		}
	}
];

/** A command that opens a card for those of the selected things that it is for. */
function form(
	what: FormRequest['what'],
	title: () => string,
	key: string,
	of: (items: readonly Item[]) => readonly Item[]
): Command {
	const wanted = ({ editor }: Desk): Item[] => [...of(itemsOf(editor.plan, selectedIds(editor)))];
	return {
		id: `form-${what}`,
		group: 'tools',
		title,
		keys: [key],
		isEnabled: canChange,
		run: (desk) => {
			const items = wanted(desk);
			if (items.length === 0) return desk.screen.say(m.forms_pick_first());
			desk.editor.setTool('select');
			desk.editor.aid = null;
			desk.editor.form = { what, ids: items.map(({ id }) => id) };
		}
	};
}

/** How many holes a thing has. */
export function holesOf(item: Item | null | undefined): number {
	return hasGround(item) ? linesOf(item).reduce((sum, rings) => sum + rings.length - 1, 0) : 0;
}

/** Of how many pieces of ground that lie apart a thing is; 0 for what has no ground. */
export function partsOf(item: Item | null | undefined): number {
	return hasGround(item) ? linesOf(item).length : 0;
}
