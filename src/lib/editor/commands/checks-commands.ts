import { m } from '../../paraglide/messages.js';
import type { Command } from './command.ts';

/** What is amiss in the plan. */
export const CHECKS_COMMANDS: readonly Command[] = [
	{
		id: 'findings-checks',
		group: 'view',
		title: m.cmd_checks,
		keys: ['Shift+K'],
		run: ({ editor, screen }) => {
			editor.select(null);
			screen.showFindings('checks');
		}
	}
];
