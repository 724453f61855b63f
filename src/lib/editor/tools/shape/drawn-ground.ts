import { linesOf } from '../../../domain/fabric/corners.ts';
import type { Item, ItemId } from '../../../domain/items.ts';
import { drawOver } from '../../../domain/operations/draw-over.ts';
import { splitItem } from '../../../domain/operations/split-item.ts';
import { subtractGround } from '../../../domain/operations/subtract-ground.ts';
import { isRefusal, refuse, type Refusal } from '../../../domain/refusal.ts';
import type { LngLat } from '../../../geo/coordinates.ts';
import { newIds } from '../../new-ids.ts';
import { selectionOfItems } from '../../selection.ts';
import { placeOf } from '../reshape/grips.ts';
import type { ToolHost } from '../pointer-tool.ts';
import type { Tool } from '../tool.ts';

/** Tools that change what is there by a line or a shape drawn over it. */
export const SHAPE_TOOLS = ['split', 'cut', 'draw-over'] as const satisfies readonly Tool[];
export type ShapeTool = (typeof SHAPE_TOOLS)[number];

/** Whether a tool changes what is there by drawing over it. */
export function isShapeTool(tool: Tool): tool is ShapeTool {
	return (SHAPE_TOOLS as readonly Tool[]).includes(tool);
}

/** Whether an item has ground that can be cut. */
export function hasGround(item: Item | null | undefined): item is Item {
	return item?.geometry.type === 'Polygon' || item?.geometry.type === 'MultiPolygon';
}

/** The things with ground that are selected. */
export function selectedGrounds({ editor }: Pick<ToolHost, 'editor'>): Item[] {
	const { selection, plan } = editor;
	const ids = selection?.what === 'items' ? selection.ids : selection?.what === 'item' ? [selection.id] : [];
	return ids.map((id) => plan.items.get(id)).filter(hasGround);
}

/**
 * Splits, cuts or redraws the selected ground along what was drawn, or, where none is selected, the ground that lies under
 * the drawn points. All of it is one edit; the parts are picked out. A refusal changes nothing.
 */
export function finishShape(host: ToolHost, tool: ShapeTool, points: readonly LngLat[]): Refusal | null {
	const { editor } = host;
	const { plan } = editor;
	const selected = selectedGrounds(host);
	const targets = selected.length > 0 ? selected : under(host, points);
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
	if (isRefusal(edit)) return edit;
	editor.do(edit);
	editor.select(selectionOfItems([item.id, ...made]));
	editor.setTool('select');
	return null;
}

/** The topmost ground under the middle of what was drawn, or under any of its points or sides. */
function under(host: ToolHost, points: readonly LngLat[]): Item[] {
	const middles = points
		.slice(1)
		.map((b, i): LngLat => [((points[i] as LngLat)[0] + b[0]) / 2, ((points[i] as LngLat)[1] + b[1]) / 2]);
	for (const place of [...middles, ...points]) {
		for (const { selection } of host.hits(host.project(place))) {
			const item = selection.what === 'item' ? host.editor.plan.items.get(selection.id) : null;
			if (hasGround(item)) return [item];
		}
	}
	return [];
}

/** The outlines of an item as places, for a sketch. */
export function outlinesOf(item: Item): LngLat[][] {
	return linesOf(item)
		.flat()
		.map((line) => line.map(placeOf));
}
