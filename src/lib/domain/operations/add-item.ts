import type { Edit } from '../edit.ts';
import type { Item, ItemId } from '../items.ts';
import { lastRank } from '../last-rank.ts';
import type { Plan } from '../plan.ts';
import { putIfSound, refuse, type Refusal } from '../refusal.ts';

/** A new item before it has an id and a place in the plan; one shape per kind. */
export type NewItem = { [K in Item['kind']]: NewItemOf<Extract<Item, { kind: K }>> }[Item['kind']];
type NewItemOf<I extends Item> = Pick<I, 'kind' | 'geometry' | 'properties'>;

/**
 * Adds an item as the last of the plan. Refuses an id that the plan has already, and whatever
 * `validateItem` calls an error.
 */
export function addItem(plan: Plan, item: NewItem, id: ItemId): Edit | Refusal {
	if (plan.items.has(id)) {
		return refuse({ code: 'duplicate-id', severity: 'error', featureId: id, seen: id });
	}
	const added = { ...item, id, rank: lastRank(plan) + 1 } as Item;
	return putIfSound({ verb: 'add', kind: item.kind, name: item.properties.name }, added);
}
