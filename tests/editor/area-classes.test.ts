import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemId } from '../../src/lib/domain/items.ts';
import { areaClasses, colourOf } from '../../src/lib/editor/area-classes.ts';

const values = (...list: number[]) => new Map(list.map((value, i) => [`area-${i}` as ItemId, value]));

describe('areaClasses', () => {
	test('shares have steps of a fifth, the lower bound counted in', () => {
		const { bounds, colours } = areaClasses({
			metric: 'coveredShare',
			values: values(0, 0.19, 0.2, 0.55, 0.8, 1)
		});
		expect(bounds).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
		expect([...colours.values()]).toEqual([0, 0, 1, 2, 4, 4]);
	});

	test('other figures have about as many areas in each class', () => {
		const { bounds, colours } = areaClasses({
			metric: 'camerasPerKm2',
			values: values(...Array.from({ length: 50 }, (_, i) => (i + 1) ** 2))
		});
		expect(bounds).toEqual([1, 120, 440, 960, 1700, 2500]);
		for (const colour of [0, 1, 2, 3, 4]) {
			const held = [...colours.values()].filter((each) => each === colour).length;
			expect(held).toBeGreaterThanOrEqual(9);
			expect(held).toBeLessThanOrEqual(11);
		}
	});

	test.each([
		['one area has the middle colour', [5], [5, 5], [2]],
		['equal figures are one class', [5, 5, 5], [5, 5], [2, 2, 2]],
		['two figures take both ends', [1, 9], [1, 9, 9], [0, 4]],
		['no figure at all has no bounds', [], [], []],
		['what is no number has no colour', [Number.NaN, 3], [3, 3], [2]]
	])('%s', (_, list, bounds, expected) => {
		const classes = areaClasses({ metric: 'gapM2', values: values(...list) });
		expect(classes.bounds).toEqual(bounds);
		expect([...classes.colours.values()]).toEqual(expected);
	});

	test('more never has a lighter colour, and every value lies within the bounds of its class', () => {
		fc.assert(
			fc.property(
				fc.constantFrom('gapM2' as const, 'coveredShare' as const),
				fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }),
				(metric, list) => {
					const { bounds, colours } = areaClasses({ metric, values: values(...list) });
					const rows = list.map((value, i) => ({ value, colour: colours.get(`area-${i}` as ItemId) ?? -1 }));
					rows.sort((a, b) => a.value - b.value);
					rows.forEach(({ colour }, i) => expect(colour).toBeGreaterThanOrEqual(rows[i - 1]?.colour ?? 0));
					for (const { value, colour } of rows) {
						const index = bounds.slice(1).findIndex((_, i) => colourOf(i, bounds.length - 1) === colour);
						expect(value).toBeGreaterThanOrEqual(bounds[index] as number);
						expect(value).toBeLessThanOrEqual(bounds[index + 1] as number);
					}
				}
			)
		);
	});
});
