import type { AttributeQuery } from '../../domain/attribute-query.ts';
import { stands, valueText } from '../../domain/attribute-values.ts';
import type { Item } from '../../domain/items.ts';
import { valueAt } from '../fields/field-value.ts';

/**
 * Asks for the things of the kind of `item` that have its value at `path`. Of a head's own field
 * (`heads.1.rangeM`) what that head says is meant, and all heads are looked at. What an item does not
 * state counts by its default; where there is none, things that do not state it either are meant.
 */
export function sameAs(item: Item, path: string): AttributeQuery {
	const field = path.replace(/^heads\.\d+\./, '');
	const own = valueAt(item, path) ?? (field === path ? undefined : valueAt(item, field));
	const isStated = own !== undefined && own !== null && own !== '';
	const text = isStated ? valueText(own) : stands(item, field)[0]?.text;
	return {
		kind: item.kind,
		joined: 'all',
		conditions: [
			text === undefined
				? { field, comparison: 'empty', values: [] }
				: { field, comparison: 'is', values: [text] }
		]
	};
}
