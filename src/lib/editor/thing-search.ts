import { isFiltering, passesFilter, type CameraFilter } from '../domain/camera-filter.ts';
import { KINDS, type Item, type Kind } from '../domain/items.ts';
import type { ItemMap } from '../domain/item-map.ts';
import { sortSteps } from './sort-steps.ts';
import { statusOf } from './things.ts';
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
	/** Which cameras may be found. */
	readonly cameras: CameraFilter;
	/** The search ends with so many; all where it is left out. */
	readonly most?: number;
}

/**
 * Finds things in steps of a millisecond or so, for `inBreaths`. What neighbours had to give is
 * remembered for as long as the words stay the same, so that after an edit only what it touched is
 * looked at again.
 */
export class ThingSearch {
	private found = new WeakMap<readonly Item[], readonly Item[]>();
	private foundBy = '';

	*steps(items: ItemMap, query: ThingQuery): Generator<undefined, readonly Item[]> {
		const { kind, sort, locale, most = Infinity } = query;
		const words = query.text.toLowerCase().split(/\s+/).filter(Boolean);
		const by = JSON.stringify([words, locale, query.cameras]);
		if (by !== this.foundBy) this.found = new WeakMap();
		this.foundBy = by;

		const all: Item[] = [];
		for (const one of kind === 'all' ? KINDS : [kind]) {
			const matches = matcher(one, words, query.cameras);
			for (const row of items.rowsOfKind(one)) {
				let hits = matches ? this.found.get(row) : row;
				if (!hits && matches) this.found.set(row, (hits = row.filter(matches)));
				all.push(...(hits ?? []));
				if (all.length >= most) return all.slice(0, most);
				yield undefined;
			}
		}
		return yield* sorted(all, sort, locale);
	}
}

/** Whether a thing of `kind` is found; null where every one is. */
function matcher(
	kind: Kind,
	words: readonly string[],
	cameras: CameraFilter
): ((item: Item) => boolean) | null {
	const isFiltered = kind === 'camera' && isFiltering(cameras);
	if (words.length === 0 && !isFiltered) return null;
	return (item) =>
		(item.kind !== 'camera' || !isFiltered || passesFilter(item, cameras)) &&
		(words.length === 0 || isFound(item, words));
}

function isFound(item: Item, words: readonly string[]): boolean {
	const { name, team, owner, deviceCode } = item.properties;
	const text = [itemTitle(item), name, item.id, team, owner, deviceCode]
		.filter((part) => typeof part === 'string')
		.join(' ')
		.toLowerCase();
	return words.every((word) => text.includes(word));
}

function* sorted(
	all: readonly Item[],
	sort: ThingSort,
	locale: string
): Generator<undefined, readonly Item[]> {
	if (sort === 'file') return yield* sortSteps(all, (a, b) => a.rank - b.rank);
	const keyOf = sort === 'name' ? itemTitle : statusOf;
	const keyed: { item: Item; key: string }[] = [];
	for (const item of all) {
		if (keyed.length % 500 === 0) yield undefined;
		keyed.push({ item, key: keyOf(item) });
	}
	const { compare } = new Intl.Collator(locale, { numeric: true });
	const inOrder = yield* sortSteps(keyed, (a, b) =>
		a.key === b.key ? a.item.rank - b.item.rank : compare(a.key, b.key) || a.item.rank - b.item.rank
	);
	return inOrder.map(({ item }) => item);
}
