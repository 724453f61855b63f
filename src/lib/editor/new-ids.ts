import { ItemMap } from '../domain/item-map.ts';
import type { ItemId, Kind } from '../domain/items.ts';
import type { Plan } from '../domain/plan.ts';

/** The next `count` free ids of a kind, as `newId` counts them. */
export function newIds(plan: Plan, kind: Kind, count: number): ItemId[] {
	const ids: ItemId[] = [];
	for (let number = 1 + ItemMap.of(plan.items).countOf(kind); ids.length < count; number++) {
		const id = `${kind}-${number}` as ItemId;
		if (!plan.items.has(id)) ids.push(id);
	}
	return ids;
}
