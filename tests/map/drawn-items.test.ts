import { expect, test } from 'vitest';
import type { Item, ItemId } from '../../src/lib/domain/items.ts';
import { drawnItems, without } from '../../src/lib/map/plan/drawn-items.ts';
import { checkpoint, planOf } from '../support/plan-samples.ts';

const shownIds = (lists: Iterable<readonly Item[]>): ItemId[] => [...lists].flat().map(({ id }) => id);

test('hidden things are not drawn, and lists without any stay the same ones', () => {
	const station = { ...checkpoint('s', 71), kind: 'station', properties: {} } as unknown as Item;
	const drawn = drawnItems(planOf([checkpoint('a', 71), checkpoint('b', 71.1), station]));
	expect(without(drawn, new Set())).toBe(drawn);
	const left = without(drawn, new Set(['a'] as ItemId[]));
	expect(shownIds(left.values()).sort()).toEqual(['b', 's']);
	const kept = [...drawn].filter(([, items]) => items[0]?.id !== 'a');
	expect(kept.length).toBe(drawn.size - 1);
	for (const [source, items] of kept) expect(left.get(source)).toBe(items);
});
