import type { Item } from '../../domain/items.ts';

/** How often each value of one property occurs among things. */
export interface ValueCounts {
	/** Most frequent first; undefined where it is not given. */
	readonly values: readonly (readonly [value: unknown, count: number])[];
	/** There are more values than were counted. */
	readonly hasMore: boolean;
}

/** A serial number differs in each thing; more values than this are not told apart. */
const MOST_VALUES = 200;

/** Counts what `read` finds in each of `items`, null as not given; objects are one value if they print alike. O(items). */
export function countValues(items: readonly Item[], read: (item: Item) => unknown): ValueCounts {
	const counts = new Map<unknown, { value: unknown; count: number }>();
	let hasMore = false;
	for (const item of items) {
		const value = read(item) ?? undefined;
		const key = typeof value === 'object' ? JSON.stringify(value) : value;
		const known = counts.get(key);
		if (known) known.count++;
		else if (counts.size < MOST_VALUES) counts.set(key, { value, count: 1 });
		else hasMore = true;
	}
	const values = [...counts.values()].sort((a, b) => b.count - a.count);
	return { values: values.map(({ value, count }) => [value, count] as const), hasMore };
}
