import type { Item, Kind } from '../../../domain/items.ts';
import type { LngLat } from '../../../geo/coordinates.ts';
import { LAYER_OF_KIND } from '../../all-things.ts';
import type { Selection } from '../../selection.ts';
import { stackAt } from '../../stack-at.ts';
import type { ToolHost } from '../pointer-tool.ts';
import { hasGround } from './has-ground.ts';

/**
 * The topmost ground under the middle of what was drawn, or under any of its points or sides: none or one. Looked for in
 * the plan, for while a preview is shown the map has what will be.
 */
export function groundUnder(host: ToolHost, points: readonly LngLat[]): Item[] {
	const { editor } = host;
	const { plan, layers, hidden } = editor;
	const middles = points
		.slice(1)
		.map((b, i): LngLat => [((points[i] as LngLat)[0] + b[0]) / 2, ((points[i] as LngLat)[1] + b[1]) / 2]);
	const places = [...middles, ...points];
	const first = (found: (at: LngLat) => readonly Selection[], kinds?: readonly Kind[]): Item | undefined => {
		for (const at of places) {
			for (const selection of found(at)) {
				const item = selection.what === 'item' ? plan.items.get(selection.id) : undefined;
				if (hasGround(item) && kinds?.includes(item.kind) !== false) return item;
			}
		}
		return undefined;
	};
	const shown = (at: LngLat): Selection[] =>
		stackAt(plan, at, []).filter((selection) => {
			const item = selection.what === 'item' ? plan.items.get(selection.id) : undefined;
			return item && layers[LAYER_OF_KIND[item.kind]].visible && !hidden.has(item.id);
		});
	// the inside of rings and areas is not drawn: what is drawn there comes first, then their lines
	const found =
		first(shown, ['key-site', 'patrol-zone']) ??
		first((at) => host.hits(host.project(at)).map(({ selection }) => selection)) ??
		first(shown, ['area']);
	return found ? [found] : [];
}
