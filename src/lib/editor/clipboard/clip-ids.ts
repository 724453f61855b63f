import type { Item, ItemId, Kind } from '../../domain/items.ts';
import type { Plan } from '../../domain/plan.ts';
import { newIds } from '../new-ids.ts';

/** A free id of the plan for the copy of each of `items`, by the id of what is copied. */
export function clipIds(plan: Plan, items: Iterable<Item>): Map<ItemId, ItemId> {
	const kinds = new Map<Kind, ItemId[]>();
	for (const { kind, id } of items) {
		const ids = kinds.get(kind);
		if (ids) ids.push(id);
		else kinds.set(kind, [id]);
	}
	const idOf = new Map<ItemId, ItemId>();
	for (const [kind, ids] of kinds) {
		for (const [i, id] of newIds(plan, kind, ids.length).entries()) idOf.set(ids[i], id);
	}
	return idOf;
}
