import type { Position } from 'geojson';
import type { Edit } from '../../../domain/edit.ts';
import type { ItemId, Kind } from '../../../domain/items.ts';
import { addItem } from '../../../domain/operations/add-item.ts';
import type { Plan } from '../../../domain/plan.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import type { LngLat } from '../../../geo/coordinates.ts';
import type { Editor } from '../../editor.svelte.ts';
import { newId } from '../../new-id.ts';
import { counterClockwise, nextLevel } from '../drawn-shape.ts';
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

/** The edit that adds what was drawn, `points` without the first repeated, with what is usual for its kind. */
export function addDrawn(
	plan: Plan,
	tool: DrawingTool,
	points: readonly LngLat[],
	id: ItemId
): Edit | Refusal {
	const line: Position[] = points.map((at) => [...at]);
	if (tool === 'draw-route') {
		const geometry = { type: 'LineString' as const, coordinates: line };
		return addItem(plan, { kind: 'patrol-route', geometry, properties: {} }, id);
	}
	const ring = counterClockwise([...line, line[0] as Position]);
	const geometry = { type: 'Polygon' as const, coordinates: [ring] };
	switch (tool) {
		case 'draw-ring':
			return addItem(plan, { kind: 'control-ring', geometry, properties: { level: nextLevel(plan) } }, id);
		case 'draw-zone':
			return addItem(plan, { kind: 'patrol-zone', geometry, properties: { level: 'city' } }, id);
		case 'draw-area':
			return addItem(plan, { kind: 'area', geometry, properties: { name: id, level: 'custom' } }, id);
		case 'draw-key-site':
			return addItem(plan, { kind: 'key-site', geometry, properties: { category: 'other' } }, id);
	}
}

/** Adds what was drawn and picks it out; a refusal adds nothing. `keep` goes on with the same tool. */
export function finishDrawing(
	editor: Editor,
	tool: DrawingTool,
	points: readonly LngLat[],
	keep: boolean
): Refusal | null {
	const id = newId(editor.plan, DRAWN_KIND[tool]);
	const edit = addDrawn(editor.plan, tool, points, id);
	if (isRefusal(edit)) return edit;
	editor.do(edit);
	editor.select({ what: 'item', id });
	if (!keep) editor.setTool('select');
	// a line drawn by hand is rough: what it may follow is offered at once
	if (tool === 'draw-ring' && editor.pen.methodOf(tool) !== 'roads') editor.aid = { what: 'loop', ring: id };
	return null;
}
