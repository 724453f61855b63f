import { doEdit, EMPTY_HISTORY, redo, undo, type History } from '../../domain/history.ts';
import type { ItemMap } from '../../domain/item-map.ts';
import type { Item } from '../../domain/items.ts';
import { jumpTo } from '../../domain/jump-to.ts';
import type { Plan } from '../../domain/plan.ts';
import type { EditorStep } from '../editor.svelte.ts';

/**
 * One line of a plan's edit log: what was done, its place in the log, and when. The log is only
 * ever appended to; a server's log takes the same lines and adds who.
 */
export interface LogEntry {
	readonly plan: string;
	/** From 1, without holes. */
	readonly seq: number;
	/** ISO 8601, UTC. */
	readonly at: string;
	readonly step: EditorStep;
}

/** A plan as it was when its log began, with the undo history it had then. */
export interface Snapshot {
	readonly header: Plan['header'];
	/** All things of a small plan; none where they are kept in pieces. */
	readonly items: readonly Item[];
	readonly rest: Omit<Plan, 'header' | 'items'>;
	readonly history: History;
	/** Where the things of a large plan are kept. */
	readonly pieces?: { readonly mark: string; readonly count: number };
}

/** `plan` without its things and `history` as the store keeps them. */
export function takeSnapshot(plan: Plan, history: History): Omit<Snapshot, 'items' | 'pieces'> {
	const { header, items: _items, ...rest } = plan;
	return { header, rest, history };
}

/**
 * The plan and its undo history after `entries` on top of `snapshot` with `items`, in order of
 * `seq`. Stops at the first hole: what comes after it rests on an edit that is not there.
 */
export function replay(
	snapshot: Snapshot,
	items: ItemMap,
	entries: readonly LogEntry[],
	after: number
): { plan: Plan; history: History } {
	let plan: Plan = { ...snapshot.rest, header: snapshot.header, items };
	// one list for all of it: a copy at each entry of a long log would cost its square
	const steps = [...snapshot.history.steps];
	let { cursor } = snapshot.history;
	let seq = after;
	for (const entry of [...entries].sort((a, b) => a.seq - b.seq)) {
		if (entry.seq <= after) continue;
		if (entry.seq !== seq + 1) break;
		seq = entry.seq;
		const { step } = entry;
		if (step.type === 'do') {
			const done = doEdit(plan, EMPTY_HISTORY, step.edit, step.at);
			plan = done.plan;
			steps.length = cursor;
			steps.push(...done.history.steps);
			cursor += 1;
			continue;
		}
		const next = goTo(plan, { steps, cursor }, step);
		if (next) {
			plan = next.plan;
			cursor = next.history.cursor;
		}
	}
	return { plan, history: { steps, cursor } };
}

function goTo(
	plan: Plan,
	history: History,
	step: Exclude<EditorStep, { type: 'do' }>
): { plan: Plan; history: History } | null {
	if (step.type === 'undo') return undo(plan, history);
	if (step.type === 'redo') return redo(plan, history);
	return jumpTo(plan, history, step.to);
}
