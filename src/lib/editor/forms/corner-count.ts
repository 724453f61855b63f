import { linesOf } from '../../domain/fabric/corners.ts';
import type { Item, ItemId } from '../../domain/items.ts';
import type { Plan } from '../../domain/plan.ts';

/** Corners of things, of their holes too; the place where a ring closes counts once. Points have none. */
export function cornerCount(items: Iterable<Item>): number {
	let count = 0;
	for (const item of items) {
		const isLine = item.geometry.type === 'LineString';
		for (const line of linesOf(item).flat()) count += isLine ? line.length : Math.max(0, line.length - 1);
	}
	return count;
}

/** The things of `plan` with these ids that are there. */
export function itemsOf(plan: Plan, ids: readonly ItemId[]): Item[] {
	return ids.flatMap((id) => plan.items.get(id) ?? []);
}
