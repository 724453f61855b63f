import { KINDS, type Health, type Item, type Kind } from '../domain/items.ts';

/** What a number of things are, by what they have in common. */
export interface Tally {
	readonly count: number;
	/** Kinds that occur, in the order of `KINDS`. */
	readonly kinds: readonly (readonly [Kind, number])[];
	/** Of the cameras; all three, also where none occurs. Empty without cameras. */
	readonly health: readonly (readonly [Health, number])[];
	/** Of the cameras, most first, then by name; '' stands for those that name no owner. */
	readonly owners: readonly (readonly [string, number])[];
}

const HEALTHS: readonly Health[] = ['working', 'impaired', 'broken'];

/** Counts things by kind, and cameras by health and owner. */
export function tallyOf(items: Iterable<Item>): Tally {
	const kinds = new Map<Kind, number>();
	const health = new Map<Health, number>();
	const owners = new Map<string, number>();
	let count = 0;
	for (const item of items) {
		count++;
		addOne(kinds, item.kind);
		if (item.kind !== 'camera') continue;
		addOne(health, item.properties.health ?? 'working');
		addOne(owners, item.properties.owner ?? '');
	}
	return {
		count,
		kinds: KINDS.flatMap((kind) => (kinds.has(kind) ? [[kind, kinds.get(kind) ?? 0] as const] : [])),
		health: health.size > 0 ? HEALTHS.map((each) => [each, health.get(each) ?? 0] as const) : [],
		owners: [...owners].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
	};
}

function addOne<K>(counts: Map<K, number>, key: K): void {
	counts.set(key, (counts.get(key) ?? 0) + 1);
}
