import { describe, expect, test } from 'vitest';
import { atOnce } from '../../../src/lib/analysis/at-once.ts';
import { sortInSteps } from '../../../src/lib/analysis/road-gaps/sort-in-steps.ts';
import { seeded } from '../../support/random.ts';

describe('sortInSteps', () => {
	test.each([0, 1, 2, 4095, 4096, 4097, 30_000])(
		'%i items: as a stable sort, in order and whole',
		(count) => {
			const random = seeded(count + 1);
			const items = Array.from({ length: count }, (_, place) => ({ key: Math.floor(random() * 50), place }));
			const sorted = atOnce(sortInSteps(items, (a, b) => a.key - b.key));
			expect(sorted).toEqual([...items].sort((a, b) => a.key - b.key));
		}
	);

	test('many items take many steps, and what was handed in stays as it was', () => {
		const items = Array.from({ length: 20_000 }, (_, i) => -i);
		const steps = sortInSteps(items, (a, b) => a - b);
		let count = 0;
		while (!steps.next().done) count++;
		expect(count).toBeGreaterThan(8);
		expect(items[1]).toBe(-1);
	});
});
