import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Item, ItemId } from '../../src/lib/domain/items.ts';
import { groupingsOf, thingRows, thingsOf } from '../../src/lib/editor/thing-groups.ts';

function camera(i: number, owner: string | undefined): Item {
	return {
		id: `c${i}` as ItemId,
		kind: 'camera',
		geometry: { type: 'Point', coordinates: [71 + i / 1000, 51] },
		properties: { ...(owner !== undefined && { owner }), health: i % 2 ? 'broken' : 'working' },
		rank: i
	};
}

test('things stand under headings, the largest first, those that say nothing last', () => {
	const owners = [undefined, 'Rail', 'Bus', 'Rail', undefined, undefined, 'Bus', 'Rail', 'Taxi'];
	const rows = thingRows(
		owners.map((owner, i) => camera(i, owner)),
		'owner',
		new Set()
	);
	expect(
		rows.map((row) => (row.type === 'group' ? `[${row.value} ${row.items.length}]` : row.item.id))
	).toEqual([
		'[Rail 3]',
		'c1',
		'c3',
		'c7',
		'[Bus 2]',
		'c2',
		'c6',
		'[Taxi 1]',
		'c8',
		'[ 3]',
		'c0',
		'c4',
		'c5'
	]);
	const folded = thingRows(
		owners.map((owner, i) => camera(i, owner)),
		'owner',
		new Set(['Rail', ''])
	);
	expect(folded.filter(({ type }) => type === 'thing')).toHaveLength(3);
});

test('a large group is folded until it is turned', () => {
	const many = Array.from({ length: 300 }, (_, i) => camera(i, 'Bus'));
	expect(thingRows(many, 'state', new Set()).map(({ type }) => type)).toEqual(['group', 'group']);
	expect(thingRows(many, 'state', new Set(['broken']))).toHaveLength(152);
});

test('nothing is lost or there twice, however it is grouped and folded', () => {
	const owner = fc.option(fc.constantFrom('A', 'B', 'C', ''), { nil: undefined });
	fc.assert(
		fc.property(fc.array(owner, { maxLength: 80 }), fc.subarray(['A', 'B', 'C', '']), (owners, turned) => {
			const items = owners.map((one, i) => camera(i, one));
			for (const by of [null, ...groupingsOf('camera')]) {
				const rows = thingRows(items, by, new Set(turned));
				expect(
					thingsOf(rows)
						.map(({ id }) => id)
						.sort()
				).toEqual(items.map(({ id }) => id).sort());
			}
		})
	);
});
