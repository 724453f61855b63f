import { m } from '../../paraglide/messages.js';
import type { Command } from './command.ts';

/** The open plan beside another one. */
export const COMPARE_COMMANDS: readonly Command[] = [
	{
		id: 'compare',
		group: 'view',
		title: m.compare_cmd,
		keys: ['Shift+D'],
		menu: 'plan',
		isEnabled: (desk) => desk.isComparing || desk.proposals.beside.length > 0,
		isOn: ({ comparison }) => comparison !== null,
		run: (desk) => {
			if (desk.isComparing) return desk.endComparison();
			const [other] = desk.proposals.beside;
			if (other) void desk.compareWith(other.id);
		}
	}
];
