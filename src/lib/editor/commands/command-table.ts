import { removeItems } from '../../domain/operations/remove-items.ts';
import { PRESENT } from '../../domain/assumptions.ts';
import type { ItemId } from '../../domain/items.ts';
import { m } from '../../paraglide/messages.js';
import type { Desk } from '../desk.svelte.ts';
import type { Tool } from '../editor.svelte.ts';
import { language } from '../language.svelte.ts';
import type { Dock, FindingsTab } from '../screen.svelte.ts';
import { itemTitle } from '../wording/item-title.ts';
import { countText } from '../wording/quantity.ts';
import { viewOf } from '../view-of.ts';
import type { Command } from './command.ts';

const canChange = (desk: Desk): boolean => !desk.editor.isReadOnly;
const hasSelection = (desk: Desk): boolean => desk.editor.selection !== null;

/** Every command there is. */
export const COMMANDS: readonly Command[] = [
	{
		id: 'open-file',
		group: 'file',
		title: m.plan_open_file,
		keys: ['Mod+O'],
		menu: 'plan',
		run: (desk) => desk.screen.askForFile?.()
	},
	{
		id: 'open-demo',
		group: 'file',
		title: m.plan_open_demo,
		keys: [],
		menu: 'plan',
		isEnabled: (desk) => desk.regions.length > 0,
		run: (desk) => void desk.openDemo()
	},
	{
		id: 'new-plan',
		group: 'file',
		title: m.plan_new,
		keys: [],
		menu: 'plan',
		run: (desk) => void desk.newPlan()
	},
	{
		id: 'save-plan',
		group: 'file',
		title: m.plan_save,
		keys: ['Mod+S'],
		menu: 'plan',
		run: (desk) => void desk.savePlan()
	},
	{
		id: 'kept-plans',
		group: 'file',
		title: m.plan_recent,
		keys: [],
		menu: 'plan',
		run: (desk) => (desk.screen.dialog = 'kept-plans')
	},
	{
		id: 'rename-plan',
		group: 'file',
		title: m.plan_rename,
		keys: ['F2'],
		menu: 'plan',
		isEnabled: canChange,
		run: (desk) => (desk.screen.isRenaming = true)
	},
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
	{ id: 'step-back', group: 'edit', title: m.cmd_step_back, keys: ['Escape'], run: stepBack },

	tool('select', m.tool_select, 'V'),
	tool('add-checkpoint', m.tool_add_checkpoint, 'K'),
	tool('add-camera', m.tool_add_camera, 'C'),
	tool('draw-zone', m.tool_draw_zone, 'Z'),
	tool('draw-ring', m.tool_draw_ring, 'R'),
	tool('drive-ring', m.aid_cmd_drive, 'T'),
	tool('reshape', m.tool_reshape, 'E'),
	{
		id: 'ring-follow',
		group: 'tools',
		title: m.aid_cmd_loop,
		keys: ['G'],
		isEnabled: canChange,
		run: ({ editor, screen }) => {
			const item = editor.selectedItem;
			if (item?.kind === 'control-ring') editor.aid = { what: 'loop', ring: item.id };
			else screen.say(m.aid_pick_ring());
		}
	},

	{
		id: 'palette',
		group: 'view',
		title: m.find_command,
		keys: ['Mod+K'],
		run: (desk) => (desk.screen.dialog = 'palette')
	},
	{
		id: 'show-selected',
		group: 'view',
		title: m.cmd_show_selected,
		keys: ['F'],
		isEnabled: hasSelection,
		run: ({ editor }) => {
			if (editor.selection) editor.view = viewOf(editor, editor.selection) ?? editor.view;
		}
	},
	{
		id: 'fit-plan',
		group: 'view',
		title: m.cmd_fit_plan,
		keys: ['0'],
		run: (desk) => desk.showPlan()
	},
	findings('figures', m.cmd_figures, '1'),
	findings('leaks', m.cmd_leaks, '2'),
	findings('gaps', m.cmd_gaps, '3'),
	findings('crossings', m.cmd_crossings, '4'),
	findings('roads', m.cmd_roads, '5'),
	findings('problems', m.cmd_problems, '6'),
	dock('areas', m.cmd_dock_areas, '7'),
	dock('redundancy', m.cmd_dock_redundancy, '8'),
	dock('system', m.cmd_dock_system, '9'),
	dock('escape', m.cmd_dock_escape, 'Shift+U'),
	dock('response', m.cmd_dock_response, 'Shift+R'),
	dock('placement', m.cmd_dock_placement, 'Shift+N'),
	dock('patrol', m.cmd_dock_patrol, 'Shift+P'),
	{
		id: 'week',
		group: 'view',
		title: m.cmd_week,
		keys: ['W'],
		menu: 'boards',
		isOn: ({ screen }) => screen.weekOpen,
		run: ({ screen }) => (screen.weekOpen = !screen.weekOpen)
	},
	{
		id: 'toggle-left',
		group: 'view',
		title: m.cmd_toggle_left,
		keys: ['['],
		run: (desk) => desk.screen.toggleLeft()
	},
	{
		id: 'toggle-right',
		group: 'view',
		title: m.cmd_toggle_right,
		keys: [']'],
		run: (desk) => desk.screen.toggleRight()
	},
	{
		id: 'review',
		group: 'view',
		title: m.cmd_review,
		keys: ['P'],
		run: ({ editor }) => editor.setMode(editor.mode === 'plan' ? 'review' : 'plan')
	},
	{
		id: 'assume-present',
		group: 'view',
		title: m.cmd_assume_present,
		keys: ['Shift+A'],
		run: ({ editor }) => editor.assume({ assumptions: PRESENT, by: 'all' })
	},
	{
		id: 'theme',
		group: 'view',
		title: m.cmd_theme,
		keys: ['Shift+T'],
		menu: 'more',
		run: ({ screen }) => (screen.theme = screen.theme === 'light' ? 'dark' : 'light')
	},
	{
		id: 'language',
		group: 'view',
		title: m.cmd_language,
		keys: ['Shift+L'],
		menu: 'more',
		run: () => language.use(language.locale === 'en' ? 'zh' : 'en')
	},

	{
		id: 'export-gaps',
		group: 'export',
		title: m.export_gaps,
		keys: [],
		menu: 'export',
		isEnabled: (desk) => desk.editor.coverage !== null,
		run: (desk) => void desk.exportAnswer('gaps')
	},
	{
		id: 'export-seal',
		group: 'export',
		title: m.export_seal,
		keys: [],
		menu: 'export',
		isEnabled: (desk) => desk.editor.seal !== null,
		run: (desk) => void desk.exportAnswer('seal')
	},
	{
		id: 'export-routes',
		group: 'export',
		title: m.export_routes,
		keys: [],
		menu: 'export',
		isEnabled: (desk) => desk.editor.routes !== null,
		run: (desk) => void desk.exportAnswer('routes')
	},
	{
		id: 'export-plan',
		group: 'export',
		title: m.export_plan,
		keys: [],
		menu: 'export',
		run: (desk) => void desk.savePlan()
	},
	{
		id: 'help',
		group: 'help',
		title: m.help,
		keys: ['?'],
		menu: 'more',
		run: (desk) => (desk.screen.dialog = 'help')
	}
];

/** The command of an id; throws for one that is not in the table. */
export function commandOf(id: string): Command {
	const command = COMMANDS.find((one) => one.id === id);
	if (!command) throw new RangeError(`no command ${id}; wanted one of the command table`);
	return command;
}

function tool(which: Tool, title: () => string, key: string): Command {
	return {
		id: `tool-${which}`,
		group: 'tools',
		title,
		keys: [key],
		isEnabled: canChange,
		run: ({ editor }) => editor.setTool(which)
	};
}

function findings(tab: FindingsTab, title: () => string, key: string): Command {
	return {
		id: `findings-${tab}`,
		group: 'view',
		title,
		keys: [key],
		run: ({ editor, screen }) => {
			editor.select(null);
			screen.showFindings(tab);
		}
	};
}

function dock(which: Dock, title: () => string, key: string): Command {
	return {
		id: `dock-${which}`,
		group: 'view',
		title,
		keys: [key],
		menu: 'boards',
		isOn: ({ screen }) => screen.dock === which,
		run: ({ screen }) => (screen.dock = screen.dock === which ? null : which)
	};
}

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

/** The things of the plan that are picked out and still there. */
function selectedIds({ selection, selectedItem, plan }: Desk['editor']): ItemId[] {
	if (selection?.what === 'items') return selection.ids.filter((id) => plan.items.has(id));
	return selectedItem ? [selectedItem.id] : [];
}

/** One level at a time: a running drag, then the tool, then the selection. */
function stepBack({ editor }: Desk): void {
	if (editor.preview) editor.showPreview(null);
	else if (editor.tool !== 'select') editor.setTool('select');
	else if (editor.aid) editor.aid = null;
	else editor.select(null);
}
