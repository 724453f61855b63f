import { describe, expect, test } from 'vitest';
import { columnsOfRows, coverTable, type CoverTable } from '../../../src/lib/network/siting/cover-table.ts';
import { dominatedRows } from '../../../src/lib/network/siting/dominated-rows.ts';
import { exactFewest, fewestSites } from '../../../src/lib/network/siting/fewest-sites.ts';
import { highsSolver } from '../../support/highs-solver.ts';
import { choices, reachTable, sitingInstance } from '../../support/siting-instances.ts';

const LIMIT = { timeLimitS: 30 };

function reached(table: CoverTable, chosen: readonly number[]): Set<number> {
	return new Set(chosen.flatMap((j) => [...table.rows.subarray(table.start[j], table.start[j + 1])]));
}

function fewest(table: CoverTable): number {
	const all = reached(table, [...Array(table.columnCount).keys()]).size;
	for (let count = 0; ; count++) {
		for (const choice of choices(table.columnCount, count)) {
			if (reached(table, choice).size === all) return count;
		}
	}
}

describe('against every choice there is', () => {
	test.each(Array.from({ length: 16 }, (_, k) => k + 1))('seed %i', async (seed) => {
		const table = reachTable(sitingInstance(seed, 12, 40), 200 + 25 * (seed % 4));
		const least = fewest(table);
		const all = reached(table, [...Array(table.columnCount).keys()]);
		const quick = fewestSites(table);
		expect(reached(table, quick.chosen)).toEqual(all);
		expect(quick.chosen.length).toBeGreaterThanOrEqual(least);
		expect(quick.least).toBeLessThanOrEqual(least);
		expect(quick.least).toBeGreaterThan(0);
		expect(quick.unreachable).toEqual([...Array(table.rowCount).keys()].filter((i) => !all.has(i)));
		if (quick.isProven) expect(quick.chosen.length).toBe(least);
		const exact = await exactFewest(table, quick, highsSolver, LIMIT);
		expect(exact).toMatchObject({ least, isProven: true });
		expect(exact.chosen).toHaveLength(least);
		expect(reached(table, exact.chosen)).toEqual(all);
	});
});

describe('instances of our own with optima proven by HiGHS', () => {
	test.each([
		[201, 40, 120, 160],
		[202, 60, 200, 140],
		[203, 80, 260, 130],
		[204, 100, 400, 110],
		[205, 100, 600, 120]
	])('seed %i: %i sites, %i demands within %i m', async (seed, sites, demands, reachM) => {
		const table = reachTable(sitingInstance(seed, sites, demands), reachM);
		const quick = fewestSites(table);
		// nothing is settled beforehand here, so HiGHS proves it by itself
		const exact = await exactFewest(table, { ...quick, isProven: false, least: 0 }, highsSolver, LIMIT);
		expect(exact.isProven).toBe(true);
		expect(quick.least).toBeLessThanOrEqual(exact.chosen.length);
		expect(quick.least).toBeGreaterThanOrEqual(exact.chosen.length - 2);
		expect(quick.chosen.length).toBeGreaterThanOrEqual(exact.chosen.length);
		expect(quick.chosen.length).toBeLessThanOrEqual(exact.chosen.length * 1.25 + 1);
		expect(reached(table, exact.chosen)).toEqual(reached(table, quick.chosen));
	});

	test('nothing is called proven when the solver had no time', async () => {
		const table = coverTable(
			[
				[0, 1],
				[1, 2],
				[2, 0],
				[3, 4],
				[4, 5],
				[5, 3]
			],
			[1, 1, 1, 1, 1, 1]
		);
		const known = { ...fewestSites(table), isProven: false, least: 3 };
		const idle = async () => ({ status: 'limit' as const, values: null, bound: -Infinity });
		expect(await exactFewest(table, known, idle, LIMIT)).toMatchObject({ isProven: false, least: 3 });
	});
});

test('a needless site of the greedy choice goes', () => {
	// greedy takes the middle one first, and then needs both others anyway
	const table = coverTable(
		[
			[1, 2, 3, 4],
			[0, 1, 2],
			[3, 4, 5]
		],
		[1, 1, 1, 1, 1, 1]
	);
	expect(fewestSites(table)).toMatchObject({ least: 2, isProven: true });
	expect(fewestSites(table).chosen.toSorted()).toEqual([1, 2]);
});

test('an odd round of sites needs more than half of them, and says that at least half are needed', () => {
	const table = coverTable(
		[
			[0, 1],
			[1, 2],
			[2, 3],
			[3, 4],
			[4, 0]
		],
		[1, 1, 1, 1, 1]
	);
	expect(fewestSites(table)).toMatchObject({ least: 3, isProven: true });
});

test('rows that come with another are dropped, and only those', () => {
	const { covers, weight } = {
		covers: [
			[0, 1, 2],
			[1, 2],
			[2, 3]
		],
		weight: [1, 1, 1, 1, 1]
	};
	const table = coverTable(covers, weight);
	// row 2 comes with 0, 1 and 3; row 1 with row 0; row 4 nobody covers
	expect([...dominatedRows(table, columnsOfRows(table))]).toEqual([0, 1, 1, 0, 0]);
	expect(fewestSites(table).unreachable).toEqual([4]);
	const twins = coverTable([[0, 1]], [1, 1]);
	expect([...dominatedRows(twins, columnsOfRows(twins))]).toEqual([0, 1]);
	expect(fewestSites(coverTable([], [1]))).toEqual({
		chosen: [],
		least: 0,
		isProven: true,
		unreachable: [0]
	});
});
