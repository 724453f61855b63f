import fc from 'fast-check';
import { Geodesic } from 'geographiclib-geodesic';
import { describe, expect, test } from 'vitest';
import { ringAreaM2 } from '../../src/lib/geo/ellipsoid-area.ts';
import { areaNear, parallelAt, perimeterNear } from '../../src/lib/geo/parallel.ts';

/** By geodesics, with every edge cut fine so that it follows the straight line in longitude and latitude. */
function oracle(ring: number[], cuts: number): { area: number; perimeter: number } {
	const polygon = Geodesic.WGS84.Polygon(false);
	for (let i = 0; i < ring.length; i += 2) {
		const k = (i + 2) % ring.length;
		for (let c = 0; c < cuts; c++) {
			const t = c / cuts;
			polygon.AddPoint(
				(ring[i + 1] + t * (ring[k + 1] - ring[i + 1])) / 1e7,
				(ring[i] + t * (ring[k] - ring[i])) / 1e7
			);
		}
	}
	const { area, perimeter } = polygon.Compute(false, true);
	return { area: area ?? NaN, perimeter };
}

function box(lng: number, lat: number, width: number, height: number): number[] {
	const [x, y, w, h] = [lng, lat, width, height].map((deg) => Math.round(deg * 1e7));
	return [x, y, x + w, y, x + w, y + h, x, y + h];
}

describe('ringAreaM2', () => {
	test.each([
		['a block on the equator', box(10, -0.001, 0.002, 0.002), 10],
		['a city at 51 north', box(71.2, 51, 0.4, 0.3), 400],
		['a province', box(100, 30, 3, 2), 2000],
		['near the pole', box(20, 78, 1, 0.5), 1000],
		['south', box(-70.5, -33.7, 0.3, 0.3), 400]
	])('%s', (_, ring, cuts) => {
		const { area } = oracle(ring, cuts);
		expect(Math.abs(ringAreaM2(Int32Array.from(ring)) / area - 1)).toBeLessThan(1e-8);
	});

	test('clockwise is negative, and two points have none', () => {
		const ring = box(71, 51, 0.1, 0.1);
		const back = [ring[6], ring[7], ring[4], ring[5], ring[2], ring[3], ring[0], ring[1]];
		expect(ringAreaM2(Int32Array.from(back))).toBeCloseTo(-ringAreaM2(Int32Array.from(ring)), 2);
		expect(ringAreaM2(Int32Array.from([0, 0, 5, 5]))).toBe(0);
	});
});

test('areaNear agrees with the whole formula on any triangle within a cell', () => {
	const at = fc.integer({ min: 0, max: 1 << 19 });
	fc.assert(
		fc.property(fc.tuple(at, at, at, at, at, at), fc.integer({ min: -75, max: 75 }), (local, lat) => {
			const ring = Int32Array.from(local, (v, i) => v + (i % 2 === 0 ? 712_000_000 : lat * 1e7));
			const near = areaNear(parallelAt(lat * 1e7 + (1 << 18)), ring, 0, 3);
			const exact = ringAreaM2(ring);
			expect(Math.abs(near - exact)).toBeLessThan(1e-8 * Math.abs(exact) + 0.01);
		}),
		{ seed: 3, numRuns: 300 }
	);
});

test('perimeterNear is a length on the ground', () => {
	const ring = box(71.2, 51, 0.02, 0.01);
	const { perimeter } = oracle(ring, 1);
	const near = perimeterNear(parallelAt(51.005e7), Int32Array.from(ring), 0, 4);
	expect(Math.abs(near / perimeter - 1)).toBeLessThan(1e-4);
});
