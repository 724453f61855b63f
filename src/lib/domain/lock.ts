import type { Edit } from './edit.ts';
import type { Item } from './items.ts';
import type { Plan } from './plan.ts';
import { refuse, type Refusal } from './refusal.ts';

/** Whether a thing is to stay as it is: `locked: true` among its properties, and nothing else. */
export function isLocked(item: Item): boolean {
	return item.properties.locked === true;
}

/**
 * The refusal of `edit` for the first locked thing of `plan` that it would change or drop; null
 * where it would not. What only takes the lock away, or leaves a thing as it is, passes. O(edit).
 */
export function lockedIn(plan: Plan, edit: Edit): Refusal | null {
	for (const id of edit.drop) {
		const before = plan.items.get(id);
		if (before && isLocked(before)) return refuseLocked(before);
	}
	for (const item of edit.put) {
		const before = plan.items.get(item.id);
		if (before && isLocked(before) && before !== item && !isSameButForLock(before, item)) {
			return refuseLocked(before);
		}
	}
	return null;
}

/** The refusal to change a locked thing, by its name, or by its id where it has none. */
export function refuseLocked({ id, properties }: Item): Refusal {
	const name = typeof properties.name === 'string' && properties.name !== '' ? properties.name : id;
	return refuse({ code: 'locked', severity: 'error', seen: name });
}

function isSameButForLock(a: Item, b: Item): boolean {
	return bareText(a) === bareText(b);
}

function bareText({ kind, geometry, rank, foreign, setAside, properties }: Item): string {
	const { locked: _locked, ...others } = properties;
	const sorted = Object.entries(others).sort(([x], [y]) => (x < y ? -1 : 1));
	return JSON.stringify([kind, geometry, rank, foreign ?? null, setAside ?? null, sorted]);
}
