import { describe, expect, test } from 'vitest';
import {
	exactMedian,
	medianSites,
	servedCost,
	type CostTable
} from '../../../src/lib/network/siting/median-sites.ts';
import { highsSolver } from '../../support/highs-solver.ts';
import { seeded } from '../../support/random.ts';
import { choices, sitingInstance } from '../../support/siting-instances.ts';

const LIMIT = { timeLimitS: 30 };

function costTable(seed: number, sites: number, demands: number, isServed = false): CostTable {
	const { distanceM, weight } = sitingInstance(seed, sites, demands);
	const random = seeded(seed + 1000);
	const already = Float64Array.from({ length: demands }, () => (random() < 0.5 ? Infinity : random() * 300));
	const table = { rowCount: demands, columnCount: sites, cost: distanceM, weight };
	return isServed ? { ...table, already } : table;
}

function cheapest(table: CostTable, count: number): number {
	let least = Infinity;
	for (const choice of choices(table.columnCount, count)) least = Math.min(least, servedCost(table, choice));
	return least;
}

describe('against every choice there is', () => {
	test.each(Array.from({ length: 10 }, (_, k) => k + 1))('seed %i', async (seed) => {
		const table = costTable(seed, 11, 30, seed % 2 === 0);
		for (const count of [1, 2, 4]) {
			const least = cheapest(table, count);
			const quick = medianSites(table, count);
			expect(quick.cost).toBe(servedCost(table, quick.chosen));
			expect(quick.chosen).toHaveLength(count);
			expect(quick.cost).toBeGreaterThanOrEqual(least);
			expect(quick.bound).toBeLessThanOrEqual(least * (1 + 1e-12));
			expect(quick.bound).toBeGreaterThan(0.9 * least);
			const exact = await exactMedian(table, { ...quick, isProven: false }, highsSolver, LIMIT);
			expect(exact.isProven).toBe(true);
			expect(exact.cost).toBeCloseTo(least, 6);
		}
	});
});

describe('instances of our own with optima proven by HiGHS', () => {
	test.each([
		[301, 20, 40, 4],
		[302, 30, 60, 5],
		[303, 40, 60, 6],
		[304, 50, 80, 8]
	])('seed %i: %i sites, %i demands, %i to be built', async (seed, sites, demands, count) => {
		const table = costTable(seed, sites, demands);
		const quick = medianSites(table, count);
		const exact = await exactMedian(table, { ...quick, isProven: false, bound: 0 }, highsSolver, LIMIT);
		expect(exact).toMatchObject({ isProven: true, bound: exact.cost });
		expect(quick.cost).toBeGreaterThanOrEqual(exact.cost * (1 - 1e-9));
		expect(quick.cost).toBeLessThanOrEqual(exact.cost * 1.03);
		expect(quick.bound).toBeLessThanOrEqual(exact.cost * (1 + 1e-9));
		expect(quick.bound).toBeGreaterThanOrEqual(exact.cost * 0.97);
		if (quick.isProven) expect(quick.cost).toBeCloseTo(exact.cost, 5);
	});

	test('nothing is called proven when the solver had no time', async () => {
		const table = costTable(304, 50, 80);
		const known = { ...medianSites(table, 8), isProven: false, bound: 5 };
		const idle = async () => ({ status: 'limit' as const, values: null, bound: -Infinity });
		expect(await exactMedian(table, known, idle, LIMIT)).toMatchObject({ isProven: false, bound: 5 });
	});
});

test('refuses a count that cannot be', () => {
	expect(() => medianSites(costTable(1, 3, 5), 4)).toThrow('4 sites of 3');
	expect(() => medianSites(costTable(1, 3, 5), 0)).toThrow('0 sites');
});
