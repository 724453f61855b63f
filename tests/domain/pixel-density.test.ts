import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { densityLevelOf, PIXEL_DENSITY_SCALES } from '../../src/lib/domain/pixel-density-scales.ts';
import { distanceMAt, pxPerMAt } from '../../src/lib/domain/pixel-density.ts';

const RAD = Math.PI / 180;
const width = fc.integer({ min: 320, max: 12000 });
const distance = fc.double({ min: 0.5, max: 500, noNaN: true });
const angle = fc.double({ min: 1, max: 360, noNaN: true });

describe('pixel density', () => {
	test.each([
		// 1920 / (2 * 10 * tan 45)
		['a right angle at 10 m', 1920, 90, 10, 96],
		// 3840 / (2 * 20 * tan 30)
		['60 degrees at 20 m', 3840, 60, 20, 166.277],
		// half a circle of 10 m: 31.416 m
		['half round at 10 m', 3141.5927, 180, 10, 100],
		['all round at 10 m', 6283.1853, 360, 10, 100]
	])('%s', (_, widthPx, hfovDeg, distanceM, expected) => {
		expect(pxPerMAt(widthPx, hfovDeg, distanceM)).toBeCloseTo(expected, 3);
		expect(distanceMAt(widthPx, hfovDeg, expected)).toBeCloseTo(distanceM, 3);
	});

	test('is what a pinhole makes of a metre', () => {
		fc.assert(
			fc.property(
				width,
				distance,
				fc.double({ min: 1, max: 170, noNaN: true }),
				(widthPx, distanceM, hfovDeg) => {
					// the picture's edge lies `edge` beside the axis on a plane one away
					const edge = Math.sin((hfovDeg / 2) * RAD) / Math.cos((hfovDeg / 2) * RAD);
					const column = (besideM: number) => widthPx / 2 + (besideM / distanceM / edge) * (widthPx / 2);
					const metrePx = column(0.5) - column(-0.5);
					expect(pxPerMAt(widthPx, hfovDeg, distanceM) / metrePx).toBeCloseTo(1, 9);
				}
			)
		);
	});

	test('thins with distance, and the distance of a density is its inverse', () => {
		fc.assert(
			fc.property(width, angle, distance, distance, (widthPx, hfovDeg, distanceM, fartherByM) => {
				const pxPerM = pxPerMAt(widthPx, hfovDeg, distanceM);
				expect(pxPerMAt(widthPx, hfovDeg, distanceM + fartherByM)).toBeLessThan(pxPerM);
				expect(distanceMAt(widthPx, hfovDeg, pxPerM) / distanceM).toBeCloseTo(1, 9);
				expect(pxPerMAt(2 * widthPx, hfovDeg, 2 * distanceM) / pxPerM).toBeCloseTo(1, 9);
			})
		);
	});

	test('a wider lens spreads the same pixels thinner, on either side of half round', () => {
		const pairs = [
			[30, 60],
			[60, 120],
			[180, 270],
			[270, 360]
		] as const;
		for (const [narrow, wide] of pairs) {
			expect(pxPerMAt(1920, wide, 10)).toBeLessThan(pxPerMAt(1920, narrow, 10));
		}
	});
});

describe('scales of IEC 62676-4', () => {
	test('2014', () => {
		expect(PIXEL_DENSITY_SCALES[2014].map(({ name, pxPerM }) => [name, pxPerM])).toEqual([
			['monitor', 12.5],
			['detect', 25],
			['observe', 62.5],
			['recognise', 125],
			['identify', 250]
		]);
	});

	test('2025', () => {
		expect(PIXEL_DENSITY_SCALES[2025].map(({ name, pxPerM }) => [name, pxPerM])).toEqual([
			['overview', 20],
			['outline', 40],
			['discern', 80],
			['perceive', 125],
			['characterise', 250],
			['validate', 500],
			['scrutinise', 1500]
		]);
	});

	test.each([
		[12.49, 2014, null],
		[12.5, 2014, 'monitor'],
		[24.99, 2014, 'monitor'],
		[25, 2014, 'detect'],
		[124, 2014, 'observe'],
		[125, 2014, 'recognise'],
		[1e6, 2014, 'identify'],
		[0, 2025, null],
		[19.99, 2025, null],
		[20, 2025, 'overview'],
		[40, 2025, 'outline'],
		[124, 2025, 'discern'],
		[125, 2025, 'perceive'],
		[499, 2025, 'characterise'],
		[500, 2025, 'validate'],
		[1500, 2025, 'scrutinise']
	] as const)('%d px/m on %d: %s', (pxPerM, scale, expected) => {
		expect(densityLevelOf(pxPerM, scale)?.name ?? null).toBe(expected);
	});
});
