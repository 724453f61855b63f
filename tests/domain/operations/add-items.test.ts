import { describe, expect, test } from 'vitest';
import { applyEdit, type Edit } from '../../../src/lib/domain/edit.ts';
import type { Item, ItemId } from '../../../src/lib/domain/items.ts';
import type { NewItem } from '../../../src/lib/domain/operations/add-item.ts';
import { addItems } from '../../../src/lib/domain/operations/add-items.ts';
import type { Plan } from '../../../src/lib/domain/plan.ts';
import { isRefusal } from '../../../src/lib/domain/refusal.ts';
import { checkpoint } from '../../support/plan-samples.ts';

const post = (lng: number): NewItem => ({
	kind: 'checkpoint',
	geometry: { type: 'Point', coordinates: [lng, 51] },
	properties: {}
});
const ids = (...names: string[]): ItemId[] => names as ItemId[];
const plan: Plan = {
	header: { format: 1, name: '' },
	items: new Map<ItemId, Item>(
		[checkpoint('old', 71, 4), checkpoint('other', 71.1, 9)].map((item) => [item.id, item])
	)
};

describe('addItems', () => {
	test('adds all as one edit, after what is there, instead of what they replace; undo brings it back', () => {
		const edit = addItems(plan, [post(71.2), post(71.3)], ids('a', 'b'), ids('old', 'gone')) as Edit;
		expect(edit.label).toEqual({ verb: 'add', kind: 'checkpoint', name: undefined, count: 2 });
		expect(edit.put.map(({ id, rank }) => [id, rank])).toEqual([
			['a', 10],
			['b', 11]
		]);
		expect(edit.drop).toEqual(['old']);
		const after = applyEdit(plan, edit);
		expect([...after.plan.items.keys()].sort()).toEqual(['a', 'b', 'other']);
		const back = applyEdit(after.plan, after.inverse).plan;
		expect([...back.items.keys()].sort()).toEqual(['old', 'other']);
	});

	test.each([
		['an id that is there', [post(71)], ids('other'), 'duplicate-id'],
		['an id given twice', [post(71), post(72)], ids('a', 'a'), 'duplicate-id'],
		['nothing', [], [], 'nothing-to-add']
	] as const)('refuses %s', (_, items, names, reason) => {
		const result = addItems(plan, items, names);
		expect(isRefusal(result) && result.reason).toBe(reason);
	});

	test('an id that is replaced may be given anew', () => {
		const edit = addItems(plan, [post(71.2)], ids('old'), ids('old')) as Edit;
		expect([edit.put.length, edit.drop]).toEqual([1, []]);
	});
});
