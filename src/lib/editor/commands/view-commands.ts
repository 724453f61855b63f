import { PRESENT } from '../../domain/assumptions.ts';
import { m } from '../../paraglide/messages.js';
import { language } from '../language.svelte.ts';
import { viewOf } from '../view-of.ts';
import type { FindingsTab } from '../screen.svelte.ts';
import type { Command } from './command.ts';

/** What is looked at, and how. */
export const VIEW_COMMANDS: readonly Command[] = [
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
		isEnabled: ({ editor }) => editor.selection !== null,
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
		id: 'help',
		group: 'help',
		title: m.help,
		keys: ['?'],
		menu: 'more',
		run: (desk) => (desk.screen.dialog = 'help')
	}
];

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
