import { describe, expect, test } from 'vitest';
import { CoverBound } from '../../../src/lib/network/siting/cover-bound.ts';
import { CoverSearch } from '../../../src/lib/network/siting/cover-search.ts';
import { coveredWeight, coverTable, type CoverTable } from '../../../src/lib/network/siting/cover-table.ts';
import { coverProgram, exactCover } from '../../../src/lib/network/siting/exact-cover.ts';
import { greedyCover } from '../../../src/lib/network/siting/greedy-cover.ts';
import { mergeRows } from '../../../src/lib/network/siting/merge-rows.ts';
import { highsSolver } from '../../support/highs-solver.ts';
import { seeded } from '../../support/random.ts';
import { choices, reachTable, sitingInstance } from '../../support/siting-instances.ts';

const LIMIT = { timeLimitS: 30 };

function best(table: CoverTable, count: number): number {
	let most = 0;
	for (const choice of choices(table.columnCount, Math.min(count, table.columnCount))) {
		most = Math.max(most, coveredWeight(table, choice));
	}
	return most;
}

/** The largest gain each time, found by trying every column. */
function plainGreedy(table: CoverTable, count: number): number[] {
	const chosen: number[] = [];
	while (chosen.length < count) {
		let most = coveredWeight(table, chosen);
		let next = -1;
		for (let j = 0; j < table.columnCount; j++) {
			const total = coveredWeight(table, [...chosen, j]);
			if (total > most) [most, next] = [total, j];
		}
		if (next < 0) break;
		chosen.push(next);
	}
	return chosen;
}

function searched(table: CoverTable, chosen: readonly number[]): CoverSearch {
	const search = new CoverSearch(table, chosen);
	while (search.step());
	return search;
}

function bounded(table: CoverTable, count: number, chosen: readonly number[], reached: number): CoverBound {
	const bound = new CoverBound(table, count, chosen, reached);
	for (let k = 0; k < 400 && bound.step(); k++);
	return bound;
}

describe('one exchange', () => {
	test.each([1, 2, 3, 4, 5, 6, 7, 8])('is the best that trying all of them finds (%i)', (seed) => {
		const table = reachTable(sitingInstance(seed, 30, 90), 200);
		const random = seeded(seed);
		const start = [...new Set(Array.from({ length: 5 }, () => Math.floor(random() * table.columnCount)))];
		const search = new CoverSearch(table, start);
		let steps = 0;
		for (;;) {
			const before = [...search.chosen];
			const covered = coveredWeight(table, before);
			let most = covered;
			for (let c = 0; c < before.length; c++) {
				for (let j = 0; j < table.columnCount; j++) {
					most = Math.max(most, coveredWeight(table, before.with(c, j)));
				}
			}
			const isBetter = search.step();
			expect(isBetter).toBe(most > covered);
			expect(coveredWeight(table, search.chosen)).toBe(most);
			expect(search.total).toBe(most);
			if (!isBetter) break;
			steps++;
		}
		expect(steps).toBeGreaterThan(0);
	});
});

describe('greedy', () => {
	test.each([1, 2, 3, 4, 5, 6])('takes what trying every column takes (%i)', (seed) => {
		const table = reachTable(sitingInstance(seed, 40, 120), 160);
		const { chosen, gains, total } = greedyCover(table, 8);
		expect(chosen).toEqual(plainGreedy(table, 8));
		expect(total).toBe(coveredWeight(table, chosen));
		expect(gains.reduce((a, b) => a + b, 0)).toBe(total);
		for (let k = 1; k < gains.length; k++) expect(gains[k]).toBeLessThanOrEqual(gains[k - 1]);
	});

	test('ends where nothing adds anything, and then its bound is what it covers', () => {
		const table = coverTable([[0], [1], [0, 1]], [3, 4]);
		expect(greedyCover(table, 5)).toEqual({ chosen: [2], gains: [7], total: 7, bound: 7 });
		expect(greedyCover(table, 0)).toEqual({ chosen: [], gains: [], total: 0, bound: 0 });
		expect(greedyCover(coverTable([], [1]), 2).total).toBe(0);
	});

	test('refuses a count that is none, a row that is none, a weight below zero', () => {
		const table = coverTable([[0]], [1]);
		expect(() => greedyCover(table, -1)).toThrow('-1 sites');
		expect(() => greedyCover(table, 1.5)).toThrow('1.5 sites');
		expect(() => coverTable([[2]], [1])).toThrow('row 2');
		expect(() => coverTable([[0]], [-1])).toThrow('weight of -1');
	});
});

describe('against every choice there is', () => {
	test.each(Array.from({ length: 12 }, (_, k) => k + 1))('seed %i', async (seed) => {
		const table = reachTable(sitingInstance(seed, 14, 50), 120 + 20 * (seed % 5));
		for (const count of [1, 3, 5]) {
			const most = best(table, count);
			const greedy = greedyCover(table, count);
			const search = searched(table, greedy.chosen);
			const bound = bounded(table, count, search.chosen, search.total);
			expect(search.total).toBe(coveredWeight(table, search.chosen));
			expect(greedy.total).toBeLessThanOrEqual(search.total);
			expect(search.total).toBeLessThanOrEqual(most);
			expect(greedy.total).toBeGreaterThanOrEqual((1 - 1 / Math.E) * most);
			expect(greedy.bound).toBeGreaterThanOrEqual(most);
			expect(bound.best).toBeGreaterThanOrEqual(most * (1 - 1e-12));
			const exact = await exactCover(table, count, { chosen: search.chosen, bound }, highsSolver, LIMIT);
			expect(exact).toMatchObject({ total: most, bound: most, isProven: true });
			expect(coveredWeight(table, exact.chosen)).toBe(most);
			expect(exact.chosen.length).toBeLessThanOrEqual(count);
		}
	});

	test('what the bound leaves out, or sees in, stands so in every better choice', () => {
		let settled = 0;
		for (let seed = 20; seed < 40; seed++) {
			const table = reachTable(sitingInstance(seed, 14, 50), 150);
			// begun from a choice that is not a good one, there are better ones
			const poor = [0, 1, 2];
			const reached = coveredWeight(table, poor);
			const bound = bounded(table, 3, greedyCover(table, 3).chosen, reached);
			const good = bounded(table, 3, poor, best(table, 3) * 0.97);
			for (const [judge, least] of [
				[bound, reached],
				[good, best(table, 3) * 0.97]
			] as const) {
				settled += judge.isOut.reduce((a, b) => a + b, 0) + judge.isIn.reduce((a, b) => a + b, 0);
				for (const choice of choices(table.columnCount, 3)) {
					if (coveredWeight(table, choice) <= least) continue;
					for (const j of choice) expect(judge.isOut[j]).toBe(0);
					judge.isIn.forEach((sure, j) => sure && expect(choice).toContain(j));
				}
			}
		}
		expect(settled).toBeGreaterThan(40);
	});
});

describe('instances of our own with optima proven by HiGHS', () => {
	test.each([
		[101, 20, 60, 150, 4],
		[102, 30, 100, 120, 5],
		[103, 50, 200, 110, 8],
		[104, 60, 240, 100, 10],
		[105, 80, 300, 90, 12],
		[106, 100, 400, 80, 15]
	])(
		'seed %i: %i sites, %i demands within %i m, %i to be built',
		async (seed, sites, demands, reachM, count) => {
			const table = reachTable(sitingInstance(seed, sites, demands), reachM);
			const whole = await highsSolver(coverProgram(table, count), LIMIT);
			const loose = await highsSolver(coverProgram(table, count, false), LIMIT);
			expect(whole.status).toBe('optimal');
			const chosen = [...table.start.keys()].filter(
				(j) => j < sites && (whole.values as Float64Array)[j] > 0.5
			);
			const most = coveredWeight(table, chosen);

			const greedy = greedyCover(table, count);
			const search = searched(table, greedy.chosen);
			const bound = bounded(table, count, search.chosen, search.total);
			expect(greedy.total).toBeGreaterThanOrEqual((1 - 1 / Math.E) * most);
			expect(search.total).toBeLessThanOrEqual(most);
			expect(search.total).toBeGreaterThanOrEqual(0.95 * most);
			expect(loose.bound).toBeGreaterThanOrEqual(most * (1 - 1e-7));
			// the Lagrangian bound cannot pass below the linear programme, and comes near it
			expect(bound.best).toBeGreaterThanOrEqual(most * (1 - 1e-12));
			if (!bound.isTight) expect(bound.best).toBeGreaterThanOrEqual(loose.bound * (1 - 1e-7));
			expect(bound.best).toBeLessThanOrEqual(loose.bound * 1.01);
			expect(bound.best).toBeLessThanOrEqual(greedy.bound * (1 + 1e-12));

			const exact = await exactCover(table, count, { chosen: search.chosen, bound }, highsSolver, LIMIT);
			expect(exact).toMatchObject({ total: most, isProven: true });
		}
	);

	test('the exchange finds what greedy misses', () => {
		let better = 0;
		for (let seed = 1; seed <= 30; seed++) {
			const table = reachTable(sitingInstance(seed, 60, 240), 100);
			const greedy = greedyCover(table, 10);
			if (searched(table, greedy.chosen).total > greedy.total) better++;
		}
		expect(better).toBeGreaterThan(8);
	});

	test('nothing is called proven when the solver had no time', async () => {
		const table = reachTable(sitingInstance(106, 100, 400), 80);
		const { chosen, total } = greedyCover(table, 15);
		const bound = new CoverBound(table, 15, chosen, total);
		const idle = async () => ({ status: 'limit' as const, values: null, bound: Infinity });
		const exact = await exactCover(table, 15, { chosen, bound }, idle, LIMIT);
		expect(exact.isProven).toBe(false);
		expect(exact.total).toBe(total);
		expect(exact.bound).toBe(bound.best);
		expect(exact.bound).toBeGreaterThan(total);
	});
});

describe('merged rows', () => {
	test('every choice covers as much as before', () => {
		const random = seeded(7);
		let merged = 0;
		for (let round = 0; round < 30; round++) {
			const covers = Array.from({ length: 6 }, () =>
				Array.from({ length: 40 }, (_, i) => i).filter(() => random() < 0.3)
			);
			const weight = Array.from({ length: 40 }, () => Math.floor(random() * 5));
			const table = coverTable(covers, weight);
			const { table: small, rowOf } = mergeRows(table);
			merged += table.rowCount - small.rowCount;
			for (let count = 0; count <= 6; count++) {
				for (const choice of choices(6, count)) {
					expect(coveredWeight(small, choice)).toBe(coveredWeight(table, choice));
				}
			}
			for (let i = 0; i < 40; i++) {
				const isUsed = weight[i] > 0 && covers.some((rows) => rows.includes(i));
				expect(rowOf[i] >= 0).toBe(isUsed);
			}
		}
		expect(merged).toBeGreaterThan(200);
	});
});
