import type { Edit } from '../edit.ts';
import type { Item, ItemId } from '../items.ts';
import { lastRank } from '../last-rank.ts';
import type { Plan } from '../plan.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { validateItem } from '../validate-item.ts';
import type { NewItem } from './add-item.ts';

/**
 * Adds several items as the last of the plan, with the ids given, and drops the items `instead` of which
 * they stand: one edit. Refuses an id the plan has already and is not dropped, no items at all, and whatever
 * `validateItem` calls an error of any. Ids to drop that the plan does not have are passed over.
 */
export function addItems(
	plan: Plan,
	items: readonly NewItem[],
	ids: readonly ItemId[],
	instead: readonly ItemId[] = []
): Edit | Refusal {
	const [first] = items;
	if (!first || ids.length !== items.length) return refuse({ code: 'nothing-to-add', severity: 'error' });
	const rank = lastRank(plan);
	const put: Item[] = [];
	const taken = new Set(ids);
	for (const [i, item] of items.entries()) {
		const id = ids[i];
		if ((plan.items.has(id) && !instead.includes(id)) || !taken.delete(id)) {
			return refuse({ code: 'duplicate-id', severity: 'error', featureId: id, seen: id });
		}
		const added = { ...item, id, rank: rank + 1 + i } as Item;
		const error = validateItem(added).find(({ severity }) => severity === 'error');
		if (error) return refuse(error);
		put.push(added);
	}
	const kind = items.every((item) => item.kind === first.kind) ? first.kind : undefined;
	const name = items.length === 1 ? first.properties.name : undefined;
	return {
		label: { verb: 'add', kind, name, count: items.length },
		put,
		drop: [...new Set(instead)].filter((id) => plan.items.has(id) && !ids.includes(id))
	};
}
