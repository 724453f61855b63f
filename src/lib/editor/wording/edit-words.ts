import type { EditLabel, EditVerb } from '../../domain/edit.ts';
import { m } from '../../paraglide/messages.js';
import { kindsText, kindText } from './kind-words.ts';
import { countText } from './quantity.ts';

const VERB: Record<EditVerb, (inputs: { what: string }) => string> = {
	add: m.edit_add,
	remove: m.edit_remove,
	move: m.edit_move,
	turn: m.edit_turn,
	widen: m.edit_widen,
	reshape: m.edit_reshape,
	change: m.edit_change,
	open: m.edit_open,
	seal: m.edit_seal,
	rename: () => m.edit_rename(),
	split: m.edit_split,
	merge: m.edit_merge,
	subtract: m.edit_subtract,
	clip: m.edit_clip,
	fill: m.edit_fill,
	simplify: m.edit_simplify,
	repair: m.edit_repair,
	paste: m.edit_paste,
	duplicate: m.edit_duplicate,
	lock: m.edit_lock,
	unlock: m.edit_unlock,
	ignore: m.edit_ignore,
	heed: m.edit_heed,
	'take-over': m.edit_take_over
};

/** What an edit did, as the undo button and the log say it: "Move Kenesary 4", "Delete 3 × Cameras". */
export function editText(label: EditLabel): string {
	return VERB[label.verb]({ what: whatText(label) });
}

/** What an edit was done to: a name, a kind, or how many. */
export function whatText({ kind, name, count = 1 }: EditLabel): string {
	if (count > 1) {
		const n = countText(count);
		return kind ? m.edit_many_kind({ n, kind: kindsText(kind) }) : m.edit_many({ count, n });
	}
	if (name) return name;
	return kind ? kindText(kind) : m.edit_many({ count, n: countText(count) });
}
