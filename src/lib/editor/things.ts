import type { Item, Kind } from '../domain/items.ts';
import type { Plan } from '../domain/plan.ts';
import { itemTitle } from './wording/item-title.ts';

export type ThingSort = 'file' | 'name' | 'status';

/** The things of a kind that a query finds, in the wished order. */
export interface ThingQuery {
	readonly kind: Kind | 'all';
	/** Every word must occur in name, id, team, owner or device code; case does not matter. */
	readonly text: string;
	readonly sort: ThingSort;
	/** BCP 47 tag for the order of names. */
	readonly locale: string;
}

/** Finds things; O(n log n) in the things of the plan when sorted by name. */
export function findThings(plan: Plan, query: ThingQuery): Item[] {
	const words = query.text.toLowerCase().split(/\s+/).filter(Boolean);
	const found: Item[] = [];
	for (const item of plan.items.values()) {
		if (query.kind !== 'all' && item.kind !== query.kind) continue;
		if (words.length === 0 || isFound(item, words)) found.push(item);
	}
	if (query.sort === 'file') return found.sort((a, b) => a.rank - b.rank);
	const keys = new Map(
		found.map((item) => [item, query.sort === 'name' ? itemTitle(item) : statusOf(item)] as const)
	);
	const { compare } = new Intl.Collator(query.locale, { numeric: true });
	return found.sort((a, b) => compare(keys.get(a) as string, keys.get(b) as string) || a.rank - b.rank);
}

/** What a list sorts and marks a thing by: status, health or level, as the plan file says it. */
export function statusOf({ kind, properties }: Item): string {
	if (kind === 'camera') {
		const { health = 'working', status = 'built' } = properties;
		return status === 'planned' ? 'planned' : health;
	}
	if (kind === 'checkpoint') return properties.status ?? 'staffed';
	if (kind === 'key-site') return properties.category;
	return String(properties.level ?? '');
}

function isFound(item: Item, words: readonly string[]): boolean {
	const { name, team, owner, deviceCode } = item.properties;
	const text = [itemTitle(item), name, item.id, team, owner, deviceCode]
		.filter((part) => typeof part === 'string')
		.join(' ')
		.toLowerCase();
	return words.every((word) => text.includes(word));
}
