import type { Edit } from '../../domain/edit.ts';
import type { ItemId } from '../../domain/items.ts';
import { addItem } from '../../domain/operations/add-item.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { addOfKind } from '../add-of-kind.ts';
import type { Editor } from '../editor.svelte.ts';
import { newId } from '../new-id.ts';
import { newKeySite, newStation } from './place-thing-tool.ts';
import type { Tool } from './tool.ts';

const PLACED = {
	'add-checkpoint': 'checkpoint',
	'add-camera': 'camera',
	'add-station': 'station',
	'add-key-site': 'key-site'
} as const;
type PlacingTool = keyof typeof PLACED;

/** Whether `tool` sets a thing at a point, so that its place can be typed. */
export function isPlacingTool(tool: Tool): tool is PlacingTool {
	return tool in PLACED;
}

/** The edit that sets what `tool` places exactly at `at`: on no road and beside no corner, for it was typed. */
export function placeTyped(
	editor: Editor,
	tool: PlacingTool,
	at: LngLat
): { readonly edit: Edit | Refusal; readonly id: ItemId } {
	const { plan, library } = editor;
	const id = newId(plan, PLACED[tool]);
	switch (tool) {
		case 'add-camera':
			return { id, edit: addOfKind(plan, library.chosen, at, 0, id) };
		case 'add-station':
			return { id, edit: addItem(plan, newStation(at), id) };
		case 'add-key-site':
			return { id, edit: addItem(plan, newKeySite(at), id) };
		case 'add-checkpoint': {
			const geometry = { type: 'Point' as const, coordinates: [...at] };
			return { id, edit: addItem(plan, { kind: 'checkpoint', geometry, properties: {} }, id) };
		}
	}
}
