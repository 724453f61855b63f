import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { CellPool, helpersFor, type PoolLimits } from '../../../src/lib/analysis/coverage/cell-pool.ts';
import { CoverageModel, type CoverageOptions } from '../../../src/lib/analysis/coverage/coverage-model.ts';
import { PRESENT } from '../../../src/lib/domain/assumptions.ts';
import type { Item, ItemId } from '../../../src/lib/domain/items.ts';
import { NodingError, Noder } from '../../../src/lib/geo/overlay/noder.ts';
import { area, camera, ring, square } from '../../support/plan-items.ts';
import { seeded } from '../../support/random.ts';
import { FakeHelpers } from './fake-helpers.ts';
import { ALL, expectSound, finished } from './finished.ts';
import { mixedScene } from './mixed-scene.ts';

/** Small batches, and helpers wanted at once: a scene of a test has some dozens of cells. */
const EAGER: PoolLimits = { each: 1, batch: 3, least: 1 };

const answerOf = (model: CoverageModel): string => JSON.stringify(model.answer());

/** Works `model` out with helpers whose answers come in any order, some late, some never in time. */
function finishWith(model: CoverageModel, pool: CellPool, fakes: FakeHelpers, random: () => number): void {
	for (;;) {
		pool.feed(model);
		while (random() < 0.6 && fakes.deliverAny(random)) continue;
		const { done, total } = model.work(0);
		if (done === total) break;
	}
	while (fakes.deliverAny(random)) continue;
}

afterEach(() => {
	vi.restoreAllMocks();
});

describe('the same bytes', () => {
	const items = mixedScene(4, 420);
	const alone = answerOf(finished(items));

	test.each([0, 1, 2, 3])('with %i helpers, whatever order they answer in', (helpers) => {
		for (let seed = 1; seed <= 5; seed++) {
			const fakes = new FakeHelpers();
			const model = new CoverageModel(ALL);
			model.open(items);
			finishWith(model, new CellPool(fakes.start, helpers, EAGER), fakes, seeded(seed));
			expect(answerOf(model)).toBe(alone);
			expect(fakes.started).toHaveLength(helpers);
			if (helpers > 0) expect(fakes.cells).toBeGreaterThan(20);
		}
	});

	test('where helpers do everything', () => {
		const fakes = new FakeHelpers();
		const model = new CoverageModel(ALL);
		model.open(items);
		const pool = new CellPool(fakes.start, 2, EAGER);
		while (model.waiting > 0 || fakes.post.length > 0) {
			pool.feed(model);
			fakes.deliverAny(() => 0);
		}
		expect(model.summary()).toEqual(finished(items).summary());
		const { done, total, touched } = model.work(0);
		expect(done).toBe(total);
		// the ground that they did is said to be new
		expect((touched?.[2] ?? 0) - (touched?.[0] ?? 0)).toBeGreaterThan(0.01);
		expect(answerOf(model)).toBe(alone);
	});

	test('of ground with holes and a border that runs through cells', () => {
		const outline = ring([-9000, -7000], [8000, -9000], [9000, 9500], [-3000, 8000], [-3100, 0]);
		const scene = [
			area('county', outline, square(1000, 1000, 2500), square(3500, 1000, 2600)),
			area('town', square(-200, -200, 7000)),
			...mixedScene(6, 150).filter(({ kind }) => kind !== 'area')
		];
		const fakes = new FakeHelpers();
		const model = new CoverageModel(ALL);
		model.open(scene);
		finishWith(model, new CellPool(fakes.start, 2, EAGER), fakes, seeded(2));
		expect(fakes.post).toHaveLength(0);
		expectSound(model.answer());
		expect(answerOf(model)).toBe(answerOf(finished(scene)));
	});

	test('where the grid is too coarse for some cells', () => {
		// no scene is known that the noder gives up on, so it is made to, wherever the cell is large
		const node = Reflect.get(Noder.prototype, 'node') as (...args: unknown[]) => void;
		vi.spyOn(Noder.prototype, 'node').mockImplementation(function (this: Noder, edges, size) {
			if (size > 1 << 15 && edges.count > 40) throw new NodingError('made to');
			node.call(this, edges, size);
		});
		const expected = answerOf(finished(items));
		for (const helpers of [1, 3]) {
			const fakes = new FakeHelpers();
			const model = new CoverageModel(ALL);
			model.open(items);
			finishWith(model, new CellPool(fakes.start, helpers, EAGER), fakes, seeded(helpers));
			expect(fakes.tooCoarse).toBeGreaterThan(2);
			expect(answerOf(model)).toBe(expected);
		}
	});
});

type Step =
	| { do: 'feed' | 'deliver' | 'work' | 'town' }
	| { do: 'move' | 'drop'; camera: number; x: number; y: number }
	| { do: 'switch'; to: number };

const SWITCHES: Partial<CoverageOptions>[] = [
	{},
	{ assumptions: { ...PRESENT, assumeRepaired: true } },
	{ assumptions: { ...PRESENT, assumeIntegrated: true, countPlanned: true } },
	{ assumptions: { ...PRESENT, without: ['c3', 'c8'] } },
	{ by: 'cameras', assumptions: { ...PRESENT, at: '2026-05-01T23:00' } },
	{ assumptions: { ...PRESENT, minPxPerM: 25 } }
];

const place = fc.integer({ min: -800, max: 800 });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom<Step>({ do: 'feed' }, { do: 'deliver' }, { do: 'work' }) },
	{
		weight: 3,
		arbitrary: fc.record({
			do: fc.constantFrom('move' as const, 'move' as const, 'drop' as const),
			camera: fc.nat({ max: 130 }),
			x: place,
			y: place
		})
	},
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('switch' as const), to: fc.nat({ max: 5 }) }) },
	{ weight: 1, arbitrary: fc.constant<Step>({ do: 'town' }) }
);

test('edits and switches while cells are away: what comes late is not taken', () => {
	let delivered = 0;
	let late = 0;
	fc.assert(
		fc.property(fc.array(anyStep, { minLength: 20, maxLength: 60, size: 'max' }), fc.nat(), (steps, seed) => {
			const random = seeded(seed);
			const fakes = new FakeHelpers();
			const pool = new CellPool(fakes.start, 1 + (seed % 3), EAGER);
			const items = new Map<ItemId, Item>(mixedScene(seed % 7, 130).map((item) => [item.id, item]));
			let options: CoverageOptions = ALL;
			const model = new CoverageModel(options);
			const put = (item: Item): void => {
				items.set(item.id, item);
				model.change([item], []);
			};
			model.open(items.values());
			pool.feed(model);
			let changedAt = new Set<unknown>();
			for (const step of steps) {
				switch (step.do) {
					case 'feed':
						pool.feed(model);
						break;
					case 'deliver':
						for (const sent of fakes.post) if (changedAt.has(sent)) late++;
						delivered += fakes.post.length;
						fakes.deliverAny(random);
						break;
					case 'work':
						model.work(0);
						break;
					case 'town':
						put(area('town', square(-800, -800, random() < 0.5 ? 1600 : 1400)));
						break;
					case 'move':
						put(camera(`c${step.camera}`, step.x, step.y, { type: 'dome', rangeM: 90 }));
						break;
					case 'drop':
						items.delete(`c${step.camera}` as ItemId);
						model.change([], [`c${step.camera}` as ItemId]);
						break;
					case 'switch':
						options = { ...ALL, ...SWITCHES[step.to] };
						model.assume(options);
						break;
				}
				if (step.do !== 'feed' && step.do !== 'deliver' && step.do !== 'work')
					changedAt = new Set(fakes.post);
			}
			finishWith(model, pool, fakes, random);
			expect(answerOf(model)).toBe(answerOf(finished(items.values(), options)));
		}),
		{ numRuns: 60, seed: 31 }
	);
	expect(late / delivered).toBeGreaterThan(0.1);
});

describe('a helper', () => {
	const items = mixedScene(5, 300);

	test('that dies leaves its cells to be done without it', () => {
		const fakes = new FakeHelpers();
		const model = new CoverageModel(ALL);
		model.open(items);
		const pool = new CellPool(fakes.start, 2, EAGER);
		const before = model.waiting;
		pool.feed(model);
		const sent = fakes.cells;
		fakes.started[0].crash();
		expect(fakes.started[0].isClosed).toBe(true);
		expect(model.waiting).toBe(before - sent / 2);
		fakes.started[1].crash();
		expect(model.waiting).toBe(before);
		pool.feed(model);
		expect(fakes.started).toHaveLength(2);
		finishWith(model, pool, fakes, seeded(1));
		expect(answerOf(model)).toBe(answerOf(finished(items)));
	});

	test('that never answers is not waited for', () => {
		const fakes = new FakeHelpers();
		const model = new CoverageModel(ALL);
		model.open(items);
		const pool = new CellPool(fakes.start, 3, EAGER);
		pool.feed(model);
		const { done, total } = model.work(Infinity);
		expect(done).toBe(total);
		expect(answerOf(model)).toBe(answerOf(finished(items)));
	});

	test('that cannot be started is done without', () => {
		const model = new CoverageModel(ALL);
		model.open(items);
		const pool = new CellPool(() => expect.fail('no threads here'), 3, EAGER);
		finishWith(model, pool, new FakeHelpers(), seeded(1));
		expect(answerOf(model)).toBe(answerOf(finished(items)));
	});

	test('that is at another plan does not mix the two up', () => {
		const fakes = new FakeHelpers();
		const pool = new CellPool(fakes.start, 2, EAGER);
		const first = new CoverageModel(ALL);
		first.open(items);
		pool.feed(first);
		const second = new CoverageModel(ALL);
		const others = mixedScene(9, 200);
		second.open(others);
		finishWith(second, pool, fakes, seeded(3));
		expect(answerOf(second)).toBe(answerOf(finished(others)));
	});

	test('is closed with the pool, and nothing is handed out any more', () => {
		const fakes = new FakeHelpers();
		const model = new CoverageModel(ALL);
		model.open(items);
		const pool = new CellPool(fakes.start, 2, EAGER);
		pool.feed(model);
		const { cells } = fakes;
		pool.close();
		expect(fakes.started.map(({ isClosed }) => isClosed)).toEqual([true, true]);
		finishWith(model, pool, fakes, seeded(1));
		expect(fakes.cells).toBe(cells);
		expect(answerOf(model)).toBe(answerOf(finished(items)));
	});
});

describe('no helper is started', () => {
	test('for a small plan', () => {
		const fakes = new FakeHelpers();
		const model = new CoverageModel(ALL);
		model.open(mixedScene(5, 300));
		new CellPool(fakes.start, 8).feed(model);
		expect(fakes.started).toHaveLength(0);
	});

	test('for an edit, nor is one bothered with it', () => {
		const fakes = new FakeHelpers();
		const limits: PoolLimits = { each: 30, batch: 3, least: 20 };
		const pool = new CellPool(fakes.start, 1, limits);
		const model = new CoverageModel(ALL);
		model.open(mixedScene(4, 420));
		finishWith(model, pool, fakes, seeded(1));
		const { cells } = fakes;
		expect(cells).toBeGreaterThan(10);
		model.change([camera('c1', 20, 20, { type: 'dome', rangeM: 60 })], []);
		expect(model.waiting).toBeGreaterThan(0);
		expect(model.waiting).toBeLessThan(20);
		pool.feed(model);
		expect(fakes.cells).toBe(cells);
	});

	test.each([
		[1, 0],
		[2, 0],
		[3, 1],
		[8, 6]
	])('of %i cores one is the coordinator, one stays free: %i helpers', (cores, helpers) => {
		expect(helpersFor(cores)).toBe(helpers);
	});
});

test('cells in view go out first', () => {
	const model = new CoverageModel(ALL);
	model.open([area('wide', square(-20000, -20000, 40000))]);
	const view = [71.33, 51.1, 71.34, 51.11] as const;
	const first = model.lend(1, 1, view)?.cells[0];
	expect(first && first.x / 1e7 <= view[2] && (first.x + first.size) / 1e7 >= view[0]).toBe(true);
	expect(first && first.y / 1e7 <= view[3] && (first.y + first.size) / 1e7 >= view[1]).toBe(true);
});

test('while cells are away the work is not said to be done', () => {
	const fakes = new FakeHelpers();
	const model = new CoverageModel(ALL);
	model.open(mixedScene(5, 300));
	const { total } = model.work(0);
	const pool = new CellPool(fakes.start, 1, { each: 1, batch: 1000, least: 1 });
	pool.feed(model);
	expect(model.waiting).toBe(0);
	const { done } = model.work(0);
	expect(done).toBeLessThan(total);
	fakes.deliverAny(() => 0);
	expect(model.work(0)).toMatchObject({ done: total, total });
});

test('cells that are gone, or due again, are counted once', () => {
	const items = mixedScene(5, 300);
	const fakes = new FakeHelpers();
	const pool = new CellPool(fakes.start, 1, { each: 1, batch: 1000, least: 1 });
	const model = new CoverageModel(ALL);
	model.open(items);
	pool.feed(model);
	model.change([area('town', square(-800, -800, 1500))], []);
	const fresh = new CoverageModel(ALL);
	fresh.open([...items.slice(1), area('town', square(-800, -800, 1500))]);
	expect(model.work(0).total).toBe(fresh.work(0).total);
	model.work(Infinity);
	fakes.deliverAny(() => 0);
	expect(answerOf(model)).toBe(
		answerOf(finished([...items.slice(1), area('town', square(-800, -800, 1500))]))
	);
});
