import type { Map as MapLibreMap } from 'maplibre-gl';
import { combineIds, idsOf, type Taking } from '../editor/combine-ids.ts';
import type { Editor } from '../editor/editor.svelte.ts';
import { itemsWithin } from '../editor/items-within.ts';
import { selectionOfItems } from '../editor/selection.ts';
import type { LngLat, Px } from '../geo/coordinates.ts';

/**
 * Picks out what lies within a polygon of the screen: the cameras that are shown, as symbols or in
 * numbers, and other things that lie in it wholly. Nothing happens where something else was picked
 * meanwhile.
 */
export async function pickWithin(
	map: MapLibreMap,
	editor: Editor,
	polygon: readonly Px[],
	taking: Taking
): Promise<void> {
	const before = editor.selection;
	const corners = polygon.map(({ px, py }): LngLat => {
		const { lng, lat } = map.unproject([px, py]);
		return [lng, lat];
	});
	const others = itemsWithin(editor.plan, editor.layers, corners).filter((id) => !editor.hidden.has(id));
	const cameras = editor.layers.cameras.visible ? await editor.analysis.camerasWithin(corners) : [];
	if (editor.selection !== before) return;
	editor.select(selectionOfItems(combineIds(idsOf(before), [...others, ...cameras], taking)));
}
