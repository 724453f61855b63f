import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { QuadTest } from '../../../src/lib/formats/plan-tiles/quad-test.ts';
import type { LngLat } from '../../../src/lib/geo/coordinates.ts';
import { latitudeOf, mercatorX, mercatorY } from '../../../src/lib/geo/mercator.ts';

const box: LngLat[] = [
	[71, 51],
	[72, 51],
	[72, 52],
	[71, 52]
];

describe('QuadTest', () => {
	test.each([
		['the middle', 71.5, 51.5, true],
		['a corner', 71, 51, true],
		['a side', 71.25, 52, true],
		['just beyond a side', 71.5, 52.0000001, false],
		['beside it', 72.5, 51.5, false]
	])('%s', (_, lng, lat, isIn) => {
		expect(new QuadTest(box).contains(lng, lat)).toBe(isIn);
		expect(new QuadTest([...box].reverse()).contains(lng, lat)).toBe(isIn);
	});

	test('a box of no width holds what lies on it', () => {
		const line = new QuadTest([
			[71, 51],
			[71, 51],
			[71, 52],
			[71, 52]
		]);
		expect(line.contains(71, 51.5)).toBe(true);
		expect(line.contains(71.0001, 51.5)).toBe(false);
	});

	test('a box of a turned screen holds what the screen says', () => {
		const unit = fc.double({ min: -1.5, max: 1.5, noNaN: true });
		let inside = 0;
		let runs = 0;
		fc.assert(
			fc.property(fc.double({ min: 0, max: 6.28, noNaN: true }), unit, unit, (turn, u, v) => {
				// a screen of 2 by 1 about the middle, in units of a thousandth of the world
				const toLngLat = (a: number, b: number): LngLat => {
					const x = mercatorX(71.43) + 1e-3 * (2 * a * Math.cos(turn) - b * Math.sin(turn));
					const y = mercatorY(51.13) + 1e-3 * (2 * a * Math.sin(turn) + b * Math.cos(turn));
					return [(x - 0.5) * 360, latitudeOf(y)];
				};
				const quad = new QuadTest([toLngLat(-1, -1), toLngLat(1, -1), toLngLat(1, 1), toLngLat(-1, 1)]);
				const away = Math.max(Math.abs(u), Math.abs(v));
				fc.pre(Math.abs(away - 1) > 1e-6);
				runs++;
				if (away < 1) inside++;
				expect(quad.contains(...toLngLat(u, v))).toBe(away < 1);
			})
		);
		expect(inside / runs).toBeGreaterThan(0.1);
	});
});
