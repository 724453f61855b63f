import type { ItemId } from '../domain/items.ts';
import { itemsOfKind, type Plan } from '../domain/plan.ts';
import { m } from '../paraglide/messages.js';
import { itemTitle } from './wording/item-title.ts';

/** Ground whose streets can be driven, or that can be divided. */
export interface PatrolGround {
	readonly value: ItemId | 'all-zones';
	readonly text: string;
	readonly group?: string | undefined;
	readonly ids: readonly ItemId[];
}

/** Patrol zones, areas and rings of the plan, and all patrol zones together where there are several. */
export function patrolGrounds(plan: Plan): PatrolGround[] {
	const grounds: PatrolGround[] = [];
	const zones = itemsOfKind(plan, 'patrol-zone');
	if (zones.length > 1) {
		grounds.push({
			value: 'all-zones',
			text: m.patrol_all_zones(),
			group: m.patrol_group_zones(),
			ids: zones.map(({ id }) => id)
		});
	}
	for (const [items, group] of [
		[zones, m.patrol_group_zones()],
		[itemsOfKind(plan, 'area'), m.patrol_group_areas()],
		[itemsOfKind(plan, 'control-ring'), m.patrol_group_rings()]
	] as const) {
		for (const item of items) grounds.push({ value: item.id, text: itemTitle(item), group, ids: [item.id] });
	}
	return grounds;
}

/** The ground chosen; the first single one where that is no longer there; undefined where there is none. */
export function chosenGround(
	grounds: readonly PatrolGround[],
	value: PatrolGround['value'] | null
): PatrolGround | undefined {
	return (
		grounds.find((ground) => ground.value === value) ??
		grounds.find((ground) => ground.value !== 'all-zones') ??
		grounds[0]
	);
}
