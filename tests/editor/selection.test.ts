import { describe, expect, test } from 'vitest';
import type { ItemId } from '../../src/lib/domain/items.ts';
import { isSameSelection, selectionOfItems, type Selection } from '../../src/lib/editor/selection.ts';

const ids = (...names: string[]) => names as ItemId[];
const items = (...names: string[]): Selection => ({ what: 'items', ids: ids(...names) });

describe('isSameSelection', () => {
	test.each<[string, Selection | null, Selection | null, boolean]>([
		['the same things', items('a', 'b'), items('a', 'b'), true],
		['other things', items('a', 'b'), items('a', 'c'), false],
		['some of the things', items('a', 'b'), items('a', 'b', 'c'), false],
		['things and one of them', items('a', 'b'), { what: 'item', id: 'a' as ItemId }, false],
		['things and nothing', items('a', 'b'), null, false],
		['nothing and nothing', null, null, true]
	])('%s', (_, a, b, isSame) => {
		expect(isSameSelection(a, b)).toBe(isSame);
		expect(isSameSelection(b, a)).toBe(isSame);
	});
});

test.each([
	[[], null],
	[['a'], { what: 'item', id: 'a' }],
	[['a', 'b'], { what: 'items', ids: ['a', 'b'] }]
])('%j are picked out as %j', (names, selection) => {
	expect(selectionOfItems(ids(...names))).toEqual(selection);
});
