import { m } from '../../paraglide/messages.js';
import type { CameraHandle, HandleRole } from '../tools/camera-handles.ts';

const ROLE: Readonly<Record<HandleRole, () => string>> = {
	turn: m.heads_handle_turn,
	'widen-left': m.heads_handle_widen,
	'widen-right': m.heads_handle_widen,
	reach: m.heads_handle_reach,
	near: m.heads_handle_near
};

/** What drawing a handle does, in one line: "Head 2 · turn (Shift: steps of 15°; Alt: the whole pole)". */
export function handleText({ role, head }: CameraHandle): string {
	const text = role === 'turn' && head !== undefined ? m.heads_handle_turn_pole() : ROLE[role]();
	return head === undefined ? text : `${m.field_head({ n: head + 1 })} · ${text}`;
}
