import type { Map as MapLibreMap } from 'maplibre-gl';
import type { ItemId } from '../domain/items.ts';
import type { Editor } from '../editor/editor.svelte.ts';
import { selectionOfItems } from '../editor/selection.ts';
import type { LngLat, Px } from '../geo/coordinates.ts';
import type { LayerId } from './layer-order.ts';

/** Symbols that a box picks out by what is drawn; cameras are asked for, for they may be many. */
const PLACES: readonly LayerId[] = ['checkpoint', 'station', 'key-site'];

/**
 * Picks out what stands within a rectangle of the screen: the cameras that are shown, as symbols or
 * in numbers, and the places that are drawn. Nothing happens where something else was picked
 * meanwhile.
 */
export async function pickBox(map: MapLibreMap, editor: Editor, a: Px, b: Px): Promise<void> {
	const before = editor.selection;
	const box: [[number, number], [number, number]] = [
		[Math.min(a.px, b.px), Math.min(a.py, b.py)],
		[Math.max(a.px, b.px), Math.max(a.py, b.py)]
	];
	const [[west, north], [east, south]] = box;
	const corners = [
		[west, north],
		[east, north],
		[east, south],
		[west, south]
	].map(([x, y]): LngLat => {
		const { lng, lat } = map.unproject([x as number, y as number]);
		return [lng, lat];
	});
	const places = map
		.queryRenderedFeatures(box, { layers: [...PLACES] })
		.flatMap(({ properties }) => (typeof properties.id === 'string' ? [properties.id as ItemId] : []));
	const cameras = editor.layers.cameras.visible ? await editor.analysis.camerasWithin(corners) : [];
	if (editor.selection !== before) return;
	editor.select(selectionOfItems([...new Set([...places, ...cameras])]));
}
