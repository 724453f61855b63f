import { stands } from '../../domain/attribute-values.ts';
import type { ItemMap } from '../../domain/item-map.ts';
import { KINDS, type Kind } from '../../domain/items.ts';

/** The values of a field among the things of a plan, with how many things have each. */
export interface AttributeCounts {
	/** Most frequent first, '' for things that say nothing; at most `MOST_OFFERED`. */
	readonly values: readonly (readonly [text: string, things: number])[];
	/** How many different values there are. */
	readonly different: number;
}

export const NO_COUNTS: AttributeCounts = { values: [], different: 0 };

/** So many values are offered; the rest can be typed. */
const MOST_OFFERED = 300;

/** Counts the values of `field` among the things of a kind, in steps of a millisecond or so. A pole counts once for each value of its heads. */
export function* attributeCountSteps(
	items: ItemMap,
	kind: Kind | 'all',
	field: string
): Generator<undefined, AttributeCounts> {
	const counts = new Map<string, number>();
	if (field === '') return NO_COUNTS;
	for (const one of kind === 'all' ? KINDS : [kind]) {
		for (const row of items.rowsOfKind(one)) {
			for (const item of row) {
				const values = stands(item, field);
				if (values.length === 0) counts.set('', (counts.get('') ?? 0) + 1);
				for (const { text } of values) counts.set(text, (counts.get(text) ?? 0) + 1);
			}
			yield undefined;
		}
	}
	const top = yield* topSteps(counts);
	return { values: top, different: counts.size };
}

/** The most frequent of many without sorting them all: names that occur once can be as many as things. */
function* topSteps(counts: ReadonlyMap<string, number>): Generator<undefined, [string, number][]> {
	const order = (a: readonly [string, number], b: readonly [string, number]): number =>
		b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
	let top: [string, number][] = [];
	for (const entry of counts) {
		top.push(entry);
		if (top.length < 4 * MOST_OFFERED) continue;
		top = top.sort(order).slice(0, MOST_OFFERED);
		yield undefined;
	}
	return top.sort(order).slice(0, MOST_OFFERED);
}
