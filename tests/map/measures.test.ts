import { describe, expect, test } from 'vitest';
import { nearestOnLine } from '../../src/lib/map/nearest-on-line.ts';
import { planTileUrl } from '../../src/lib/map/plan/sources.ts';
import { parsePlanTileUrl } from '../../src/lib/map/plan-tile-url.ts';
import { metresPerPx, scaleStep } from '../../src/lib/map/scale-bar.ts';

describe('scaleStep', () => {
	test.each([
		['street', 0.3, 20],
		['town', 10, 1000],
		['a round fit', 10, 1000],
		['country', 900, 50_000]
	])('%s', (_, perPx, lengthM) => {
		const step = scaleStep(perPx, 110);
		expect(step.lengthM).toBe(lengthM);
		expect(step.widthPx).toBeCloseTo(lengthM / perPx, 9);
		expect(step.widthPx).toBeLessThanOrEqual(110);
		expect(step.widthPx).toBeGreaterThan(110 / 2.6);
	});

	test('a map without extent is refused', () => {
		expect(() => scaleStep(0, 110)).toThrow(/wanted both above 0/);
	});

	test('a pixel at zoom 0 on the equator is 78 km', () => {
		expect(metresPerPx(0, 0)).toBeCloseTo(78271.5, 1);
		expect(metresPerPx(60, 1)).toBeCloseTo(78271.5 / 4, 1);
	});
});

describe('nearestOnLine', () => {
	const bent = [
		{ px: 0, py: 0 },
		{ px: 10, py: 0 },
		{ px: 10, py: 10 }
	];
	test.each([
		['beside a stretch', { px: 5, py: 3 }, { px: 5, py: 0 }, 3],
		['beyond the end', { px: 13, py: 14 }, { px: 10, py: 10 }, 5],
		['before the beginning', { px: -3, py: -4 }, { px: 0, py: 0 }, 5],
		['at the bend', { px: 12, py: -1 }, { px: 10, py: 0 }, Math.sqrt(5)]
	])('%s', (_, p, at, awayPx) => {
		const found = nearestOnLine(p, bent);
		expect(found?.at).toEqual(at);
		expect(found?.awayPx).toBeCloseTo(awayPx, 9);
	});

	test('a single point is a line too, none at all is not', () => {
		expect(nearestOnLine({ px: 3, py: 4 }, [{ px: 0, py: 0 }])?.awayPx).toBe(5);
		expect(nearestOnLine({ px: 3, py: 4 }, [])).toBe(null);
	});
});

describe('parsePlanTileUrl', () => {
	test('reads what planTileUrl writes', () => {
		const url = planTileUrl('map7', 'gaps')
			.replace('{z}', '14')
			.replace('{x}', '11445')
			.replace('{y}', '5472');
		expect(parsePlanTileUrl(url)).toEqual({ owner: 'map7', layer: 'gaps', z: 14, x: 11445, y: 5472 });
	});

	test.each(['cordon-plan://map1/roads/1/2/3', 'cordon-plan://map1/gaps/1/2', 'http://elsewhere/1/2/3.pbf'])(
		'refuses %s',
		(url) => {
			expect(() => parsePlanTileUrl(url)).toThrow(/wanted cordon-plan/);
		}
	);
});
