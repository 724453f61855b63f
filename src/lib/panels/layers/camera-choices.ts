import type { Plan } from '../../domain/plan.ts';

/**
 * A list of what is let through with `one` put in or taken out; null stands for all of `all`, and
 * comes back when all are in again.
 */
export function toggledIn<T>(chosen: readonly T[] | null, all: readonly T[], one: T): readonly T[] | null {
	const now = chosen ?? all;
	const next = now.includes(one) ? now.filter((other) => other !== one) : [...now, one];
	return all.every((other) => next.includes(other)) ? null : next;
}

/** Owners of the plan's cameras with how many they have, most first; '' stands for cameras that name none. */
export function ownersOf(plan: Plan): { owner: string; cameras: number }[] {
	const counts = new Map<string, number>();
	for (const item of plan.items.values()) {
		if (item.kind !== 'camera') continue;
		const owner = item.properties.owner ?? '';
		counts.set(owner, (counts.get(owner) ?? 0) + 1);
	}
	return [...counts]
		.map(([owner, cameras]) => ({ owner, cameras }))
		.sort((a, b) => b.cameras - a.cameras || (a.owner < b.owner ? -1 : 1));
}
