import { m } from '../../paraglide/messages.js';
import type { Tool } from '../tools/tool.ts';
import { canChange } from './can-change.ts';
import type { Command } from './command.ts';

/** What the pointer is to mean. */
export const TOOL_COMMANDS: readonly Command[] = [
	tool('select', m.tool_select, 'V'),
	tool('add-checkpoint', m.tool_add_checkpoint, 'K'),
	tool('add-camera', m.tool_add_camera, 'C'),
	tool('draw-zone', m.tool_draw_zone, 'Z'),
	tool('draw-ring', m.tool_draw_ring, 'R'),
	tool('draw-area', m.tool_draw_area, 'A'),
	tool('draw-route', m.tool_draw_route, 'L'),
	tool('add-station', m.tool_add_station, 'S'),
	tool('add-key-site', m.tool_add_key_site, 'Y'),
	tool('draw-key-site', m.tool_draw_key_site, 'Shift+Y'),
	tool('drive-ring', m.aid_cmd_drive, 'T'),
	tool('reshape', m.tool_reshape, 'E'),
	{
		id: 'ring-follow',
		group: 'tools',
		title: m.aid_cmd_loop,
		keys: ['G'],
		isEnabled: canChange,
		run: ({ editor, screen }) => {
			const item = editor.selectedItem;
			if (item?.kind === 'control-ring') editor.aid = { what: 'loop', ring: item.id };
			else screen.say(m.aid_pick_ring());
		}
	}
];

function tool(which: Tool, title: () => string, key: string): Command {
	return {
		id: `tool-${which}`,
		group: 'tools',
		title,
		keys: [key],
		isEnabled: canChange,
		run: ({ editor }) => editor.setTool(which)
	};
}
