import { ItemMap } from '../domain/item-map.ts';
import type { ItemId, Kind } from '../domain/items.ts';
import type { Plan } from '../domain/plan.ts';

/** The next free id of a kind, `checkpoint-48`: counted on from how many the plan has. */
export function newId(plan: Plan, kind: Kind): ItemId {
	let number = 1 + ItemMap.of(plan.items).countOf(kind);
	while (plan.items.has(`${kind}-${number}` as ItemId)) number += 1;
	return `${kind}-${number}` as ItemId;
}
