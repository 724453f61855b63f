import { m } from '../../paraglide/messages.js';
import type { Desk } from '../desk.svelte.ts';
import { canChange } from './can-change.ts';
import type { Command } from './command.ts';

const WHY: Readonly<Record<string, (desk: Desk) => string>> = {
	undo: () => m.why_no_undo(),
	redo: () => m.why_no_redo(),
	'open-demo': () => m.why_no_region(),
	'export-gaps': () => m.why_no_answer(),
	'export-seal': () => m.why_no_answer(),
	'export-routes': () => m.why_no_answer()
};

/** Why a command is not to be done now, in words; null where it is. */
export function whyOff(command: Command, desk: Desk): string | null {
	if (!command.isEnabled || command.isEnabled(desk)) return null;
	if (WHY[command.id] && command.group !== 'edit') return WHY[command.id](desk);
	if (!canChange(desk)) return m.why_review();
	if (WHY[command.id]) return WHY[command.id](desk);
	return desk.editor.selection === null ? m.why_no_selection() : m.why_not_now();
}
