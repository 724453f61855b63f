import { applyEdit, type Edit } from './edit.ts';
import type { History } from './history.ts';
import type { Item, ItemId } from './items.ts';
import type { Plan } from './plan.ts';

/**
 * Goes to the state of `history` in which `to` steps are done (0 is before the first), as undoing or
 * redoing one by one would (a map of items has no order of its own: `rank` is); null where it is there already, or has no such state.
 *
 * `edit` is all that changes on the way, as one: an item that comes back to what it was is not in
 * it, so that the map and the analysis hear of a jump over thousands of steps once. Costs what the
 * steps between touch.
 */
export function jumpTo(
	plan: Plan,
	history: History,
	to: number
): { plan: Plan; history: History; edit: Edit } | null {
	const { steps, cursor } = history;
	if (!Number.isInteger(to) || to < 0 || to > steps.length || to === cursor) return null;
	const way =
		to < cursor
			? steps
					.slice(to, cursor)
					.reverse()
					.map(({ inverse }) => inverse)
			: steps.slice(cursor, to).map(({ edit }) => edit);
	const edit = joined(plan, way);
	return { plan: applyEdit(plan, edit).plan, history: { ...history, cursor: to }, edit };
}

/** What `way`, done in turn from `plan` on, comes to; labelled as its last edit. */
function joined(plan: Plan, way: readonly Edit[]): Edit {
	const last = new Map<ItemId, Item | null>();
	let header: Plan['header'] | undefined;
	for (const { drop, put, header: named } of way) {
		for (const id of drop) last.set(id, null);
		for (const item of put) last.set(item.id, item);
		header = named ?? header;
	}
	const put: Item[] = [];
	const drop: ItemId[] = [];
	for (const [id, item] of last) {
		const before = plan.items.get(id);
		if (item === null) {
			if (before) drop.push(id);
		} else if (item !== before) put.push(item);
	}
	const { label } = way[way.length - 1] as Edit;
	return header && header !== plan.header ? { label, put, drop, header } : { label, put, drop };
}
