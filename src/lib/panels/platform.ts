import { chordText } from '../editor/commands/keys.ts';
import { commandOf } from '../editor/commands/command-table.ts';
import { isMac } from '../editor/is-mac.ts';

/** The first chord of a command as it is printed here; undefined where it has none. */
export function keysOf(commandId: string): string | undefined {
	const [chord] = commandOf(commandId).keys;
	return chord === undefined ? undefined : chordText(chord, isMac);
}
