import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gridRing } from '../../src/lib/geo/grid-ring.ts';
import { selfCrossing } from '../../src/lib/geo/self-crossing.ts';

describe('selfCrossing', () => {
	test.each([
		['a square', [0, 0, 10, 0, 10, 10, 0, 10], null],
		['a bow tie', [0, 0, 10, 10, 10, 0, 0, 10], { x: 5, y: 5 }],
		['touching itself at a corner', [0, 0, 10, 0, 5, 5, 10, 10, 0, 10, 5, 5], null],
		['running back along itself', [0, 0, 10, 0, 20, 0, 10, 0, 10, 10], null],
		['across the closing edge', [0, 0, 10, 0, 10, 10, -5, 5], null],
		['the closing edge crosses', [0, 0, 10, 0, 4, 10, 4, -5, 2, 10], { x: 4, y: 0 }]
	])('%s', (_, ring, expected) => {
		expect(selfCrossing(Int32Array.from(ring))).toEqual(expected);
	});

	test('with the index finds what trying every pair finds', () => {
		const ring = fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 2 * 49, maxLength: 2 * 60 });
		fc.assert(
			fc.property(ring, fc.boolean(), (raw, isStar) => {
				const n = Math.floor(raw.length / 2);
				const points = Int32Array.from({ length: 2 * n }, (_, k) => {
					if (!isStar) return raw[k];
					const angle = (2 * Math.PI * Math.floor(k / 2)) / n;
					return Math.round((k % 2 === 0 ? Math.cos(angle) : Math.sin(angle)) * (20000 + raw[k - (k % 2)]));
				});
				expect(selfCrossing(points) === null).toBe(isStar);
			}),
			{ numRuns: 60, seed: 2 }
		);
	});
});

describe('gridRing', () => {
	test('turns the ring, opens it and drops repeated points', () => {
		const clockwise = [
			[0, 0],
			[0, 1e-6],
			[0, 1e-6],
			[1e-6, 0],
			[0, 0]
		];
		expect(gridRing(clockwise, false)).toEqual(Int32Array.of(10, 0, 0, 10, 0, 0));
		expect(gridRing(clockwise, true)).toEqual(Int32Array.of(0, 0, 0, 10, 10, 0));
	});

	test.each([
		[
			'two points',
			[
				[0, 0],
				[1, 1],
				[0, 0]
			]
		],
		[
			'a line',
			[
				[0, 0],
				[1, 1],
				[2, 2],
				[0, 0]
			]
		],
		[
			'no numbers',
			[
				[0, 0],
				[NaN, 1],
				[2, 0],
				[0, 0]
			]
		]
	])('%s is no ring', (_, positions) => {
		expect(gridRing(positions, false)).toBe(null);
	});
});
