import type { Editor, ViewRequest } from './editor.svelte.ts';
import { drawnFeature } from './drawings.ts';
import { extentOf, extentOfLine } from './extent.ts';
import type { Selection } from './selection.ts';

/** Close enough to tell which road of a junction is meant. */
const POINT_ZOOM = 16.5;

/** Where to look to see what is selected; null where it is there no more. */
export function viewOf(editor: Editor, selection: Selection): ViewRequest | null {
	switch (selection.what) {
		case 'item': {
			const item = editor.shown.items.get(selection.id);
			if (!item) return null;
			if (item.geometry.type === 'Point') {
				return { at: item.geometry.coordinates as [number, number], zoom: POINT_ZOOM };
			}
			return boxed(extentOf([item]));
		}
		case 'items':
			return boxed(extentOf(selection.ids.flatMap((id) => editor.shown.items.get(id) ?? [])));
		case 'gap': {
			const gap = editor.coverage?.gaps.find(({ id }) => id === selection.id);
			return gap ? { bbox: gap.bbox } : null;
		}
		case 'crossing': {
			const crossing = editor.seal?.crossings.find(
				({ ring, number }) => ring === selection.ring && number === selection.number
			);
			return crossing ? { at: crossing.at, zoom: POINT_ZOOM } : null;
		}
		case 'leak': {
			const leak = editor.seal?.leaks.find(
				({ ring, number }) => ring === selection.ring && number === selection.number
			);
			if (!leak) return null;
			return leak.route.length > 1 ? boxed(extentOfLine(leak.route)) : { at: leak.at, zoom: POINT_ZOOM };
		}
		case 'unseen': {
			const stretch = editor.routes?.stretches.find(({ id }) => id === selection.id);
			return stretch ? boxed(extentOfLine(stretch.line)) : null;
		}
		case 'drawn': {
			const geometry = drawnFeature(editor.drawn, selection.by, selection.id)?.geometry;
			if (geometry?.type === 'Point') {
				return { at: geometry.coordinates as [number, number], zoom: POINT_ZOOM };
			}
			return geometry && 'coordinates' in geometry
				? boxed(extentOfLine([geometry.coordinates as never]))
				: null;
		}
	}
}

function boxed(bbox: ReturnType<typeof extentOf>): ViewRequest | null {
	return bbox ? { bbox } : null;
}
