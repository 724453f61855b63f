import { describe, expect, test } from 'vitest';
import type { Item } from '../../../src/lib/domain/items.ts';
import { commonFields, otherKeys } from '../../../src/lib/editor/fields/many-fields.ts';
import { countValues } from '../../../src/lib/editor/fields/value-counts.ts';

const thing = (kind: string, properties: object = {}): Item => ({ kind, properties }) as unknown as Item;
const paths = (...items: Item[]) => commonFields(items).map(({ path }) => path);

describe('commonFields', () => {
	test('of one kind are all its fields but what is of one thing only', () => {
		expect(paths(thing('checkpoint'), thing('checkpoint'))).toEqual([
			'name',
			'status',
			'hours',
			'team',
			'ring'
		]);
		expect(paths(thing('camera'))).toEqual(expect.arrayContaining(['owner', 'health', 'rangeM']));
	});
	test('of several kinds are those that all of them have', () => {
		expect(paths(thing('patrol-zone'), thing('station'))).toEqual(['name', 'level']);
		expect(paths(thing('area'), thing('control-ring'))).toEqual(['name']);
		expect(paths(thing('camera'), thing('camera', { heads: [{}] }))).not.toContain('rangeM');
	});
	test('a choice offers what every kind allows', () => {
		const [, status] = commonFields([thing('checkpoint'), thing('camera')]);
		expect(status).toMatchObject({ path: 'status', fallback: undefined });
		expect(status?.type === 'choice' && status.choices.map(({ value }) => value)).toEqual([
			'planned',
			'built'
		]);
	});
	test('a figure that one camera states is no default of the others', () => {
		const range = commonFields([thing('camera', { rangeM: 60 })]).find(({ path }) => path === 'rangeM');
		expect(range).toMatchObject({ fallback: undefined });
	});
});

test('otherKeys are names without a field, most frequent first', () => {
	const a = thing('camera', { asset: 1, zone: 'x', owner: 'o', locked: true, rangeM: 5 });
	const pole = thing('camera', { zone: 'y', heads: [{}], hfovDeg: 90, nested: {} });
	expect(otherKeys([a, pole], 9)).toEqual(['zone', 'asset']);
	expect(otherKeys([a, pole], 1)).toEqual(['zone']);
});

test('countValues tells values apart, most frequent first, up to a bound', () => {
	const owner = (item: Item) => item.properties.owner;
	const some = [
		thing('camera', { owner: 'a' }),
		thing('camera'),
		thing('camera', { owner: null }),
		thing('camera')
	];
	expect(countValues(some, owner)).toEqual({
		values: [
			[undefined, 3],
			['a', 1]
		],
		hasMore: false
	});
	const pictures = [
		[4, 3],
		[4, 3],
		[5, 3]
	].map((resolutionPx) => thing('camera', { resolutionPx }));
	expect(countValues(pictures, (item) => item.properties.resolutionPx).values).toEqual([
		[[4, 3], 2],
		[[5, 3], 1]
	]);
	const many = Array.from({ length: 1000 }, (_, n) => thing('camera', { owner: `o${n}` }));
	expect(countValues(many, owner)).toMatchObject({ hasMore: true });
	expect(countValues(many, owner).values).toHaveLength(200);
});
