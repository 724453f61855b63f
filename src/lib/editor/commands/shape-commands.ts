import type { Plan } from '../../domain/plan.ts';
import { applyEdit, type Edit } from '../../domain/edit.ts';
import type { Item, ItemId } from '../../domain/items.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { m } from '../../paraglide/messages.js';
import { selectionOfItems } from '../selection.ts';
import { selectedGrounds, type ShapeTool } from '../tools/shape/drawn-ground.ts';
import { withOther, type WithOther } from '../tools/shape/with-other-tool.ts';
import { canChange } from './can-change.ts';
import type { Command } from './command.ts';

/** What changes the ground of what is there: by a line drawn over it, or by the ground of another. */
export const SHAPE_COMMANDS: readonly Command[] = [
	drawn('split', m.shape_split, 'X'),
	drawn('cut', m.shape_cut, 'H'),
	drawn('draw-over', m.shape_draw_over, 'O'),
	other('merge', m.shape_merge, 'J'),
	other('subtract', m.shape_subtract, 'Shift+J'),
	other('clip', m.shape_clip, 'Shift+I')
];

function drawn(tool: ShapeTool, title: () => string, key: string): Command {
	return {
		id: `tool-${tool}`,
		group: 'tools',
		title,
		keys: [key],
		isEnabled: canChange,
		run: ({ editor }) => editor.setTool(tool)
	};
}

/** With several things selected it is done at once, with one the other is waited for. */
function other(verb: WithOther, title: () => string, key: string): Command {
	return {
		id: `tool-${verb}`,
		group: 'tools',
		title,
		keys: [key],
		isEnabled: canChange,
		run: (desk) => {
			const { editor } = desk;
			const grounds = selectedGrounds(desk);
			if (grounds.length < 2) return editor.setTool(verb);
			const { keep, others } = sides(verb, grounds);
			const edit = all(editor.plan, verb, keep, others);
			if (desk.act(edit)) editor.select(selectionOfItems(keep.filter((id) => editor.plan.items.has(id))));
		}
	};
}

/** Which of several things stay: of a cut all others are taken off the first; the last is what is clipped to. */
function sides(verb: WithOther, grounds: readonly Item[]): { keep: ItemId[]; others: ItemId[] } {
	const ids = grounds.map(({ id }) => id);
	if (verb !== 'clip') return { keep: ids.slice(0, 1), others: ids.slice(1) };
	const areas = grounds.filter(({ kind }) => kind === 'area');
	const within = areas.length === 1 ? (areas[0] as Item).id : (ids.at(-1) as ItemId);
	return { keep: ids.filter((id) => id !== within), others: [within] };
}

/** One edit of as many as there are others. */
function all(
	plan: Plan,
	verb: WithOther,
	keep: readonly ItemId[],
	others: readonly ItemId[]
): Edit | Refusal {
	let now = plan;
	let label: Edit['label'] = { verb };
	const put = new Map<ItemId, Item>();
	const drop = new Set<ItemId>();
	for (const id of others) {
		const edit = withOther(now, verb, keep, id);
		if (isRefusal(edit)) return edit;
		for (const one of edit.drop) {
			put.delete(one);
			if (plan.items.has(one)) drop.add(one);
		}
		for (const item of edit.put) {
			drop.delete(item.id);
			put.set(item.id, item);
		}
		label = edit.label;
		now = applyEdit(now, edit).plan;
	}
	return { label, put: [...put.values()], drop: [...drop] };
}
