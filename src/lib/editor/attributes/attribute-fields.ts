import type { Comparison } from '../../domain/attribute-query.ts';
import type { ItemMap } from '../../domain/item-map.ts';
import { KINDS, type Item, type Kind } from '../../domain/items.ts';
import { m } from '../../paraglide/messages.js';
import { fieldsOf, knownKeys, type Field } from '../fields/field-table.ts';

/** So many properties that Cordon does not know are offered. */
const MOST_OTHERS = 60;

/** The fields that things of a kind can be asked by; of all kinds together, each path once. */
export function askableFields(kind: Kind | 'all'): Field[] {
	const fields = new Map<string, Field>();
	for (const one of kind === 'all' ? KINDS : [kind]) {
		const sample = { kind: one, properties: {} } as unknown as Item;
		for (const field of fieldsOf(sample).flatMap(({ fields: of }) => of)) {
			const known = fields.get(field.path);
			fields.set(field.path, known ? joined(known, field) : field);
		}
	}
	fields.set('locked', LOCKED);
	return [...fields.values()];
}

/** How a field can be asked: a choice has no bounds, and of roads only whether any are given. */
export function comparisonsOf(field: Field | undefined): readonly Comparison[] {
	switch (field?.type) {
		case 'choice':
		case 'ring':
			return ['is', 'is-not', 'one-of', 'empty', 'not-empty'];
		case 'number':
		case 'picture':
			return ['is', 'is-not', 'less', 'more', 'one-of', 'empty', 'not-empty'];
		case 'controls':
			return ['empty', 'not-empty'];
		case 'text':
		case 'hours':
			return ['is', 'is-not', 'contains', 'one-of', 'empty', 'not-empty'];
		case undefined:
			return ['is', 'is-not', 'contains', 'less', 'more', 'one-of', 'empty', 'not-empty'];
	}
}

/** Names of properties that things of a kind have and Cordon has no field for, most frequent first; in steps. */
export function* otherNameSteps(items: ItemMap, kind: Kind | 'all'): Generator<undefined, readonly string[]> {
	const counts = new Map<string, number>();
	for (const one of kind === 'all' ? KINDS : [kind]) {
		const known = knownKeys({ kind: one, properties: {} } as unknown as Item);
		for (const row of items.rowsOfKind(one)) {
			for (const { properties } of row) {
				for (const name in properties) {
					if (known.has(name) || name === 'locked') continue;
					counts.set(name, (counts.get(name) ?? 0) + 1);
				}
			}
			yield undefined;
		}
	}
	return [...counts]
		.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
		.slice(0, MOST_OTHERS)
		.map(([name]) => name);
}

const LOCKED: Field = {
	path: 'locked',
	label: m.pick_field_locked,
	type: 'choice',
	choices: [
		{ value: true, words: m.pick_yes },
		{ value: false, words: m.pick_no }
	],
	fallback: false
};

/** A choice of one kind and that of another under one name: what either may be. */
function joined(a: Field, b: Field): Field {
	if (a.type !== 'choice' || b.type !== 'choice') return a;
	const more = b.choices.filter(({ value }) => !a.choices.some((other) => other.value === value));
	return { ...a, choices: [...a.choices, ...more] };
}
