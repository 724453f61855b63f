import type { Desk } from '../desk.svelte.ts';
import { COMMANDS } from './command-table.ts';
import { matchesChord, type KeyPress } from './keys.ts';

/**
 * Runs the command that `press` stands for; false where none does or it is not to be done now.
 * While a text is being typed only chords with Mod count.
 */
export function runByKey(desk: Desk, press: KeyPress, isTyping: boolean, isMac: boolean): boolean {
	for (const command of COMMANDS) {
		const chord = command.keys.find((one) => matchesChord(one, press, isMac));
		if (chord === undefined) continue;
		if (isTyping && (!chord.startsWith('Mod+') || command.group === 'edit')) return false;
		if (command.isEnabled && !command.isEnabled(desk)) return false;
		command.run(desk);
		return true;
	}
	return false;
}
