import { attributeMatcher, type AttributeQuery } from '../../domain/attribute-query.ts';
import type { ItemMap } from '../../domain/item-map.ts';
import { inBreaths } from '../../workers/breath.ts';
import { KINDS, type Item, type ItemId } from '../../domain/items.ts';

/**
 * Finds the things that a query means, in steps of a millisecond or so, for `inBreaths`. What
 * neighbours had to give is remembered for as long as the query stays the same, so that after an edit
 * only what it touched is looked at again.
 */
export class AttributeSearch {
	private found = new WeakMap<readonly Item[], readonly ItemId[]>();
	private foundBy = '';

	/** The answer of `steps`, with breaths between them. */
	find(items: ItemMap, query: AttributeQuery): Promise<readonly ItemId[]> {
		return inBreaths(this.steps(items, query));
	}

	/** The ids in the order of kinds, and of the plan within a kind. */
	*steps(items: ItemMap, query: AttributeQuery): Generator<undefined, readonly ItemId[]> {
		const by = JSON.stringify(query);
		if (by !== this.foundBy) this.found = new WeakMap();
		this.foundBy = by;
		const { found } = this;
		const matches = attributeMatcher(query);
		const all: ItemId[] = [];
		for (const kind of query.kind === 'all' ? KINDS : [query.kind]) {
			for (const row of items.rowsOfKind(kind)) {
				let ids = found.get(row);
				if (!ids) found.set(row, (ids = row.filter(matches).map(({ id }) => id)));
				for (const id of ids) all.push(id);
				yield undefined;
			}
		}
		return all;
	}
}
