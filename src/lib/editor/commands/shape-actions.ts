import type { Edit } from '../../domain/edit.ts';
import { isLocked } from '../../domain/lock.ts';
import type { Item } from '../../domain/items.ts';
import { removeHoles } from '../../domain/operations/remove-holes.ts';
import { takeApart } from '../../domain/operations/take-apart.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { m } from '../../paraglide/messages.js';
import type { Desk } from '../desk.svelte.ts';
import type { Editor } from '../editor.svelte.ts';
import { cornerCount } from '../forms/corner-count.ts';
import type { FormRequest } from '../forms/form-request.ts';
import { newIds } from '../new-ids.ts';
import type { Tool } from '../tools/tool.ts';
import { hasGround } from '../tools/shape/has-ground.ts';
import { holesOf, partsOf } from './form-commands.ts';

/** Something that can be done with the shape of a thing: the command that does it, and why it cannot be done now. */
export interface ShapeAction {
	readonly command: string;
	/** Shorter than the command's title: it stands among its like. */
	readonly text: string;
	/** In words; null where it can be done. */
	readonly why: string | null;
}

/** What can be done with the shape of `item`; empty for what has none, and what makes no sense for it is left out. */
export function shapeActions({ editor }: Pick<Desk, 'editor'>, item: Item): ShapeAction[] {
	if (editor.isReadOnly) return [];
	const locked = isLocked(item) ? m.forms_why_locked() : null;
	const buffer = { command: 'form-buffer', text: m.forms_act_buffer(), why: null };
	if (cornerCount([item]) === 0)
		return [{ ...buffer, why: locked && item.kind === 'key-site' ? locked : null }];
	const action = (command: string, text: string, why: string | null = null): ShapeAction => ({
		command,
		text,
		why: locked ?? why
	});
	const actions = [action('tool-reshape', m.forms_act_reshape())];
	if (hasGround(item)) {
		actions.push(
			action('tool-split', m.forms_act_split()),
			action('form-split-roads', m.forms_act_split_roads(), editor.hasRoads ? null : m.forms_why_no_roads()),
			action('tool-cut', m.forms_act_cut()),
			action('tool-draw-over', m.forms_act_draw_over()),
			action('tool-merge', m.forms_act_merge()),
			action('tool-subtract', m.forms_act_subtract()),
			action('tool-clip', m.forms_act_clip()),
			action('tool-fill-gap', m.forms_act_fill())
		);
	}
	actions.push(action('form-simplify', m.forms_act_simplify()), buffer);
	if (holesOf(item) > 0) actions.push(action('remove-holes', m.forms_act_remove_holes()));
	if (partsOf(item) > 1) actions.push(action('take-apart', m.forms_act_take_apart()));
	return actions;
}

/** Begins `action` with `item` alone picked out, as a menu on the map does; an edit or a refusal where it is done at once. */
export function beginShapeAction(
	editor: Editor,
	{ command }: ShapeAction,
	item: Item
): Edit | Refusal | null {
	const { plan } = editor;
	editor.select({ what: 'item', id: item.id });
	if (command === 'remove-holes') return removeHoles(plan, item.id);
	if (command === 'take-apart') return takeApart(plan, item.id, newIds(plan, item.kind, partsOf(item) - 1));
	if (command.startsWith('form-')) {
		editor.setTool('select');
		editor.aid = null;
		editor.form = { what: command.slice('form-'.length) as FormRequest['what'], ids: [item.id] };
	} else editor.setTool(command.slice('tool-'.length) as Tool);
	return null;
}
