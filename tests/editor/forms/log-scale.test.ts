import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STEPS, stepAt, valueAt } from '../../../src/lib/editor/forms/log-scale.ts';

describe('a slider over powers of ten', () => {
	test.each([
		[0, 0.1],
		[STEPS / 4, 1],
		[STEPS / 2, 10],
		[STEPS, 1000]
	])('step %d of 0.1 to 1000 is %d', (step, value) => {
		expect(valueAt(step, 0.1, 1000)).toBe(value);
		expect(stepAt(value, 0.1, 1000)).toBe(step);
	});

	test('goes up all the way and never out of its bounds', () => {
		fc.assert(
			fc.property(fc.integer({ min: -5, max: STEPS + 5 }), (step) => {
				const value = valueAt(step, 1, 5000);
				expect(value).toBeGreaterThanOrEqual(1);
				expect(value).toBeLessThanOrEqual(5000);
				expect(valueAt(step + 1, 1, 5000)).toBeGreaterThanOrEqual(value);
				expect(String(value).replace(/[.]|^0+|0+$/g, '').length).toBeLessThanOrEqual(2);
			})
		);
	});
});
