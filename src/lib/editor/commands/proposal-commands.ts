import { m } from '../../paraglide/messages.js';
import type { Command } from './command.ts';

/** Versions of the open plan that are kept beside each other. */
export const PROPOSAL_COMMANDS: readonly Command[] = [
	{
		id: 'proposals',
		group: 'file',
		title: m.proposals,
		keys: ['Shift+M'],
		menu: 'plan',
		isOn: ({ screen }) => screen.proposalsOpen,
		run: ({ screen }) => (screen.proposalsOpen = !screen.proposalsOpen)
	},
	{
		id: 'copy-proposal',
		group: 'file',
		title: m.proposals_copy,
		keys: ['Shift+F'],
		menu: 'plan',
		run: (desk) => {
			desk.screen.proposalsOpen = true;
			void desk.proposals.copy();
		}
	}
];
