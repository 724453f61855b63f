import type { Edit } from '../../../domain/edit.ts';
import { linesOf } from '../../../domain/fabric/corners.ts';
import { isNo } from '../../../domain/fabric/ground-of.ts';
import { itemAreaM2 } from '../../../domain/fabric/item-area.ts';
import type { Item, ItemId } from '../../../domain/items.ts';
import { drawOver } from '../../../domain/operations/draw-over.ts';
import { splitItem } from '../../../domain/operations/split-item.ts';
import { subtractGround } from '../../../domain/operations/subtract-ground.ts';
import { isRefusal, refuse, type Refusal } from '../../../domain/refusal.ts';
import type { LngLat } from '../../../geo/coordinates.ts';
import { newIds } from '../../new-ids.ts';
import { selectionOfItems } from '../../selection.ts';
import { areaText } from '../../wording/quantity.ts';
import { placeOf } from '../reshape/grips.ts';
import type { ToolHost } from '../pointer-tool.ts';
import type { Tool } from '../tool.ts';
import { groundUnder } from './ground-under.ts';
import { hasGround } from './has-ground.ts';

/** Tools that change what is there by a line or a shape drawn over it. */
export const SHAPE_TOOLS = ['split', 'cut', 'draw-over'] as const satisfies readonly Tool[];
export type ShapeTool = (typeof SHAPE_TOOLS)[number];

/** Whether a tool changes what is there by drawing over it. */
export function isShapeTool(tool: Tool): tool is ShapeTool {
	return (SHAPE_TOOLS as readonly Tool[]).includes(tool);
}

/** The things with ground that are selected. */
export function selectedGrounds({ editor }: Pick<ToolHost, 'editor'>): Item[] {
	const { selection, plan } = editor;
	const ids = selection?.what === 'items' ? selection.ids : selection?.what === 'item' ? [selection.id] : [];
	return ids.map((id) => plan.items.get(id)).filter(hasGround);
}

/** What a line or shape drawn over the plan makes of it: the edit, the thing that it is done to, and what comes of it beside. */
interface DrawnChange {
	readonly edit: Edit;
	readonly item: Item;
	readonly made: readonly ItemId[];
}

/**
 * Splits, cuts or redraws the selected ground along what was drawn, or, where none is selected, the ground that lies under
 * the drawn points. All of it is one edit; the parts are picked out. A refusal changes nothing.
 */
export function finishShape(host: ToolHost, tool: ShapeTool, points: readonly LngLat[]): Refusal | null {
	const { editor } = host;
	const change = drawnChange(host, tool, points);
	if (isNo(change)) return change;
	editor.do(change.edit);
	editor.select(selectionOfItems([change.item.id, ...change.made]));
	editor.setTool('select');
	return null;
}

/**
 * Shows what finishing with `points` would make, as a preview; takes it away for null, and where it would be refused.
 * Answers the areas that come of it, in words.
 */
export function showShape(host: ToolHost, tool: ShapeTool, points: readonly LngLat[] | null): string {
	const { editor } = host;
	const isEnough = points !== null && points.length >= (tool === 'cut' ? 3 : 2);
	const change = isEnough ? drawnChange(host, tool, points) : null;
	if (!change || isNo(change)) {
		editor.showPreview(null);
		return '';
	}
	const { edit, item, made } = change;
	editor.showPreview(edit);
	const after = (id: ItemId): number => {
		const one = edit.put.find((put) => put.id === id);
		return one ? itemAreaM2(one) : 0;
	};
	if (tool === 'split') {
		const areas = [item.id, ...made].map(after).sort((a, b) => b - a);
		const more = areas.length > MOST_SAID ? ' + …' : '';
		return areas.slice(0, MOST_SAID).map(areaText).join(' + ') + more;
	}
	const left = after(item.id);
	// what is cut is drawn, and its area said, already
	if (tool === 'cut') return `→ ${areaText(left)}`;
	const more = left - itemAreaM2(item);
	return `→ ${areaText(left)} (${more < 0 ? '−' : '+'}${areaText(Math.abs(more))})`;
}

/** Of so many parts the areas are said. */
const MOST_SAID = 4;

function drawnChange(host: ToolHost, tool: ShapeTool, points: readonly LngLat[]): DrawnChange | Refusal {
	const { plan } = host.editor;
	const selected = selectedGrounds(host);
	const targets = selected.length > 0 ? selected : groundUnder(host, points);
	const [item] = targets;
	if (!item) return refuse({ code: 'no-such-item', severity: 'error' });
	const made: ItemId[] = [];
	const edit =
		tool === 'split'
			? splitItem(plan, item.id, [points], (count) => {
					made.push(...newIds(plan, item.kind, count));
					return made;
				})
			: tool === 'draw-over'
				? drawOver(plan, item.id, points)
				: subtractGround(
						plan,
						targets.map(({ id }) => id),
						[[[...points, points[0] as LngLat].map((at) => [...at])]]
					);
	return isRefusal(edit) ? edit : { edit, item, made };
}

/** The outlines of an item as places, for a sketch. */
export function outlinesOf(item: Item): LngLat[][] {
	return linesOf(item)
		.flat()
		.map((line) => line.map(placeOf));
}
