import { BOARD_COMMANDS } from './board-commands.ts';
import { CHECKS_COMMANDS } from './checks-commands.ts';
import { CLIP_COMMANDS } from './clip-commands.ts';
import type { Command } from './command.ts';
import { DRAW_COMMANDS } from './draw-commands.ts';
import { EDIT_COMMANDS } from './edit-commands.ts';
import { EXPORT_COMMANDS } from './export-commands.ts';
import { FIND_COMMANDS } from './find-commands.ts';
import { FILE_COMMANDS } from './file-commands.ts';
import { FORM_COMMANDS } from './form-commands.ts';
import { HEAD_COMMANDS } from './head-commands.ts';
import { SHAPE_COMMANDS } from './shape-commands.ts';
import { COMPARE_COMMANDS } from './compare-commands.ts';
import { PROPOSAL_COMMANDS } from './proposal-commands.ts';
import { HISTORY_COMMANDS } from './history-commands.ts';
import { PICK_COMMANDS } from './pick-commands.ts';
import { SELECT_COMMANDS } from './select-commands.ts';
import { START_COMMANDS } from './start-commands.ts';
import { TOOL_COMMANDS } from './tool-commands.ts';
import { VIEW_COMMANDS } from './view-commands.ts';

/** Every command there is. */
export const COMMANDS: readonly Command[] = [
	...FILE_COMMANDS,
	...EDIT_COMMANDS,
	...CLIP_COMMANDS,
	...HISTORY_COMMANDS,
	...PROPOSAL_COMMANDS,
	...COMPARE_COMMANDS,
	...SELECT_COMMANDS,
	...PICK_COMMANDS,
	...FIND_COMMANDS,
	...TOOL_COMMANDS,
	...DRAW_COMMANDS,
	...SHAPE_COMMANDS,
	...FORM_COMMANDS,
	...HEAD_COMMANDS,
	...VIEW_COMMANDS,
	...BOARD_COMMANDS,
	...CHECKS_COMMANDS,
	...EXPORT_COMMANDS,
	...START_COMMANDS
];

/** The command of an id; throws for one that is not in the table. */
export function commandOf(id: string): Command {
	const command = COMMANDS.find((one) => one.id === id);
	if (!command) throw new RangeError(`no command ${id}; wanted one of the command table`);
	return command;
}
