import type { Edit } from '../edit.ts';
import type { Item, ItemId } from '../items.ts';
import { isLocked } from '../lock.ts';
import type { Plan } from '../plan.ts';
import { refuse, type Refusal } from '../refusal.ts';

/**
 * Locks things, or takes their locks away; those that are as wanted already are passed over. Refuses
 * where the plan has none of `ids` that is not. O(ids).
 */
export function lockItems(plan: Plan, ids: Iterable<ItemId>, isToLock: boolean): Edit | Refusal {
	const put: Item[] = [];
	for (const id of new Set(ids)) {
		const item = plan.items.get(id);
		if (!item || isLocked(item) === isToLock) continue;
		const { locked: _before, ...properties } = item.properties;
		put.push({ ...item, properties: isToLock ? { ...properties, locked: true } : properties } as Item);
	}
	const [first] = put;
	if (!first) return refuse({ code: 'no-such-item', severity: 'error' });
	return {
		label: {
			verb: isToLock ? 'lock' : 'unlock',
			kind: put.every(({ kind }) => kind === first.kind) ? first.kind : undefined,
			name: put.length === 1 ? first.properties.name : undefined,
			count: put.length
		},
		put,
		drop: []
	};
}
