import { applyEdit, type Edit } from './edit.ts';
import type { Plan } from './plan.ts';

/** One done step: what was done and what takes it back. */
export interface Step {
	readonly edit: Edit;
	readonly inverse: Edit;
	/** When it was done; ISO 8601, UTC. None in steps that were kept before times were. */
	readonly at?: string;
}

/** Steps and a cursor: steps before the cursor are done, those from it on are undone. Plain data. */
export interface History {
	readonly steps: readonly Step[];
	readonly cursor: number;
}

export const EMPTY_HISTORY: History = { steps: [], cursor: 0 };

/** Does `edit`, at the time `at` where one is given; what was undone is forgotten. */
export function doEdit(
	plan: Plan,
	history: History,
	edit: Edit,
	at?: string
): { plan: Plan; history: History } {
	const { plan: next, inverse } = applyEdit(plan, edit);
	const steps = history.steps.slice(0, history.cursor);
	steps.push(at === undefined ? { edit, inverse } : { edit, inverse, at });
	return { plan: next, history: { steps, cursor: steps.length } };
}

/** Takes the last done step back; null where nothing is done. `edit` is what was applied. */
export function undo(plan: Plan, history: History): { plan: Plan; history: History; edit: Edit } | null {
	const step = history.steps[history.cursor - 1];
	if (!step) return null;
	return {
		plan: applyEdit(plan, step.inverse).plan,
		history: { ...history, cursor: history.cursor - 1 },
		edit: step.inverse
	};
}

/** Does the next undone step again; null where none is undone. `edit` is what was applied. */
export function redo(plan: Plan, history: History): { plan: Plan; history: History; edit: Edit } | null {
	const step = history.steps[history.cursor];
	if (!step) return null;
	return {
		plan: applyEdit(plan, step.edit).plan,
		history: { ...history, cursor: history.cursor + 1 },
		edit: step.edit
	};
}
