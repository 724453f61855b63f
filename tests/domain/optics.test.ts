import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groundBandOf, hfovDegOf, PERSON_HEIGHT_M, vfovDegOf } from '../../src/lib/domain/optics.ts';

const RAD = Math.PI / 180;

describe('hfovDegOf', () => {
	test.each([
		['1/2.8" (5.6 mm) and 4 mm', 5.6, 4, 69.984],
		['1/2.8" (5.6 mm) and 2.8 mm: a half as wide as the lens is long', 5.6, 2.8, 90],
		['1/3" (4.8 mm) and 12 mm', 4.8, 12, 22.62],
		['full frame (36 mm) and 50 mm', 36, 50, 39.598]
	])('%s', (_, sensorMm, focalMm, expectedDeg) => {
		expect(hfovDegOf(sensorMm, focalMm)).toBeCloseTo(expectedDeg, 3);
	});

	test('a longer lens sees narrower, the scale of both does not matter', () => {
		const length = fc.double({ min: 0.5, max: 100, noNaN: true });
		fc.assert(
			fc.property(length, length, length, (sensorMm, focalMm, longerBy) => {
				const hfovDeg = hfovDegOf(sensorMm, focalMm);
				expect(hfovDegOf(sensorMm, focalMm + longerBy)).toBeLessThan(hfovDeg);
				expect(hfovDegOf(sensorMm * 7, focalMm * 7)).toBeCloseTo(hfovDeg, 9);
			})
		);
	});
});

describe('vfovDegOf', () => {
	test.each([
		['70 degrees at 16:9', 69.984, 9 / 16, 42.984],
		['90 degrees at 4:3', 90, 3 / 4, 73.74],
		['a square picture is as high as wide', 50, 1, 50]
	])('%s', (_, hfovDeg, aspect, expectedDeg) => {
		expect(vfovDegOf(hfovDeg, aspect)).toBeCloseTo(expectedDeg, 3);
	});

	test.each([180, 270, 360])('no flat picture is %d degrees wide', (hfovDeg) => {
		expect(vfovDegOf(hfovDeg, 9 / 16)).toBeNull();
	});
});

describe('groundBandOf', () => {
	test.each<[string, [number, number, number], number, number | null]>([
		// 6 / tan 50 and 4.3 / tan 10
		['between two rims', [6, 30, 40], 5.035, 24.387],
		// 6 / tan 30
		['an upper rim on the horizon does not fall', [6, 15, 30], 10.392, null],
		['level: the lower half of the picture comes down', [3, 0, 90], 3, null],
		['the lower rim straight down', [6, 60, 60], 0, 7.448],
		['the lower rim behind the mast', [6, 80, 60], 0, 3.608],
		['straight down', [6, 90, 60], 0, 2.483],
		['mounted at the height of a head: at the ground', [1.7, 30, 40], 1.426, 9.641],
		['mounted below a head: at the ground', [1, 30, 40], 0.839, 5.671],
		['looking up', [6, -30, 40], Infinity, null],
		['the lower rim level', [6, -20, 40], Infinity, null]
	])('%s', (_, [heightM, tiltDeg, vfovDeg], nearM, farM) => {
		const band = groundBandOf(heightM, tiltDeg, vfovDeg);
		if (nearM === Infinity) expect(band.nearM).toBe(Infinity);
		else expect(band.nearM).toBeCloseTo(nearM, 3);
		if (farM === null) expect(band.farM).toBeNull();
		else expect(band.farM).toBeCloseTo(farM, 3);
	});

	test('agrees with lines of sight to the ground and to heads, one by one', () => {
		let bothEnds = 0;
		const tenths = (min: number, max: number) =>
			fc.integer({ min: min * 10, max: max * 10 }).map((figure) => figure / 10);
		const [height, tilt] = [tenths(1.8, 40), tenths(-30, 90)];
		const [vfov, distance] = [tenths(2, 120), tenths(0.1, 300)];
		fc.assert(
			fc.property(height, tilt, vfov, distance, (heightM, tiltDeg, vfovDeg, distanceM) => {
				const { nearM, farM } = groundBandOf(heightM, tiltDeg, vfovDeg);
				if (nearM > 0.1 && nearM < 300 && farM !== null && farM < 300) bothEnds++;
				const toGroundDeg = Math.atan2(heightM, distanceM) / RAD;
				const toHeadDeg = Math.atan2(heightM - PERSON_HEIGHT_M, distanceM) / RAD;
				const margin = 1e-9 * (1 + distanceM);
				if (Math.abs(distanceM - nearM) > margin) {
					expect(toGroundDeg < tiltDeg + vfovDeg / 2).toBe(distanceM > nearM);
				}
				if (farM === null || Math.abs(distanceM - farM) > margin) {
					expect(toHeadDeg > tiltDeg - vfovDeg / 2).toBe(distanceM < (farM ?? Infinity));
				}
			}),
			{ numRuns: 500, seed: 7 }
		);
		expect(bothEnds).toBeGreaterThan(50);
	});

	test('twice as high, twice as far to the ground; tilted further, both ends come nearer', () => {
		const height = fc.double({ min: 2, max: 40, noNaN: true });
		fc.assert(
			fc.property(
				height,
				fc.integer({ min: 1, max: 60 }),
				fc.integer({ min: 2, max: 50 }),
				(h, tilt, vfov) => {
					const band = groundBandOf(h, tilt, vfov);
					expect(groundBandOf(2 * h, tilt, vfov).nearM).toBeCloseTo(2 * band.nearM, 9);
					const lower = groundBandOf(h, tilt + 1, vfov);
					expect(lower.nearM).toBeLessThanOrEqual(band.nearM);
					expect(lower.farM ?? Infinity).toBeLessThanOrEqual(band.farM ?? Infinity);
				}
			)
		);
	});
});
