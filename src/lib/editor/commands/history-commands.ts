import { m } from '../../paraglide/messages.js';
import type { Command } from './command.ts';

/** What was done, and the way back to any of it. */
export const HISTORY_COMMANDS: readonly Command[] = [
	{
		id: 'history',
		group: 'edit',
		title: m.history_cmd,
		keys: ['Shift+Z'],
		isOn: ({ screen }) => screen.leftOpen && screen.leftList === 'history',
		run: ({ screen }) => screen.showLeft('history')
	}
];
