import type { Item } from '../../../domain/items.ts';
import type { Plan } from '../../../domain/plan.ts';
import type { LngLat } from '../../../geo/coordinates.ts';
import { LAYER_OF_KIND } from '../../all-things.ts';
import type { Editor } from '../../editor.svelte.ts';
import type { Selection } from '../../selection.ts';
import { stackAt } from '../../stack-at.ts';
import type { ToolHost } from '../pointer-tool.ts';
import { hasGround } from './has-ground.ts';

/**
 * The topmost ground under the middle of what was drawn, or under any of its points or sides: none or one. Looked for in
 * the plan, for while a preview is shown the map has what will be.
 */
export function groundUnder(host: ToolHost, points: readonly LngLat[]): Item[] {
	const { plan } = host.editor;
	const middles = points
		.slice(1)
		.map((b, i): LngLat => [((points[i] as LngLat)[0] + b[0]) / 2, ((points[i] as LngLat)[1] + b[1]) / 2]);
	const places = [...middles, ...points];
	// the inside of rings and areas is not drawn: what is drawn there comes first, then their lines
	let area: Item | null = null;
	for (const at of places) {
		for (const item of shownGrounds(host.editor, at)) {
			if (item.kind === 'key-site' || item.kind === 'patrol-zone') return [item];
			if (item.kind === 'area') area ??= item;
		}
	}
	for (const at of places) {
		const [hit] = groundsOf(
			plan,
			host.hits(host.project(at)).map(({ selection }) => selection)
		);
		if (hit) return [hit];
	}
	return area ? [area] : [];
}

/** The grounds at a place that are shown, the finest first. */
function shownGrounds({ plan, layers, hidden }: Editor, at: LngLat): Item[] {
	return groundsOf(plan, stackAt(plan, at, [])).filter(
		({ id, kind }) => layers[LAYER_OF_KIND[kind]].visible && !hidden.has(id)
	);
}

function groundsOf(plan: Plan, selections: readonly Selection[]): Item[] {
	return selections
		.map((selection) => (selection.what === 'item' ? plan.items.get(selection.id) : undefined))
		.filter(hasGround);
}
