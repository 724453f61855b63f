import { m } from '../../paraglide/messages.js';
import type { Command } from './command.ts';

/** What finds. */
export const FIND_COMMANDS: readonly Command[] = [
	{
		id: 'find',
		group: 'view',
		title: m.find_cmd,
		keys: ['Mod+F'],
		run: ({ screen }) => (screen.finding = 'words')
	},
	{
		id: 'find-coordinates',
		group: 'view',
		title: m.find_cmd_coordinates,
		keys: ['Mod+G'],
		run: ({ screen }) => (screen.finding = 'coordinates')
	}
];
