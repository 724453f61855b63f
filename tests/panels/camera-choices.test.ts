import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toggledIn } from '../../src/lib/panels/things/camera-choices.ts';

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
