import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SectorView } from '../../../src/lib/geo/sector-view.ts';
import { seeded } from '../../support/random.ts';
import { distanceToRings, isInTheOpen, isWithin, obstacleFinder } from '../../support/sight-oracle.ts';
import { HERE, box, packHouses, reversed, toGrid, type House } from '../../support/toy-houses.ts';
import { NEAR_EDGE, expectAsOracle, plainRings, randomPoints, sight } from './walls-asked.ts';

const coordinate = fc.integer({ min: -3500, max: 3500 }).map((cm) => cm / 100);
/** Boxes and triangles, on a coarse grid half the time, so that walls touch, cross and line up. */
const house: fc.Arbitrary<House> = fc
	.record({
		x: coordinate,
		y: coordinate,
		wide: fc.integer({ min: 1, max: 20 }),
		deep: fc.integer({ min: 1, max: 20 }),
		isCoarse: fc.boolean(),
		kind: fc.constantFrom('box', 'triangle', 'courtyard'),
		height: fc.constantFrom(0, 0, 3, 5, 12)
	})
	.map(({ x, y, wide, deep, isCoarse, kind, height }) => {
		const [w, s] = isCoarse ? [Math.round(x / 5) * 5, Math.round(y / 5) * 5] : [x, y];
		const outline = box(w, s, w + wide, s + deep);
		if (kind === 'triangle')
			return { outline: [w, s, w + wide, s + 1, w - 2, s + deep + 1], heightM: height };
		if (kind === 'courtyard' && wide > 4 && deep > 4) {
			return { outline, courtyard: reversed(box(w + 2, s + 2, w + wide - 2, s + deep - 2)), heightM: height };
		}
		return { outline, heightM: height };
	});
const view: fc.Arbitrary<SectorView> = fc.record({
	azimuthDeg: fc.integer({ min: 0, max: 359 }),
	hfovDeg: fc.constantFrom(20, 60, 90, 180, 250, 359, 359.999, 360),
	rangeM: fc.constantFrom(15, 40),
	nearM: fc.constantFrom(0, 0, 3, 9)
});
const heightOfCamera = fc.constantFrom(null, null, 4, 8);

describe('any town', () => {
	test('is seen as the oracle sees it; a camera in a house sees valid ground too', () => {
		let opens = 0;
		let runs = 0;
		let cuts = 0;
		fc.assert(
			fc.property(
				fc.array(house, { minLength: 1, maxLength: 14 }),
				view,
				heightOfCamera,
				fc.integer({ min: 1 }),
				(houses, look, heightM, seed) => {
					const pack = packHouses(houses);
					runs++;
					const obstacles = obstacleFinder(pack)(...toGrid(0, 0), 10000);
					if (!isInTheOpen(obstacles)) {
						sight(pack, HERE, look, heightM);
						return;
					}
					opens++;
					const points = randomPoints(seeded(seed), 250, HERE, look.rangeM + 1);
					if (expectAsOracle(pack, obstacles, HERE, look, heightM, points) > 0) cuts++;
				}
			),
			{ numRuns: 600, seed: 3 }
		);
		expect(opens).toBeGreaterThan(runs / 3);
		expect(cuts).toBeGreaterThan(runs / 4);
	});

	test('another house never adds ground, and no ground lies outside the view', () => {
		fc.assert(
			fc.property(
				fc.array(house, { maxLength: 8 }),
				house,
				view,
				heightOfCamera,
				fc.integer({ min: 1 }),
				(houses, one, look, heightM, seed) => {
					const more = packHouses([...houses, one]);
					if (!isInTheOpen(obstacleFinder(more)(...toGrid(0, 0), 10000))) return;
					const few = sight(packHouses(houses), HERE, look, heightM);
					const left = sight(more, HERE, look, heightM);
					const whole = plainRings(HERE, look);
					for (const [x, y] of randomPoints(seeded(seed), 150, HERE, look.rangeM)) {
						if (!isWithin(left, x, y)) continue;
						if (!isWithin(few, x, y)) expect(distanceToRings(few, x, y)).toBeLessThan(NEAR_EDGE);
						if (!isWithin(whole, x, y)) expect(distanceToRings(whole, x, y)).toBeLessThan(NEAR_EDGE);
					}
				}
			),
			{ numRuns: 300, seed: 5 }
		);
	});
});
