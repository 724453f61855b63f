import type { ItemId } from '../../domain/items.ts';
import type { Plan } from '../../domain/plan.ts';
import { m } from '../../paraglide/messages.js';
import type { DrawMethod } from '../tools/drawing/draw-method.ts';
import { DRAWN_KIND, type DrawingTool } from '../tools/drawing/drawn-kind.ts';
import { itemTitle } from './item-title.ts';
import { countText } from './quantity.ts';

const METHOD: Record<DrawMethod, () => string> = {
	points: m.draw_points,
	freehand: m.draw_freehand,
	roads: m.draw_roads,
	water: m.draw_water,
	railway: m.draw_railway,
	rectangle: m.draw_rectangle,
	circle: m.draw_circle
};

/** A way to draw, as its button says it. */
export function methodText(method: DrawMethod): string {
	return METHOD[method]();
}

/** What to do with the pointer while drawing, and what ends it. */
export function drawHint(tool: DrawingTool, method: DrawMethod): string {
	switch (method) {
		case 'freehand':
			return m.draw_hint_freehand();
		case 'rectangle':
			return m.draw_hint_rectangle();
		case 'circle':
			return m.draw_hint_circle();
		default: {
			const end = DRAWN_KIND[tool] === 'patrol-route' ? m.draw_hint_end_line() : m.draw_hint_end_ground();
			return `${method === 'points' ? m.draw_hint_points() : followHint(method)} ${end}`;
		}
	}
}

function followHint(method: 'roads' | 'water' | 'railway'): string {
	const what = { roads: m.draw_what_roads, water: m.draw_what_water, railway: m.draw_what_railway }[method];
	return m.draw_hint_follow({ what: what() });
}

/** What was cut off a new shape: "Cut back where it lay over Zone 3 and 2 others." */
export function cutText(plan: Plan, inTheWay: readonly ItemId[]): string {
	const item = plan.items.get(inTheWay[0] as ItemId);
	const what = item ? itemTitle(item) : '';
	const others = inTheWay.length - 1;
	return others > 0 ? m.draw_cut_many({ what, n: countText(others) }) : m.draw_cut({ what });
}
