import { m } from '../../paraglide/messages.js';
import type { Dock } from '../screen.svelte.ts';
import type { Command } from './command.ts';

/** What lies under the map. */
export const BOARD_COMMANDS: readonly Command[] = [
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
	}
];

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
