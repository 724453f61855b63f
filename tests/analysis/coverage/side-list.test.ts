import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SideList } from '../../../src/lib/analysis/coverage/side-list.ts';

test('stretches come out in order, in whatever order they went in', () => {
	const list = new SideList();
	fc.assert(
		fc.property(fc.uniqueArray(fc.integer({ min: -500, max: 500 }), { maxLength: 200 }), (lows) => {
			for (const [gap, low] of lows.entries()) list.add(low, low + 1, gap);
			const expected = [...lows.entries()].sort(([, a], [, b]) => a - b);
			expect([...list.take()]).toEqual(expected.flatMap(([gap, low]) => [low, low + 1, gap]));
		}),
		{ seed: 3 }
	);
});

test('a list that was taken is empty', () => {
	const list = new SideList();
	list.add(0, 5, 0);
	const taken = list.take();
	list.add(7, 8, 1);
	expect([...taken]).toEqual([0, 5, 0]);
	expect([...list.take()]).toEqual([7, 8, 1]);
	expect([...list.take()]).toEqual([]);
});
