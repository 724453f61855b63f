import { m } from '../../paraglide/messages.js';
import { canChange } from './can-change.ts';
import type { Command } from './command.ts';

/** What opens, keeps and names plans. */
export const FILE_COMMANDS: readonly Command[] = [
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
		keys: ['D D'],
		menu: 'plan',
		isEnabled: (desk) => desk.regions.length > 0,
		run: (desk) => void desk.openDemo()
	},
	{
		id: 'new-plan',
		group: 'file',
		title: m.plan_new,
		keys: ['D N'],
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
		keys: ['D K'],
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
	}
];
