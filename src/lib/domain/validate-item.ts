import type { Item } from './items.ts';
import { quoteValue, type Problem } from './problem.ts';
import { validateGeometry } from './validation/geometry.ts';
import { isPersonalKey } from './validation/personal.ts';
import { validateProperties } from './validation/properties.ts';

/**
 * Everything that is wrong with one item in memory, errors and warnings, each with the item's id.
 *
 * The same checks as for a file, except that a personal-looking property is an error here: a file's
 * is dropped, a person at the screen is told. O(n log n) in the vertices of the item.
 */
export function validateItem(item: Item): Problem[] {
	const problems = [
		...validateGeometry(item.kind, item.geometry),
		...validateProperties(item.kind, item.properties),
		...Object.entries(item.properties)
			.filter(([key, value]) => isPersonalKey(key, value))
			.map(([key]): Problem => ({ code: 'personal-property', severity: 'error', path: `properties.${key}` }))
	];
	if (item.id === '') problems.push({ code: 'missing-id', severity: 'error', seen: quoteValue(item.id) });
	return problems.map((problem) => ({ ...problem, featureId: item.id }));
}
