import type { History } from '../domain/history.ts';
import type { EditLabel } from '../domain/edit.ts';
import type { ItemId } from '../domain/items.ts';
import { editText } from './wording/edit-words.ts';

/** A state of the plan one can go to, as the list of the history shows it. */
export interface HistoryRow {
	/** How many steps are done there; `editor.jump` takes it. */
	readonly to: number;
	/** What was done last there; null where nothing was yet. */
	readonly label: EditLabel | null;
	/** When; ISO 8601, UTC, where it is known. */
	readonly at: string | null;
	readonly state: 'done' | 'present' | 'undone';
}

/**
 * Every state of `history`, the newest first and the one before all steps last. With `words`, the
 * steps whose text in the present language has them in it, whatever the case; the first state has
 * no words and is left out then.
 */
export function historyRows({ steps, cursor }: History, words = ''): HistoryRow[] {
	const sought = words.trim().toLocaleLowerCase();
	const rows: HistoryRow[] = [];
	for (let to = steps.length; to >= 0; to--) {
		const step = steps[to - 1];
		if (sought && !(step && editText(step.edit.label).toLocaleLowerCase().includes(sought))) continue;
		const state = to === cursor ? 'present' : to < cursor ? 'done' : 'undone';
		rows.push({ to, label: step?.edit.label ?? null, at: step?.at ?? null, state });
	}
	return rows;
}

/** What the step that leads to state `to` touched; nothing for the first state. */
export function touchedBy({ steps }: History, to: number): ItemId[] {
	const edit = steps[to - 1]?.edit;
	return edit ? [...new Set([...edit.put.map(({ id }) => id), ...edit.drop])] : [];
}
