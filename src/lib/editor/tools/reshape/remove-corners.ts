import { applyEdit, type Edit } from '../../../domain/edit.ts';
import type { Item, ItemId } from '../../../domain/items.ts';
import { removeCorner } from '../../../domain/operations/remove-corner.ts';
import type { Plan } from '../../../domain/plan.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import type { LngLat } from '../../../geo/coordinates.ts';
import { cornerAtPlace } from './shape-corners.ts';

/** Takes several corners out of an item, and of all that share them, as one edit; null where it has none of them. */
export function removeCorners(plan: Plan, id: ItemId, places: readonly LngLat[]): Edit | Refusal | null {
	let now = plan;
	let label: Edit['label'] | null = null;
	const put = new Map<ItemId, Item>();
	for (const place of places) {
		const item = now.items.get(id);
		const at = item && cornerAtPlace(item, place);
		if (!at) continue;
		const edit = removeCorner(now, id, at);
		if (isRefusal(edit)) return edit;
		for (const one of edit.put) put.set(one.id, one);
		label = edit.label;
		now = applyEdit(now, edit).plan;
	}
	return label && { label, put: [...put.values()], drop: [] };
}
