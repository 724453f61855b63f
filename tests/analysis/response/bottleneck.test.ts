import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bottleneckAssignment, bottleneckOf } from '../../../src/lib/analysis/response/bottleneck.ts';
import { leastTotal } from '../../../src/lib/analysis/response/least-total.ts';
import { maxMatching } from '../../../src/lib/analysis/response/max-matching.ts';
import { seeded } from '../../support/random.ts';

interface Case {
	rows: number;
	columns: number;
	capacity: number[];
	cost: Float64Array;
}

const cases = fc
	.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 5 }))
	.chain(([rows, columns]) =>
		fc.record({
			rows: fc.constant(rows),
			columns: fc.constant(columns),
			capacity: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: rows, maxLength: rows }),
			cost: fc
				.array(fc.integer({ min: 1, max: 12 }), { minLength: rows * columns, maxLength: rows * columns })
				.map((list) => Float64Array.from(list, (value) => (value > 10 ? Infinity : value)))
		})
	);

/** Every way to send teams, one after the other: most columns, then the last soonest, then the least sum. */
function bruteForce({ rows, columns, capacity, cost }: Case): { size: number; worst: number; total: number } {
	let best = { size: 0, worst: 0, total: 0 };
	const left = [...capacity];
	const send = (c: number, size: number, worst: number, total: number): void => {
		if (c === columns) {
			if (
				size > best.size ||
				(size === best.size && (worst < best.worst || (worst === best.worst && total < best.total)))
			) {
				best = { size, worst, total };
			}
			return;
		}
		send(c + 1, size, worst, total);
		for (let r = 0; r < rows; r++) {
			const own = cost[r * columns + c];
			if (left[r] === 0 || own === Infinity) continue;
			left[r]--;
			send(c + 1, size + 1, Math.max(worst, own), total + own);
			left[r]++;
		}
	};
	send(0, 0, 0, 0);
	return best;
}

/** What an assignment comes to; throws where it is none. */
function measure(
	{ rows, columns, capacity, cost }: Case,
	rowOf: Int32Array
): { size: number; worst: number; total: number } {
	const used = new Array<number>(rows).fill(0);
	let [size, worst, total] = [0, 0, 0];
	for (let c = 0; c < columns; c++) {
		if (rowOf[c] < 0) continue;
		used[rowOf[c]]++;
		const own = cost[rowOf[c] * columns + c];
		if (own === Infinity) throw new Error(`column ${c} is sent a team that has no way`);
		size++;
		worst = Math.max(worst, own);
		total += own;
	}
	used.forEach((count, r) => {
		if (count > capacity[r]) throw new Error(`row ${r} sends ${count} of ${capacity[r]} teams`);
	});
	return { size, worst, total };
}

describe('bottleneckAssignment', () => {
	test('agrees with every way tried, one after the other', () => {
		let short = 0;
		let detours = 0;
		fc.assert(
			fc.property(cases, (one) => {
				const want = bruteForce(one);
				const got = bottleneckAssignment(one.cost, one.capacity, one.columns);
				expect(measure(one, got.rowOf)).toEqual(want);
				expect({ size: got.size, worst: got.worst }).toEqual({ size: want.size, worst: want.worst });
				if (want.size < one.columns) short++;
				const nearest = Array.from({ length: one.columns }, (_, c) =>
					Math.min(...one.capacity.map((_teams, r) => one.cost[r * one.columns + c]))
				);
				if (want.size === one.columns && want.total > nearest.reduce((a, b) => a + b, 0)) detours++;
			}),
			{ numRuns: 800, seed: 5 }
		);
		expect(short).toBeGreaterThan(80);
		expect(detours).toBeGreaterThan(80);
	});

	test('sends the near team far where that lets the last arrive sooner', () => {
		//            west  east
		// station A    1     9     A is nearer to both
		// station B    3    12
		const cost = Float64Array.of(1, 9, 3, 12);
		const { rowOf, worst } = bottleneckAssignment(cost, [1, 1], 2);
		expect([...rowOf]).toEqual([1, 0]);
		expect(worst).toBe(9);
	});

	test('with no teams, no columns or no way nobody is sent', () => {
		expect(bottleneckAssignment(new Float64Array(0), [], 3)).toMatchObject({ size: 0, worst: 0 });
		expect(bottleneckAssignment(new Float64Array(0), [2], 0)).toMatchObject({ size: 0, worst: 0 });
		expect(bottleneckAssignment(Float64Array.of(Infinity), [2], 1)).toMatchObject({ size: 0, worst: 0 });
		expect(() => bottleneckOf(new Float64Array(3), [1], 2)).toThrow('3 costs, wanted 1 rows of 2');
	});

	test('is as good as scipy at 60 checkpoints and 20 stations', (context) => {
		const random = seeded(8);
		const [rows, columns] = [20, 60];
		const capacity = Array.from({ length: rows }, () => 1 + Math.floor(random() * 5));
		const teams = capacity.reduce((sum, count) => sum + count, 0);
		expect(teams).toBeGreaterThanOrEqual(columns - 10);
		const cost = Float64Array.from({ length: rows * columns }, () => Math.round(random() * 9000) / 10);
		const python = spawnSync(
			'python3',
			[
				'-c',
				`
import json, sys
from scipy.optimize import linear_sum_assignment
import numpy as np
rows, columns, capacity, cost, worst = json.load(sys.stdin)
c = np.array(cost).reshape(rows, columns)
copies = np.repeat(np.arange(rows), capacity)
wide = c[copies]
i, j = linear_sum_assignment(wide)
size = len(i)
def fits(limit):
    big = np.where(wide <= limit, 0.0, 1.0)
    a, b = linear_sum_assignment(big)
    return big[a, b].sum() == 0
values = sorted(set(cost))
low, high = 0, len(values) - 1
while low < high:
    mid = (low + high) // 2
    if fits(values[mid]): high = mid
    else: low = mid + 1
limit = values[low]
a, b = linear_sum_assignment(np.where(wide <= limit, wide, 1e7))
print(json.dumps([size, limit, float(wide[a, b].sum())]))
`
			],
			{ encoding: 'utf8', input: JSON.stringify([rows, columns, capacity, [...cost], 0]) }
		);
		if (python.status !== 0) {
			process.stderr.write('skipped: python3-scipy is not there\n');
			context.skip();
			return;
		}
		const got = bottleneckAssignment(cost, capacity, columns);
		const { size, worst, total } = measure({ rows, columns, capacity, cost }, got.rowOf);
		const [wantSize, wantWorst, wantTotal] = JSON.parse(python.stdout) as [number, number, number];
		expect(size).toBe(wantSize);
		expect(worst).toBe(wantWorst);
		expect(total).toBeCloseTo(wantTotal, 6);
	});
});

describe('maxMatching and leastTotal', () => {
	test('match as many as each other at every limit', () => {
		fc.assert(
			fc.property(cases, fc.integer({ min: 0, max: 11 }), (one, limit) => {
				const { size, rowOf } = maxMatching(one.cost, one.capacity, one.columns, limit);
				const cheapest = leastTotal(one.cost, one.capacity, one.columns, limit);
				expect(measure(one, rowOf).size).toBe(size);
				expect(measure(one, cheapest).size).toBe(size);
				expect(measure(one, cheapest).total).toBeLessThanOrEqual(measure(one, rowOf).total);
				expect(measure(one, rowOf).worst).toBeLessThanOrEqual(limit);
			}),
			{ numRuns: 400, seed: 6 }
		);
	});
});
