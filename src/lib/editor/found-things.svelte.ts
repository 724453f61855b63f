import { EVERY_CAMERA } from '../domain/camera-filter.ts';
import type { ItemMap } from '../domain/item-map.ts';
import type { Item } from '../domain/items.ts';
import { ThingSearch, type ThingQuery } from './thing-search.ts';
import { inSteps } from './in-steps.svelte.ts';

/** What a search has found: of the last query that was answered, which may not be the last one asked. */
export interface FoundThings {
	readonly list: readonly Item[];
	readonly query: ThingQuery;
}

const NOTHING: ThingQuery = { kind: 'all', text: '', sort: 'file', locale: 'en', cameras: EVERY_CAMERA };

/** Keeps the answer to `ask` up to date from within a component, in steps: a large plan never holds the page up. */
export function foundThings(
	ask: () => { items: ItemMap; query: ThingQuery }
): () => FoundThings & { readonly isLooking: boolean } {
	const search = new ThingSearch();
	function* steps({ items, query }: ReturnType<typeof ask>): Generator<unknown, FoundThings> {
		return { list: yield* search.steps(items, query), query };
	}
	const found = inSteps<FoundThings>(() => steps(ask()), { list: [], query: NOTHING }, false);
	return () => ({ ...found().answer, isLooking: found().isWorking });
}
