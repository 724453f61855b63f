import { EVERY_CAMERA } from '../domain/camera-filter.ts';
import type { ItemMap } from '../domain/item-map.ts';
import type { Item } from '../domain/items.ts';
import { ThingSearch, type ThingQuery } from './thing-search.ts';
import { inBreaths } from '../workers/breath.ts';

/** What a search has found: of the last query that was answered, which may not be the last one asked. */
export interface FoundThings {
	readonly list: readonly Item[];
	readonly query: ThingQuery;
	readonly isLooking: boolean;
}

const NOTHING: ThingQuery = { kind: 'all', text: '', sort: 'file', locale: 'en', cameras: EVERY_CAMERA };

/**
 * Keeps the answer to `ask` up to date from within a component. The search breathes, so that a large
 * plan never holds the page up; one that is short has its answer before the next frame.
 */
export function foundThings(ask: () => { items: ItemMap; query: ThingQuery }): () => FoundThings {
	const search = new ThingSearch();
	let found = $state.raw<FoundThings>({ list: [], query: NOTHING, isLooking: false });

	$effect(() => {
		const { items, query } = ask();
		const given = new AbortController();
		const answer = inBreaths(search.steps(items, query), given.signal);
		let isDone = false;
		answer.then(
			(list) => {
				isDone = true;
				found = { list, query, isLooking: false };
			},
			() => undefined
		);
		// told only of a search that a person can notice
		const waiting = setTimeout(() => {
			if (!isDone && !given.signal.aborted) found = { ...found, isLooking: true };
		}, 60);
		return () => {
			clearTimeout(waiting);
			given.abort();
		};
	});
	return () => found;
}
