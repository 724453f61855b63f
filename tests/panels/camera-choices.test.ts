import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownersOf, toggledIn } from '../../src/lib/panels/layers/camera-choices.ts';
import { camera } from '../support/plan-items.ts';
import { checkpoint, planOf } from '../support/plan-samples.ts';

describe('toggledIn', () => {
	const all = ['a', 'b', 'c'];

	test.each<[string, string[] | null, string, string[] | null]>([
		['out of all', null, 'b', ['a', 'c']],
		['the last one in', ['a', 'c'], 'b', null],
		['the last one out', ['a'], 'a', []],
		['into none', [], 'c', ['c']]
	])('%s', (_, chosen, one, next) => {
		expect(toggledIn(chosen, all, one)).toEqual(next);
	});

	test('twice is never', () => {
		const some = fc.option(fc.subarray(all), { nil: null });
		fc.assert(
			fc.property(some, fc.constantFrom(...all), (chosen, one) => {
				const back = toggledIn(toggledIn(chosen, all, one), all, one) ?? all;
				expect([...back].sort()).toEqual([...(chosen ?? all)].sort());
			})
		);
	});
});

test('owners come with how many cameras they have, most first; other things have none', () => {
	const plan = planOf([
		camera('camera-1', 0, 0, { owner: 'Transport' }),
		camera('camera-2', 0, 0, {}),
		camera('camera-3', 0, 0, { owner: 'Police' }),
		camera('camera-4', 0, 0, { owner: 'Police' }),
		checkpoint('checkpoint-1', 71)
	]);
	expect(ownersOf(plan)).toEqual([
		{ owner: 'Police', cameras: 2 },
		{ owner: '', cameras: 1 },
		{ owner: 'Transport', cameras: 1 }
	]);
});
