import type { Desk } from '../desk.svelte.ts';
import { COMMANDS } from './command-table.ts';
import type { KeyPress } from './keys.ts';
import { strokeOf, strokesOf } from './strokes.ts';

const HELD = new Set(['Control', 'Meta', 'Shift', 'Alt']);

/**
 * Runs the command that `press` stands for, after the stroke `screen.stroke` where one was pressed before; false where none
 * does or it is not to be done now. While a text is being typed only chords with Mod count.
 */
export function runByKey(desk: Desk, press: KeyPress, isTyping: boolean, isMac: boolean): boolean {
	const { screen } = desk;
	// a key that is held for another is no stroke
	if (HELD.has(press.key)) return false;
	const begun = screen.stroke;
	screen.stroke = null;
	for (const command of COMMANDS) {
		for (const chord of command.keys) {
			const found = strokeOf(chord, press, begun, isMac);
			if (found === null) continue;
			const isWithMod = strokesOf(chord)[0].startsWith('Mod+');
			if (isTyping && begun === null && (!isWithMod || command.group === 'edit')) return false;
			if (command.isBrowsers && begun === null) return false;
			if (found === 'begun') {
				screen.stroke = strokesOf(chord)[0];
				return true;
			}
			// a second stroke belongs to the first even where there is nothing to do
			if (command.isEnabled && !command.isEnabled(desk)) return begun !== null;
			command.run(desk);
			return true;
		}
	}
	// a second stroke that means nothing, or takes the first back, is used up
	return begun !== null;
}
