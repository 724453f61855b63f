import type { Item } from '../../domain/items.ts';
import { fieldsOf, knownKeys, type Field } from './field-table.ts';

/**
 * The fields that all of `items` have, in the order of the first of them. A choice offers what is
 * allowed for each of them; what one camera's heads say, and roads that one checkpoint closes, are
 * of one thing. O(items).
 */
export function commonFields(items: Iterable<Item>): Field[] {
	const samples = new Map<string, Item>();
	for (const item of items) {
		const sort = item.kind === 'camera' && item.properties.heads ? 'pole' : item.kind;
		if (!samples.has(sort)) samples.set(sort, item);
	}
	const [first = [], ...others] = [...samples.values()].map(sharedFields);
	return first.flatMap((field) => {
		let common: Field | null = field;
		for (const fields of others) {
			const other = fields.find(({ path }) => path === field.path);
			common = common && other ? bothFields(common, other) : null;
		}
		return common ? [common] : [];
	});
}

/** Names of properties that some of `items` have and Cordon has no field for, most frequent first; at most `most`. */
export function otherKeys(items: Iterable<Item>, most: number): string[] {
	const known = new Map<string, Set<string>>();
	const counts = new Map<string, number>();
	for (const item of items) {
		let keys = known.get(item.kind);
		if (!keys) known.set(item.kind, (keys = knownKeys(item)));
		for (const key in item.properties) {
			if (keys.has(key) || key === 'locked' || typeof item.properties[key] === 'object') continue;
			counts.set(key, (counts.get(key) ?? 0) + 1);
		}
	}
	// a pole's optics are of its heads, not unknown
	const optics = new Set(known.has('camera') ? OPTICS : []);
	return [...counts]
		.filter(([key]) => !optics.has(key))
		.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
		.slice(0, most)
		.map(([key]) => key);
}

const OPTICS = fieldsOf({ kind: 'camera', properties: {} } as unknown as Item).flatMap(({ fields }) =>
	fields.map(({ path }) => path)
);

function sharedFields(item: Item): Field[] {
	return fieldsOf(item).flatMap(({ head, fields }) =>
		head === undefined ? fields.filter(({ type }) => type !== 'controls').map(withoutOwn) : []
	);
}

/** What a head takes from its camera stands for that camera only. */
function withoutOwn(field: Field): Field {
	return field.type === 'number' && OPTICS.includes(field.path) ? { ...field, fallback: undefined } : field;
}

function bothFields(a: Field, b: Field): Field | null {
	if (a.type !== b.type) return null;
	if (a.type === 'number' && b.type === 'number') {
		return a.fallback === b.fallback ? a : { ...a, fallback: undefined };
	}
	if (a.type !== 'choice' || b.type !== 'choice') return a;
	const choices = a.choices.filter(({ value }) => b.choices.some((other) => other.value === value));
	if (choices.length === 0) return null;
	return { ...a, choices, fallback: a.fallback === b.fallback ? a.fallback : undefined };
}
