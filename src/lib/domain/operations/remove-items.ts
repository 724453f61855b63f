import type { Edit } from '../edit.ts';
import type { Item, ItemId } from '../items.ts';
import type { Plan } from '../plan.ts';
import { refuse, type Refusal } from '../refusal.ts';

/**
 * Removes items. Ids that the plan does not have are passed over; refuses where none is left.
 * What named a removed item (a checkpoint's `ring`) keeps the name.
 */
export function removeItems(plan: Plan, ids: Iterable<ItemId>): Edit | Refusal {
	const items = [...new Set(ids)].map((id) => plan.items.get(id)).filter((item): item is Item => !!item);
	const [first] = items;
	if (!first) return refuse({ code: 'nothing-to-remove', severity: 'error' });
	const kind = items.every((item) => item.kind === first.kind) ? first.kind : undefined;
	const name = items.length === 1 ? first.properties.name : undefined;
	return {
		label: { verb: 'remove', kind, name, count: items.length },
		put: [],
		drop: items.map((item) => item.id)
	};
}
