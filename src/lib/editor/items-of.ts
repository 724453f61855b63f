import type { Item, ItemId } from '../domain/items.ts';
import type { Plan } from '../domain/plan.ts';

/** The things of `plan` with these ids that are there. */
export function itemsOf(plan: Plan, ids: readonly ItemId[]): Item[] {
	return ids.flatMap((id) => plan.items.get(id) ?? []);
}
