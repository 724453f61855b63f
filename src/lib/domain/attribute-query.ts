import { readValues, stands, type ItemValues } from './attribute-values.ts';
import type { Item, Kind } from './items.ts';

/** How a value of a thing is held against what is asked. */
export const COMPARISONS = [
	'is',
	'is-not',
	'contains',
	'less',
	'more',
	'one-of',
	'empty',
	'not-empty'
] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** One thing asked of a field. `values` are texts as `valueText` writes them. */
export interface Condition {
	/** Path within the properties (`needs.cameras`), or a property that Cordon does not know, by its name. */
	readonly field: string;
	readonly comparison: Comparison;
	/** One text, several for `one-of`, none for `empty` and `not-empty`. */
	readonly values: readonly string[];
}

/** Which things of a kind are meant: those that meet all, or any, of the conditions. */
export interface AttributeQuery {
	readonly kind: Kind | 'all';
	readonly joined: 'all' | 'any';
	readonly conditions: readonly Condition[];
}

/** Whether `condition` says enough to be asked: a bound is a number, and where a value is asked for there is one. */
export function isComplete({ field, comparison, values }: Condition): boolean {
	if (field === '') return false;
	if (comparison === 'empty' || comparison === 'not-empty') return true;
	const [first] = values;
	if (comparison === 'less' || comparison === 'more') return first !== undefined && numberOf(first) !== null;
	if (comparison === 'contains') return first !== undefined && first.trim() !== '';
	return values.length > 0;
}

/**
 * Whether a thing is one of those that `query` means. Conditions that do not say enough are passed
 * over; without any, every thing of the kind is meant.
 *
 * What a thing does not state counts by its default (`stands`). A pole has a value for each of its
 * heads: `is`, `contains`, `one-of` and the bounds hold where any head meets them, `is-not` where
 * `is` does not. A value that is no number is within no bound.
 */
export function attributeMatcher(query: AttributeQuery): (item: Item) => boolean {
	const { kind, joined } = query;
	const tests = query.conditions.filter(isComplete).map(testOf);
	return (item) => {
		if (kind !== 'all' && item.kind !== kind) return false;
		if (tests.length === 0) return true;
		return joined === 'all' ? tests.every((test) => test(item)) : tests.some((test) => test(item));
	};
}

/** A number as a person types it, with a point or a comma; null where the text is none. */
function numberOf(text: string): number | null {
	const bare = text.trim().replace(',', '.');
	const figure = bare === '' ? NaN : Number(bare);
	return Number.isFinite(figure) ? figure : null;
}

function testOf({ field, comparison, values }: Condition): (item: Item) => boolean {
	const read = (item: Item): ItemValues => readValues(item, field);
	const wanted = new Set(values);
	const first = values[0] ?? '';
	const isWanted = (item: Item): boolean => {
		const texts = stands(item, field).map(({ text }) => text);
		// a thing that says nothing, and has no default, stands in lists as the empty text
		return texts.length === 0 ? wanted.has('') : texts.some((text) => wanted.has(text));
	};
	switch (comparison) {
		case 'empty':
			return (item) => read(item).length === 0;
		case 'not-empty':
			return (item) => read(item).length > 0;
		case 'is':
		case 'one-of':
			return isWanted;
		case 'is-not':
			return (item) => !isWanted(item);
		case 'contains': {
			const sought = first.trim().toLowerCase();
			return (item) => stands(item, field).some(({ text }) => text.toLowerCase().includes(sought));
		}
		case 'less':
		case 'more': {
			const bound = numberOf(first) as number;
			return (item) =>
				stands(item, field).some(
					({ figure }) => figure !== null && (comparison === 'less' ? figure < bound : figure > bound)
				);
		}
	}
}
