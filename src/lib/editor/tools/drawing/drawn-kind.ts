import type { Kind } from '../../../domain/items.ts';
import type { Tool } from '../tool.ts';

/** What each drawing tool makes. */
export const DRAWN_KIND = {
	'draw-ring': 'control-ring',
	'draw-zone': 'patrol-zone',
	'draw-area': 'area',
	'draw-route': 'patrol-route',
	'draw-key-site': 'key-site'
} as const satisfies Partial<Record<Tool, Kind>>;
export type DrawingTool = keyof typeof DRAWN_KIND;

/** Whether a tool draws a line or ground. */
export function isDrawingTool(tool: Tool): tool is DrawingTool {
	return tool in DRAWN_KIND;
}
