import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LngLat } from '../../src/lib/geo/coordinates.ts';
import { findRingFault } from '../../src/lib/geo/ring-fault.ts';

type Ring = LngLat[];
const close = (ring: Ring): Ring => [...ring, ring[0] as LngLat];
const square: Ring = [
	[0, 0],
	[4, 0],
	[4, 4],
	[0, 4]
];

describe('findRingFault', () => {
	const cases: [string, Ring[], 'crosses' | 'touches' | null, LngLat?][] = [
		['a square', [square], null],
		[
			'a square with a repeated point',
			[
				[
					[0, 0],
					[4, 0],
					[4, 0],
					[4, 4],
					[0, 4]
				]
			],
			null
		],
		[
			'a square with a point on its side',
			[
				[
					[0, 0],
					[2, 0],
					[4, 0],
					[4, 4],
					[0, 4]
				]
			],
			null
		],
		[
			'a bow tie',
			[
				[
					[0, 0],
					[4, 4],
					[4, 0],
					[0, 4]
				]
			],
			'crosses',
			[2, 2]
		],
		[
			'a bow tie with a point in its knot',
			[
				[
					[0, 0],
					[2, 2],
					[4, 4],
					[4, 0],
					[2, 2],
					[0, 4]
				]
			],
			'crosses',
			[2, 2]
		],
		[
			'two lobes that touch in a point',
			[
				[
					[0, 0],
					[2, 2],
					[0, 4],
					[4, 4],
					[2, 2],
					[4, 0]
				]
			],
			'touches',
			[2, 2]
		],
		[
			'a corner that touches a side',
			[
				[
					[0, 0],
					[4, 0],
					[4, 4],
					[2, 0],
					[0, 4]
				]
			],
			'touches',
			[2, 0]
		],
		[
			'a spike',
			[
				[
					[0, 0],
					[4, 0],
					[6, 0],
					[4, 0],
					[4, 4],
					[0, 4]
				]
			],
			'crosses'
		],
		[
			'a flat ring',
			[
				[
					[0, 0],
					[2, 0],
					[4, 0]
				]
			],
			'crosses'
		],
		[
			'a side that runs back along another',
			[
				[
					[0, 0],
					[4, 0],
					[4, 2],
					[3, 0],
					[1, 0],
					[0, 4]
				]
			],
			'crosses'
		],
		[
			'a hole',
			[
				square,
				[
					[1, 1],
					[1, 2],
					[2, 2],
					[2, 1]
				]
			],
			null
		],
		[
			'a hole that touches the outline in a point',
			[
				square,
				[
					[0, 2],
					[2, 3],
					[2, 1]
				]
			],
			null
		],
		[
			'a hole that crosses the outline',
			[
				square,
				[
					[3, 1],
					[5, 1],
					[5, 2],
					[3, 2]
				]
			],
			'crosses',
			[4, 1]
		],
		['a hole that is the outline', [square, square], 'crosses'],
		[
			'a crossing of a hair',
			[
				[
					[0, 0],
					[1, 1e-7],
					[1, 0],
					[0, 1e-7]
				]
			],
			'crosses'
		]
	];
	test.each(cases)('%s', (_, rings, verdict, at) => {
		const fault = findRingFault(rings.map(close));
		expect(fault === null ? null : fault.crosses ? 'crosses' : 'touches').toBe(verdict);
		if (at) expect(fault?.at).toEqual(at);
	});

	test('agrees with the slow pairwise test on rings of a small grid, and meets both answers often', () => {
		let faulty = 0;
		let runs = 0;
		const point = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }));
		fc.assert(
			fc.property(fc.uniqueArray(point, { minLength: 4, maxLength: 6, selector: String }), (points) => {
				const expected = meetsItself(points);
				runs++;
				if (expected) faulty++;
				expect(findRingFault([close(points)]) !== null).toBe(expected);
			}),
			{ seed: 7, numRuns: 2000 }
		);
		expect(faulty / runs).toBeGreaterThan(0.1);
		expect(faulty / runs).toBeLessThan(0.9);
	});

	test('says the same after the ring starts elsewhere, runs backwards, or is mirrored', () => {
		const point = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }));
		fc.assert(
			fc.property(
				fc.uniqueArray(point, { minLength: 4, maxLength: 7, selector: String }),
				fc.nat(6),
				(points, turn) => {
					const verdict = (ring: Ring) => findRingFault([close(ring)])?.crosses ?? null;
					const base = verdict(points);
					const k = turn % points.length;
					expect(verdict([...points.slice(k), ...points.slice(0, k)])).toBe(base);
					expect(verdict([...points].reverse())).toBe(base);
					expect(verdict(points.map(([x, y]) => [-x, y]))).toBe(base);
				}
			),
			{ seed: 11, numRuns: 1000 }
		);
	});

	test('a circle of 20,000 points is sound and quickly said so', () => {
		const ring: Ring = Array.from({ length: 20_000 }, (_, i) => {
			const angle = (i / 20_000) * 2 * Math.PI;
			return [Math.cos(angle), Math.sin(angle)];
		});
		const start = performance.now();
		expect(findRingFault([close(ring)])).toBe(null);
		expect(performance.now() - start).toBeLessThan(2000);
	});
});

/** Exact on small integers: whether any two edges that are not neighbours meet, or neighbours overlap. */
function meetsItself(p: readonly (readonly [number, number])[]): boolean {
	const n = p.length;
	const at = (i: number) => p[i % n] as readonly [number, number];
	const cross = (i: number, j: number, k: number) =>
		(at(j)[0] - at(i)[0]) * (at(k)[1] - at(i)[1]) - (at(j)[1] - at(i)[1]) * (at(k)[0] - at(i)[0]);
	const within = (i: number, j: number, k: number) =>
		Math.min(at(i)[0], at(j)[0]) <= at(k)[0] &&
		at(k)[0] <= Math.max(at(i)[0], at(j)[0]) &&
		Math.min(at(i)[1], at(j)[1]) <= at(k)[1] &&
		at(k)[1] <= Math.max(at(i)[1], at(j)[1]);
	const lies = (i: number, j: number, k: number) => cross(i, j, k) === 0 && within(i, j, k);
	for (let i = 0; i < n; i++) {
		for (let j = i + 1; j < n; j++) {
			if (j === i + 1 || (i === 0 && j === n - 1)) {
				const [a, b, c] = j === i + 1 ? [i, j, j + 1] : [j, 0, 1];
				if (lies(b, c, a) || lies(a, b, c)) return true;
				continue;
			}
			if (lies(i, i + 1, j) || lies(i, i + 1, j + 1) || lies(j, j + 1, i) || lies(j, j + 1, i + 1))
				return true;
			const s = Math.sign(cross(i, i + 1, j)) * Math.sign(cross(i, i + 1, j + 1));
			const t = Math.sign(cross(j, j + 1, i)) * Math.sign(cross(j, j + 1, i + 1));
			if (s < 0 && t < 0) return true;
		}
	}
	return false;
}
