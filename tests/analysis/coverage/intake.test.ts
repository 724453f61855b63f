import { describe, expect, test } from 'vitest';
import { PRESENT } from '../../../src/lib/domain/assumptions.ts';
import { CoverageModel } from '../../../src/lib/analysis/coverage/coverage-model.ts';
import { camera } from '../../support/plan-items.ts';
import { ALL, finish, finished } from './finished.ts';
import { mixedScene } from './mixed-scene.ts';

const REPAIRED = { ...ALL, assumptions: { ...PRESENT, assumeRepaired: true, minPxPerM: 30 } };

describe('things taken in step by step', () => {
	test('make the answer that taking them in at once makes, and progress never goes back', () => {
		const items = mixedScene(3, 400);
		const model = new CoverageModel(ALL);
		model.openInSteps(items);
		const shares: number[] = [];
		for (;;) {
			const { done, total } = model.work(0);
			shares.push(done / total);
			if (done === total) break;
		}
		expect(shares.length).toBeGreaterThan(10);
		expect(shares).toEqual([...shares].sort((a, b) => a - b));
		expect(JSON.stringify(model.answer())).toBe(JSON.stringify(finished(items).answer()));
	});

	test('an edit or another question in the middle loses nothing', () => {
		const items = mixedScene(4, 400);
		const more = camera('more', 10, 10, { type: 'dome', rangeM: 90 });
		const model = new CoverageModel(ALL);
		model.openInSteps(items);
		model.work(0);
		model.assumeInSteps(REPAIRED);
		model.work(0);
		model.change([more], []);
		finish(model);
		const { assumptions } = REPAIRED;
		expect(JSON.stringify(model.answer())).toBe(
			JSON.stringify(finished([...items, more], { assumptions }).answer())
		);
	});

	test('figures of a switch are there before the first step is taken', () => {
		const items = mixedScene(5);
		const model = finished(items);
		const assumptions = { ...PRESENT, assumeRepaired: true };
		model.assumeInSteps({ ...ALL, assumptions });
		const { coveredM2 } = finished(items, { assumptions }).summary();
		expect(Math.abs(model.summary().coveredM2 - coveredM2)).toBeLessThan(0.01);
	});
});
