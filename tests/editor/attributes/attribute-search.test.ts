import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attributeMatcher, type AttributeQuery } from '../../../src/lib/domain/attribute-query.ts';
import { ItemMap } from '../../../src/lib/domain/item-map.ts';
import type { Item, ItemId } from '../../../src/lib/domain/items.ts';
import { attributeCountSteps } from '../../../src/lib/editor/attributes/attribute-counts.ts';
import {
	askableFields,
	comparisonsOf,
	otherNameSteps
} from '../../../src/lib/editor/attributes/attribute-fields.ts';
import { AttributeSearch } from '../../../src/lib/editor/attributes/attribute-search.ts';

function camera(i: number, properties: Record<string, unknown>): Item {
	const geometry = { type: 'Point', coordinates: [71.4, 51.1] };
	return { id: `c${i}`, kind: 'camera', rank: i, geometry, properties } as unknown as Item;
}

function run<T>(steps: Iterator<unknown, T>): T {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

const owned: AttributeQuery = {
	kind: 'camera',
	joined: 'all',
	conditions: [{ field: 'owner', comparison: 'one-of', values: ['a', ''] }]
};

describe('a search by what things say', () => {
	test('finds after any edits what a walk over all would', () => {
		const owner = fc.constantFrom('a', 'b', undefined);
		const edit = fc.record({ at: fc.nat(2999), owner, isDrop: fc.boolean() });
		fc.assert(
			fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
				let items = ItemMap.from(
					Array.from({ length: 2500 }, (_, i) => camera(i, { owner: ['a', 'b', undefined][i % 3] }))
				);
				const search = new AttributeSearch();
				run(search.steps(items, owned));
				for (const { at, owner: next, isDrop } of edits) {
					items = isDrop
						? items.with([], [`c${at}` as ItemId])
						: items.with([camera(at, { owner: next })], []);
					const wanted = [...items.values()].filter(attributeMatcher(owned)).map(({ id }) => id);
					expect([...run(search.steps(items, owned))].sort()).toEqual(wanted.sort());
				}
			}),
			{ numRuns: 30 }
		);
	});

	test('another query is no answer to this one', () => {
		const items = ItemMap.from([camera(1, { owner: 'a' }), camera(2, { owner: 'b' })]);
		const search = new AttributeSearch();
		const of = (value: string): AttributeQuery => ({
			...owned,
			conditions: [{ field: 'owner', comparison: 'is', values: [value] }]
		});
		expect(run(search.steps(items, of('a')))).toEqual(['c1']);
		expect(run(search.steps(items, of('b')))).toEqual(['c2']);
	});
});

describe('the values that are offered', () => {
	test('are counted, most frequent first, silence among them', () => {
		const items = ItemMap.from(['b', 'a', 'a', undefined].map((owner, i) => camera(i, { owner })));
		expect(run(attributeCountSteps(items, 'camera', 'owner'))).toEqual({
			values: [
				['a', 2],
				['', 1],
				['b', 1]
			],
			different: 3
		});
	});

	test('a value that many have is offered among thousands that one has', () => {
		const items = ItemMap.from(
			Array.from({ length: 6000 }, (_, i) => camera(i, { deviceCode: i % 20 === 7 ? 'same' : `d${i}` }))
		);
		const { values, different } = run(attributeCountSteps(items, 'camera', 'deviceCode'));
		expect(values[0]).toEqual(['same', 300]);
		expect(values).toHaveLength(300);
		expect(different).toBe(5701);
	});

	test('what counts by default is offered as that', () => {
		const items = ItemMap.from([camera(0, {}), camera(1, { health: 'broken' }), camera(2, {})]);
		expect(run(attributeCountSteps(items, 'camera', 'health')).values).toEqual([
			['working', 2],
			['broken', 1]
		]);
	});
});

describe('the fields that are offered', () => {
	test('of all kinds each path once, a level with the levels of every kind', () => {
		const fields = askableFields('all');
		const paths = fields.map(({ path }) => path);
		expect(new Set(paths).size).toBe(paths.length);
		const level = fields.find(({ path }) => path === 'level');
		const values = level?.type === 'choice' ? level.choices.map(({ value }) => value) : [];
		expect(values).toEqual(expect.arrayContaining([1, 3, 'city', 'village']));
	});

	test('unknown properties by how many have them, known ones not', () => {
		const items = ItemMap.from([
			camera(0, { vendor: 'K', floor: 2, owner: 'a', rangeM: 3 }),
			camera(1, { floor: 1, heads: [{}], locked: true })
		]);
		expect(run(otherNameSteps(items, 'camera'))).toEqual(['floor', 'vendor']);
	});

	test('every field can be asked somehow, and a choice has no bounds', () => {
		for (const field of askableFields('all')) expect(comparisonsOf(field).length).toBeGreaterThan(1);
		expect(comparisonsOf(askableFields('camera').find(({ path }) => path === 'health'))).not.toContain(
			'less'
		);
		expect(comparisonsOf(undefined)).toContain('more');
	});
});
