import { ItemMap } from './item-map.ts';
import type { Plan } from './plan.ts';

/** The highest rank of what a plan holds, unread features included; -1 where it holds nothing. */
export function lastRank(plan: Plan): number {
	let last = ItemMap.of(plan.items).lastRank();
	for (const { rank } of plan.unread ?? []) if (rank > last) last = rank;
	return last;
}
