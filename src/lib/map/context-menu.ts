import type { Suggestion } from '../domain/findings/sealing.ts';
import { addItem } from '../domain/operations/add-item.ts';
import { isLocked } from '../domain/lock.ts';
import { removeItems } from '../domain/operations/remove-items.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { Edit } from '../domain/edit.ts';
import type { Kind } from '../domain/items.ts';
import type { Editor } from '../editor/editor.svelte.ts';
import type { WayEnd } from '../editor/escape-question.svelte.ts';
import { addOfKind } from '../editor/add-of-kind.ts';
import { newId } from '../editor/new-id.ts';
import { sealBySuggestions } from '../editor/seal-by-suggestions.ts';
import type { Selection } from '../editor/selection.ts';
import { beginShapeAction, shapeActions } from '../editor/commands/shape-actions.ts';
import { rounded } from '../geo/rounded.ts';
import { viewOf } from '../editor/view-of.ts';
import type { LngLat } from '../geo/coordinates.ts';
import { m } from '../paraglide/messages.js';
import type { MenuRow } from './menu.ts';
import { selectionLine } from './words/one-line.ts';

/** What was right-clicked. */
export interface ContextPlace {
	readonly at: LngLat;
	/** A road or crossing close by. */
	readonly onRoad: LngLat | null;
	readonly selection: Selection | null;
	readonly suggestion: Suggestion | null;
	/** The ground on screen as a closed line where the place lies on water; else null. */
	readonly waterIn: readonly LngLat[] | null;
}

/** What can be done at a place of the map; in review only looking. */
export function contextRows(
	editor: Editor,
	place: ContextPlace,
	refuse: (refusal: Refusal) => void
): MenuRow[] {
	const { at, selection, suggestion } = place;
	const rows: MenuRow[] = [];
	const act = (edit: Edit | Refusal): boolean => {
		if (isRefusal(edit)) refuse(edit);
		else editor.do(edit);
		return !isRefusal(edit);
	};
	const add = (kind: Kind & ('checkpoint' | 'camera'), where: LngLat): void => {
		const id = newId(editor.plan, kind);
		const edit =
			kind === 'checkpoint'
				? addItem(
						editor.plan,
						{ kind, geometry: { type: 'Point', coordinates: [...where] }, properties: {} },
						id
					)
				: addOfKind(editor.plan, editor.library.chosen, where, 0, id);
		if (act(edit)) editor.select({ what: 'item', id });
	};

	const text = selection && selectionLine(selection, editor);
	if (selection && text) {
		rows.push({ text, shows: selection, run: () => editor.select(selection) });
		rows.push({
			text: m.map_show_all(),
			run: () => {
				editor.select(selection);
				editor.view = viewOf(editor, selection) ?? editor.view;
			}
		});
	}
	if (editor.hasRoads) {
		const ask = (end: WayEnd): void => {
			editor.escape.set(end, at);
			editor.escape.isWanted = true;
		};
		rows.push(
			{ text: m.way_from_here(), run: () => ask('from') },
			{ text: m.way_to_here(), run: () => ask('to') }
		);
	}
	if (editor.isReadOnly) return rows;

	const item = selection?.what === 'item' ? editor.plan.items.get(selection.id) : undefined;
	for (const action of item ? shapeActions({ editor }, item) : []) {
		if (!item || isLocked(item)) break;
		const { why } = action;
		rows.push({
			text: why === null ? action.text : `${action.text}: ${why}`,
			run: () => {
				if (why !== null) return;
				const edit = beginShapeAction(editor, action, item);
				if (edit) act(edit);
			}
		});
	}
	if (item?.kind === 'control-ring') {
		const ring = item.id;
		rows.push({ text: m.aid_open(), run: () => (editor.aid = { what: 'loop', ring }) });
	}
	if (item) {
		rows.push({
			text: m.map_delete(),
			run: () => {
				if (act(removeItems(editor.plan, [item.id]))) editor.select(null);
			}
		});
	}
	if (suggestion) {
		rows.push({
			text: m.map_add_suggested_checkpoint(),
			run: () => {
				const id = newId(editor.plan, 'checkpoint');
				if (act(sealBySuggestions(editor.plan, [suggestion]))) editor.select({ what: 'item', id });
			}
		});
	}
	rows.push(
		{ text: m.map_add_checkpoint_here(), run: () => add('checkpoint', place.onRoad ?? at) },
		{ text: m.map_add_camera_here(), run: () => add('camera', at) },
		{ text: m.map_draw_zone(), run: () => editor.setTool('draw-zone') },
		{ text: m.map_draw_ring(), run: () => editor.setTool('draw-ring') },
		{
			text: m.aid_menu_drive(),
			run: () => (editor.aid = { what: 'drive', at: rounded(place.onRoad ?? at) })
		}
	);
	const { waterIn: frame } = place;
	if (frame) {
		rows.push({
			text: m.aid_menu_water(),
			run: () => (editor.aid = { what: 'water', at: rounded(at), frame })
		});
	}
	return rows;
}
