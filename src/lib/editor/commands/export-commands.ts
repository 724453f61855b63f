import { m } from '../../paraglide/messages.js';
import type { Command } from './command.ts';

/** What leaves as a file. */
export const EXPORT_COMMANDS: readonly Command[] = [
	{
		id: 'export-gaps',
		group: 'export',
		title: m.export_gaps,
		keys: ['Mod+E G'],
		menu: 'export',
		isEnabled: (desk) => desk.editor.coverage !== null,
		run: (desk) => void desk.exportAnswer('gaps')
	},
	{
		id: 'export-seal',
		group: 'export',
		title: m.export_seal,
		keys: ['Mod+E S'],
		menu: 'export',
		isEnabled: (desk) => desk.editor.seal !== null,
		run: (desk) => void desk.exportAnswer('seal')
	},
	{
		id: 'export-routes',
		group: 'export',
		title: m.export_routes,
		keys: ['Mod+E R'],
		menu: 'export',
		isEnabled: (desk) => desk.editor.routes !== null,
		run: (desk) => void desk.exportAnswer('routes')
	},
	{
		id: 'export-plan',
		group: 'export',
		title: m.export_plan,
		keys: ['Mod+E P'],
		menu: 'export',
		run: (desk) => void desk.savePlan()
	}
];
