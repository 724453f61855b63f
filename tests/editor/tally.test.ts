import { expect, test } from 'vitest';
import type { Item } from '../../src/lib/domain/items.ts';
import { tallyOf } from '../../src/lib/editor/tally.ts';
import { pointItem } from './tools/toy-host.ts';

test('counts things by kind, and cameras by health and owner', () => {
	const items: Item[] = [
		pointItem('camera', 'c1', 0, 0, { owner: 'Metro', health: 'broken' }),
		pointItem('station', 's1', 0, 0),
		pointItem('camera', 'c2', 0, 0, { owner: 'Port' }),
		pointItem('camera', 'c3', 0, 0, { owner: 'Metro' }),
		pointItem('camera', 'c4', 0, 0)
	];
	expect(tallyOf(items)).toEqual({
		count: 5,
		kinds: [
			['station', 1],
			['camera', 4]
		],
		health: [
			['working', 3],
			['impaired', 0],
			['broken', 1]
		],
		owners: [
			['Metro', 2],
			['', 1],
			['Port', 1]
		]
	});
});

test('without cameras has neither health nor owners', () => {
	expect(tallyOf([pointItem('station', 's1', 0, 0)])).toMatchObject({ count: 1, health: [], owners: [] });
	expect(tallyOf([]).count).toBe(0);
});
