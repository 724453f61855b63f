import type { Rings } from '../../geo/fabric/lay.ts';
import { applyEdit, type Edit, type EditVerb } from '../edit.ts';
import type { Item, ItemId } from '../items.ts';
import type { Plan } from '../plan.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { fitGrounds, type Change } from './fit-grounds.ts';
import { groundsOf, isNo, labelOf } from './ground-of.ts';
import { levelOf, type Ground } from './neighbours.ts';

/**
 * The one edit that gives each of `ids` the ground that `groundFor` makes of its own; null is as it was, none
 * removes it. Refuses (`nothing-cut`) where all stay as they were.
 */
export function changeGrounds(
	plan: Plan,
	verb: EditVerb,
	ids: readonly ItemId[],
	groundFor: (rings: Rings) => readonly Rings[] | null
): Edit | Refusal {
	const grounds = groundsOf(plan, ids);
	if (isNo(grounds)) return grounds;
	const changed: { ground: Ground; rings: Rings }[] = [];
	for (const ground of grounds) {
		const faces = groundFor(ground.shape.rings);
		if (faces) changed.push({ ground, rings: faces.flat() });
	}
	if (changed.length === 0) {
		return refuse({ code: 'nothing-cut', severity: 'error', ...(ids.length === 1 && { featureId: ids[0] }) });
	}
	const label = labelOf(
		verb,
		changed.map(({ ground }) => ground.item)
	);
	// kind by kind and level by level, each on the plan the one before it left
	const groups = new Map<string, typeof changed>();
	for (const change of changed) {
		const { item } = change.ground;
		const key = `${item.kind} ${levelOf(item)}`;
		groups.set(key, [...(groups.get(key) ?? []), change]);
	}
	let now = plan;
	const put = new Map<ItemId, Item>();
	const drop = new Set<ItemId>();
	for (const group of groups.values()) {
		const changes = group.map(({ ground, rings }): Change => {
			return { item: now.items.get(ground.item.id) ?? ground.item, rings };
		});
		const edit = fitGrounds(now, label, changes);
		if (isRefusal(edit)) return edit;
		for (const item of edit.put) put.set(item.id, item);
		for (const id of edit.drop) drop.add(id);
		if (groups.size > 1) now = applyEdit(now, edit).plan;
	}
	for (const id of drop) put.delete(id);
	return { label, put: [...put.values()], drop: [...drop] };
}
