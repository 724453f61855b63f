import { describe, expect, test } from 'vitest';
import type { SectorView } from '../../../src/lib/geo/sector-view.ts';
import { isWithin } from '../../support/sight-oracle.ts';
import { box, packHouses, place, toGrid } from '../../support/toy-houses.ts';
import { sight } from './walls-asked.ts';

const ALL_ROUND: SectorView = { azimuthDeg: 0, hfovDeg: 360, rangeM: 40, nearM: 0 };
const NORTH: SectorView = { azimuthDeg: 0, hfovDeg: 90, rangeM: 40, nearM: 0 };
/** Whether the place (metres about HERE) is in the rings. */
function sees(rings: readonly Int32Array[], x: number, y: number): boolean {
	return isWithin(rings, ...toGrid(x, y));
}

describe('a camera on a building', () => {
	const house = packHouses([{ outline: box(-10, -20, 10, 0) }]);
	test.each([
		['on the wall', 2, 0],
		['a hand before the wall', 2, 0.02],
		['two metres inside', 2, -2],
		['on the corner', 10, 0],
		['by the corner, inside', 8.5, -1]
	])('%s looks out from it', (_, x, y) => {
		const rings = sight(house, place(x, y), { ...NORTH, hfovDeg: 360 });
		expect(sees(rings, x, 5)).toBe(true);
		expect(sees(rings, x, 35)).toBe(true);
		expect(sees(rings, 0, -10)).toBe(false);
		expect(sees(rings, 0, -25)).toBe(false);
	});

	test('a corner sees along both walls', () => {
		const rings = sight(house, place(10, 0), ALL_ROUND);
		expect(sees(rings, 15, -15)).toBe(true);
		expect(sees(rings, -10, 2)).toBe(true);
	});

	test('deep inside it looks out where its axis leaves, no farther than it would have', () => {
		const rings = sight(house, place(2, -10), NORTH);
		expect(sees(rings, 2, 29.5)).toBe(true);
		expect(sees(rings, 2, 30.5)).toBe(false);
		expect(sees(rings, 2, -0.5)).toBe(false);
		const east = sight(house, place(2, -10), { ...NORTH, azimuthDeg: 90 });
		expect(sees(east, 12, -10)).toBe(true);
		expect(sees(east, 2, 5)).toBe(false);
	});

	test('deep inside and looking all round it hangs on the nearest wall', () => {
		const rings = sight(house, place(2, -6), ALL_ROUND);
		expect(sees(rings, 2, 33)).toBe(true);
		expect(sees(rings, 2, 35)).toBe(false);
		expect(sees(rings, 12, -6)).toBe(false);
	});

	test('too deep to see out of, it sees nothing', () => {
		expect(sight(house, place(2, -10), { ...NORTH, rangeM: 9 })).toEqual([]);
	});

	test('on a wall that two houses share it looks out of both', () => {
		const pair = packHouses([{ outline: box(-10, -20, 0, 0) }, { outline: box(0, -20, 10, 0) }]);
		const rings = sight(pair, place(0, -1), NORTH);
		expect(sees(rings, 0, 5)).toBe(true);
		expect(sees(rings, 5, -5)).toBe(false);
		const deep = sight(pair, place(0, -10), NORTH);
		expect(sees(deep, 0.5, 20)).toBe(true);
		expect(sees(deep, 0.5, -5)).toBe(false);
	});

	test('a notch in a wall is looked out of', () => {
		const notched = packHouses([{ outline: [-10, -20, 10, -20, 10, 0, 4, 0, 0, -4, -4, 0, -10, 0] }]);
		const rings = sight(notched, place(0, -4.1), ALL_ROUND);
		expect(sees(rings, 0, 5)).toBe(true);
		expect(sees(rings, 9, 1)).toBe(false);
	});

	test('a low house is looked over from its own wall', () => {
		const low = packHouses([{ outline: box(-10, -10, 10, 0), heightM: 3 }]);
		const rings = sight(low, place(2, 0), ALL_ROUND, 9);
		expect(sees(rings, 2, -9)).toBe(false);
		expect(sees(rings, 2, -14.9)).toBe(false);
		expect(sees(rings, 2, -15.5)).toBe(true);
	});
});
