import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sightLine } from '../../../src/lib/analysis/coverage/sight-line.ts';
import { Walls } from '../../../src/lib/analysis/coverage/walls.ts';
import { fromPlane, localPlane } from '../../../src/lib/geo/local-plane.ts';
import type { LngLat } from '../../../src/lib/geo/coordinates.ts';
import { box, HERE, packHouses, type House } from '../../support/toy-houses.ts';

const place = (x: number, y: number): LngLat => fromPlane(localPlane(HERE), { x, y });
const look = (houses: House[], to: readonly [number, number], heightM: number | null = null) =>
	sightLine(new Walls(packHouses(houses)), { from: HERE, to: place(...to), heightM });
const AHEAD: House = { outline: box(-5, 20, 5, 30) };

describe('sight to a place', () => {
	test.each([
		['with nothing about', [], [0, 50], null, true, null],
		['before a house', [AHEAD], [0, 15], null, true, null],
		['up to the wall itself', [AHEAD], [0, 20], null, true, null],
		['behind a house', [AHEAD], [0, 60], null, false, 20],
		['inside a house', [AHEAD], [0, 25], null, false, 20],
		['past its side', [AHEAD], [20, 60], null, true, null],
		['over a low house, beyond its shadow', [{ ...AHEAD, heightM: 3 }], [0, 80], 6, true, null],
		['into the shadow of a low house', [{ ...AHEAD, heightM: 3 }], [0, 50], 6, false, 20],
		['of a house as high as the camera', [{ ...AHEAD, heightM: 6 }], [0, 80], 6, false, 20],
		['at the foot of the mast', [AHEAD], [0, 0.1], null, true, null]
	] as const)('%s', (_, houses, to, heightM, isFree, blockedAtM) => {
		const seen = look([...houses], to, heightM);
		expect(seen.isFree).toBe(isFree);
		if (blockedAtM === null) expect(seen.blockedAtM).toBeNull();
		else expect(Math.abs((seen.blockedAtM ?? -9) - blockedAtM)).toBeLessThan(0.8);
	});

	test('is what crossing the walls says', () => {
		let blocked = 0;
		const side = fc.integer({ min: -60, max: 60 });
		fc.assert(
			fc.property(
				fc.array(fc.tuple(side, side, fc.integer({ min: 3, max: 15 }), fc.integer({ min: 3, max: 15 })), {
					minLength: 5,
					maxLength: 12
				}),
				side,
				side,
				(boxes, x, y) => {
					// a camera on or in a house looks out from its wall: another question
					const houses = boxes.filter(
						([w, s, dx, dy]) => !(w - 2 < 0 && s - 2 < 0 && w + dx + 2 > 0 && s + dy + 2 > 0)
					);
					// the slow way: walk along and look whether it is in any box
					const awayM = Math.hypot(x, y);
					const inside = (t: number, marginM: number) =>
						houses.some(
							([w, s, dx, dy]) =>
								x * t > w + marginM &&
								x * t < w + dx - marginM &&
								y * t > s + marginM &&
								y * t < s + dy - marginM
						);
					const walk = (marginM: number) => {
						for (let m = 0.2; m < awayM - 1.2; m += 0.2) if (inside(m / awayM, marginM)) return true;
						return false;
					};
					// where a grazed corner decides, both answers are right
					fc.pre(awayM > 3 && walk(0.4) === walk(-0.4));
					const { isFree } = look(
						houses.map(([w, s, dx, dy]) => ({ outline: box(w, s, w + dx, s + dy) })),
						[x, y]
					);
					if (!isFree) blocked++;
					expect(isFree).toBe(!walk(0));
				}
			),
			{ seed: 2, numRuns: 300 }
		);
		expect(blocked).toBeGreaterThan(30);
	});
});
