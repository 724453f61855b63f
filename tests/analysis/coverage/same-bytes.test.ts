import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CoverageOptions, CoverageModel } from '../../../src/lib/analysis/coverage/coverage-model.ts';
import { Walls } from '../../../src/lib/analysis/coverage/walls.ts';
import { PRESENT } from '../../../src/lib/domain/assumptions.ts';
import type { Item, ItemId } from '../../../src/lib/domain/items.ts';
import { area, camera, square } from '../../support/plan-items.ts';
import { seeded, shuffled } from '../../support/random.ts';
import { anyPlan } from './any-plan.ts';
import { ALL, finish, finished } from './finished.ts';
import { mixedScene } from './mixed-scene.ts';

/** Ways a question may be put: hours, switches, densities, what is asked about. */
const options = fc
	.record({
		at: fc.constantFrom(undefined, '2026-05-01T12:00', '2026-05-01T23:00'),
		minPxPerM: fc.constantFrom(undefined, 25, 60),
		assumeRepaired: fc.boolean(),
		assumeIntegrated: fc.boolean(),
		countPlanned: fc.boolean(),
		countPtz: fc.boolean(),
		without: fc.subarray(['c0', 'c3', 'z0', 'c7']),
		by: fc.constantFrom('all', 'all', 'cameras', 'patrols'),
		minAreaM2: fc.constantFrom(0, 20)
	})
	.map(({ by, minAreaM2, ...assumptions }): CoverageOptions => ({
		assumptions: { ...PRESENT, ...assumptions },
		by: by as CoverageOptions['by'],
		minAreaM2
	}));

/** Everything a model says, as bytes. */
function bytesOf(model: CoverageModel): string {
	return JSON.stringify([model.answer(), model.gaps(), model.byArea()]);
}

const quarters = [0, 1, 2].map((q) => area(`a${q}`, square(-100 + 60 * q, -80, 60 + 30 * q)));

describe('the same plan and question give the same bytes', () => {
	test('by any way of edits and switches, with houses, densities and PTZ', () => {
		let changed = 0;
		let runs = 0;
		fc.assert(
			fc.property(
				anyPlan,
				anyPlan,
				fc.array(options, { minLength: 1, maxLength: 3 }),
				options,
				fc.integer({ min: 1, max: 1e6 }),
				(before, after, asked, last, seed) => {
					const random = seeded(seed);
					const [wallsBefore, walls] = [before, after].map(({ houses }) => new Walls(houses));
					const goal: Item[] = [...after.items, ...quarters];
					const model = finished(before.items, { ...asked[0], walls: wallsBefore });
					const first = bytesOf(model);
					const keep = new Set(goal.map(({ id }) => id));
					const drop = shuffled(
						before.items.map(({ id }) => id).filter((id) => !keep.has(id)),
						random
					);
					const put = shuffled(goal, random);
					for (const [i, between] of asked.entries()) {
						const part = put.splice(0, Math.ceil(put.length / (asked.length - i)));
						model.change(part, drop.splice(0, 5));
						model.work(0);
						if (random() < 0.5) bytesOf(model);
						model.assume({ ...between, walls: random() < 0.5 ? walls : null });
						if (random() < 0.5) model.work(0);
					}
					model.change([], drop);
					model.assume({ ...last, walls });
					finish(model);
					const bytes = bytesOf(model);
					expect(bytes).toBe(bytesOf(finished(shuffled(goal, random), { ...last, walls })));
					runs++;
					if (bytes !== first) changed++;
				}
			),
			{ numRuns: 25, seed: 51, endOnFailure: true }
		);
		expect(changed).toBeGreaterThan(runs / 2);
	});

	test('of who watches what, in any order', () => {
		const answerOf = (items: Iterable<Item>): string => {
			const work = finished(items).redundancy();
			for (;;) {
				const { done, total } = work.step(Infinity);
				if (done === total) return JSON.stringify(work.result());
			}
		};
		for (const seed of [1, 2]) {
			const items = mixedScene(seed, 160);
			for (let i = 0; i < 20; i++) items.push({ ...items[5 + i], id: `twin${i}` as ItemId });
			expect(answerOf(shuffled(items, seeded(seed)))).toBe(answerOf(items));
		}
	});

	test('when cells are crowded, emptied and crowded again', () => {
		const crowd = Array.from({ length: 200 }, (_, i) =>
			camera(`c${i}`, (i % 20) * 4, Math.floor(i / 20) * 4, { type: 'dome', rangeM: 6 + (i % 5) })
		);
		const town = area('town', square(-300, -300, 600));
		const fresh = bytesOf(finished([town, ...crowd]));
		const model = finished([town, ...crowd.slice(0, 60)]);
		for (const count of [200, 30, 140, 66, 62, 200]) {
			model.change(
				crowd.slice(0, count),
				crowd.slice(count).map(({ id }) => id)
			);
			model.work(0);
			model.gaps();
			finish(model);
			expect(bytesOf(model)).toBe(
				count === 200 ? fresh : bytesOf(finished([town, ...crowd.slice(0, count)]))
			);
		}
		model.assume({ ...ALL, by: 'patrols' });
		model.assume(ALL);
		finish(model);
		expect(bytesOf(model)).toBe(fresh);
	});
});
