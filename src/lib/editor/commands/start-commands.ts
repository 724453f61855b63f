import { m } from '../../paraglide/messages.js';
import type { Command } from './command.ts';

/** What shows the way round. */
export const START_COMMANDS: readonly Command[] = [
	{
		id: 'tour',
		group: 'help',
		title: m.tour_cmd,
		keys: ['D T'],
		menu: 'more',
		isOn: ({ screen }) => screen.tour !== null,
		run: ({ screen }) => (screen.tour = screen.tour === null ? 0 : null)
	}
];
