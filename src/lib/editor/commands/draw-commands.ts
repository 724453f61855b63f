import { m } from '../../paraglide/messages.js';
import { DRAWN_KIND, isDrawingTool } from '../tools/drawing/drawn-kind.ts';
import { DRAW_METHODS, LINE_METHODS } from '../tools/drawing/draw-method.ts';
import { isPlacingTool } from '../tools/place-typed.ts';
import { isShapeTool } from '../tools/shape/drawn-ground.ts';
import { canChange } from './can-change.ts';
import type { Command } from './command.ts';

/** How drawing is done while a drawing tool is at hand. */
export const DRAW_COMMANDS: readonly Command[] = [
	{
		id: 'draw-method',
		group: 'tools',
		title: m.draw_cmd_method,
		keys: ['Q'],
		isEnabled: ({ editor }) => isDrawingTool(editor.tool) || isShapeTool(editor.tool),
		run: ({ editor }) => {
			const { tool, pen } = editor;
			const isLine = isDrawingTool(tool) ? DRAWN_KIND[tool] === 'patrol-route' : tool !== 'cut';
			const methods = isLine ? LINE_METHODS : DRAW_METHODS;
			const next = methods[(methods.indexOf(pen.methodOf(tool)) + 1) % methods.length];
			if (next) pen.use(tool, next);
		}
	},
	{
		id: 'draw-coordinates',
		group: 'tools',
		title: m.draw_cmd_coordinates,
		keys: ['N'],
		isEnabled: (desk) =>
			desk.editor.pen.drawing !== null || (canChange(desk) && isPlacingTool(desk.editor.tool)),
		run: ({ editor }) => (editor.pen.isTyping = true)
	},
	{
		id: 'snapping',
		group: 'tools',
		title: m.snap_toggle,
		keys: ['I'],
		isEnabled: canChange,
		run: ({ editor: { snapping }, screen }) => {
			snapping.isOn = !snapping.isOn;
			screen.say(snapping.isOn ? m.snap_said_on() : m.snap_said_off());
		}
	}
];
