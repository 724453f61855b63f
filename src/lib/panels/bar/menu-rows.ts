import type { Command } from '../../editor/commands/command.ts';
import { COMMANDS } from '../../editor/commands/command-table.ts';
import { chordText } from '../../editor/commands/keys.ts';
import type { Desk } from '../../editor/desk.svelte.ts';
import type { MenuRow } from '../../ui/Menu.svelte';
import { isMac } from '../../editor/is-mac.ts';

/** The rows of a menu: the commands that the table puts there. */
export function commandRows(desk: Desk, menu: Command['menu']): MenuRow[] {
	return COMMANDS.filter((command) => command.menu === menu).map((command) => ({
		type: 'do',
		id: command.id,
		text: command.title(),
		keys: command.keys[0] && chordText(command.keys[0], isMac),
		...(command.isOn && { isChecked: command.isOn(desk) }),
		isDisabled: command.isEnabled ? !command.isEnabled(desk) : false,
		run: () => command.run(desk)
	}));
}
