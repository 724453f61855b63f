import type { Position } from 'geojson';
import type { Edit } from '../../../domain/edit.ts';
import type { ItemId } from '../../../domain/items.ts';
import { fabricOf } from '../../../domain/fabric/neighbours.ts';
import { addGround } from '../../../domain/operations/add-ground.ts';
import { addItem } from '../../../domain/operations/add-item.ts';
import type { Plan } from '../../../domain/plan.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import type { LngLat } from '../../../geo/coordinates.ts';
import type { Editor } from '../../editor.svelte.ts';
import { cutText } from '../../wording/draw-words.ts';
import { newId } from '../../new-id.ts';
import { counterClockwise, nextLevel } from '../drawn-shape.ts';
import { DRAWN_KIND, type DrawingTool } from './drawn-kind.ts';

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

/** Adds what was drawn and picks it out; a refusal adds nothing. `keep` goes on with the same tool; `tell` hears what was changed of it. */
export function finishDrawing(
	editor: Editor,
	tool: DrawingTool,
	points: readonly LngLat[],
	keep: boolean,
	tell: (words: string) => void
): Refusal | null {
	const id = newId(editor.plan, DRAWN_KIND[tool]);
	const drawn = addDrawn(editor.plan, tool, points, id);
	if (isRefusal(drawn)) return drawn;
	const [item] = drawn.put;
	// what another zone or area holds already is taken off, so that none lie over each other
	const edit = fabricOf(item) ? addGround(editor.plan, item, id, 'cut') : { ...drawn, inTheWay: [] };
	if (isRefusal(edit)) return edit;
	editor.do(edit);
	if (edit.inTheWay.length > 0) tell(cutText(editor.plan, edit.inTheWay));
	editor.select({ what: 'item', id });
	if (!keep) editor.setTool('select');
	// a line drawn by hand is rough: what it may follow is offered at once
	if (tool === 'draw-ring' && editor.pen.methodOf(tool) !== 'roads') editor.aid = { what: 'loop', ring: id };
	return null;
}
