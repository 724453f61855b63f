import { ItemMap } from './item-map.ts';
import type { Item, ItemId } from './items.ts';
import type { Plan, PlanHeader } from './plan.ts';

/**
 * The only way a plan changes: items to put (new, or in place of the one with the same id) and ids
 * to drop. Undo, saving, the audit trail, redraw and re-analysis all read this one thing.
 */
export interface Edit {
	/** What was done, as a stable code of the message table with its arguments. */
	readonly label: EditLabel;
	readonly put: readonly Item[];
	readonly drop: readonly ItemId[];
	/** The plan's header after the edit, where the edit changes it (a new name). */
	readonly header?: PlanHeader | undefined;
}

/** A verb and what it was done to; the interface words it in the user's language. */
export interface EditLabel {
	readonly verb: EditVerb;
	readonly kind?: Item['kind'] | undefined;
	readonly name?: string | undefined;
	readonly count?: number | undefined;
}
export type EditVerb =
	| 'add'
	| 'remove'
	| 'move'
	| 'turn'
	| 'widen'
	| 'reshape'
	| 'change'
	| 'open'
	| 'seal'
	| 'rename'
	| 'split'
	| 'merge'
	| 'subtract'
	| 'clip'
	| 'fill'
	| 'simplify'
	| 'repair'
	| 'paste'
	| 'duplicate'
	| 'lock'
	| 'unlock'
	| 'ignore'
	| 'heed'
	| 'take-over';

/**
 * The plan after `edit`; `inverse` is the edit that would bring `plan` back. Costs what the edit
 * touches, once the items of the plan are an `ItemMap`, as those of every answer are.
 */
export function applyEdit(plan: Plan, edit: Edit): { plan: Plan; inverse: Edit } {
	const items = ItemMap.of(plan.items).with(edit.put, edit.drop);
	const restored: Item[] = [];
	const removed: ItemId[] = [];

	for (const id of new Set([...edit.drop, ...edit.put.map((item) => item.id)])) {
		const before = plan.items.get(id);
		if (before) restored.push(before);
		else removed.push(id);
	}

	const inverse: Edit = { label: edit.label, put: restored, drop: removed };
	if (!edit.header) return { plan: { ...plan, items }, inverse };
	return { plan: { ...plan, items, header: edit.header }, inverse: { ...inverse, header: plan.header } };
}
