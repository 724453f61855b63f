import { describe, expect, test } from 'vitest';
import { Walls } from '../../../src/lib/analysis/coverage/walls.ts';
import type { SectorView } from '../../../src/lib/geo/sector-view.ts';
import { isWithin, obstacleFinder } from '../../support/sight-oracle.ts';
import { HERE, box, packHouses, place, reversed, toGrid, type House } from '../../support/toy-houses.ts';
import { signedArea } from '../../support/valid-polygon.ts';
import { expectAsOracle, plainRings, sight } from './walls-asked.ts';

const ALL_ROUND: SectorView = { azimuthDeg: 0, hfovDeg: 360, rangeM: 40, nearM: 0 };
const NORTH: SectorView = { azimuthDeg: 0, hfovDeg: 90, rangeM: 40, nearM: 0 };
/** Whether the place (metres about HERE) is in the rings. */
function sees(rings: readonly Int32Array[], x: number, y: number): boolean {
	return isWithin(rings, ...toGrid(x, y));
}

/** Points every half metre about HERE. */
function* halfMetres(reachM: number): Generator<readonly [number, number]> {
	for (let x = -reachM + 0.13; x < reachM; x += 0.5) {
		for (let y = -reachM + 0.17; y < reachM; y += 0.5) yield toGrid(x, y);
	}
}

const areaOf = (rings: readonly Int32Array[]) => rings.reduce((sum, ring) => sum + signedArea(ring), 0);

const scenes: Record<string, { houses: House[]; view?: SectorView; heightM?: number }> = {
	'a house ahead': { houses: [{ outline: box(-5, 10, 5, 20) }], view: NORTH },
	'houses all round': {
		houses: [
			{ outline: box(-5, 10, 5, 20) },
			{ outline: box(12, -9, 20, 9) },
			{ outline: box(-30, -30, -8, -3) }
		]
	},
	'touching houses that share a wall': {
		houses: [{ outline: box(-8, 10, 0, 20) }, { outline: box(0, 10, 8, 20) }]
	},
	'houses that share a corner': { houses: [{ outline: box(-8, 10, 0, 20) }, { outline: box(0, 20, 8, 30) }] },
	'crossing footprints': { houses: [{ outline: box(-10, 10, 10, 16) }, { outline: box(-3, 5, 3, 25) }] },
	'crossing footprints, turned': {
		houses: [{ outline: [0, 8, 14, 22, 10, 26, -4, 12] }, { outline: [4, 10, 8, 14, -6, 28, -10, 24] }]
	},
	'one house twice': { houses: [{ outline: box(-5, 10, 5, 20) }, { outline: box(-5, 10, 5, 20) }] },
	'walls in line with the eye': { houses: [{ outline: box(0, 5, 6, 15) }, { outline: box(-6, 18, 0, 25) }] },
	'walls in line with one another': {
		houses: [
			{ outline: box(-20, 10, -10, 15) },
			{ outline: box(-4, 10, 4, 15) },
			{ outline: box(9, 10, 18, 15) }
		]
	},
	'a wall through the range': {
		houses: [{ outline: box(-3, 35, 3, 60) }, { outline: box(30, -60, 34, 60) }]
	},
	'a long wall close by': { houses: [{ outline: box(-100, 0.2, 100, 8) }] },
	'a wall through both sides of the view': { houses: [{ outline: box(-60, 12, 60, 14) }], view: NORTH },
	'a house across the side of the view': { houses: [{ outline: box(8, 8, 30, 14) }], view: NORTH },
	'a house behind the camera': { houses: [{ outline: box(-5, -20, 5, -10) }], view: NORTH },
	'a view of 200 degrees': {
		houses: [
			{ outline: box(-5, 10, 5, 20) },
			{ outline: box(10, -8, 20, 3) },
			{ outline: box(-9, -9, -4, 1) }
		],
		view: { ...NORTH, hfovDeg: 200 }
	},
	'a view of all but a sliver': {
		houses: [{ outline: box(-5, 10, 5, 20) }, { outline: box(-2, -20, 2, -10) }],
		view: { ...NORTH, hfovDeg: 359.999 }
	},
	'a house in the blind zone': {
		houses: [{ outline: box(-2, 4, 2, 6) }, { outline: box(-30, 25, 0, 32) }],
		view: { ...NORTH, nearM: 10 }
	},
	'a house in the blind zone all round': {
		houses: [{ outline: box(-2, 4, 2, 6) }, { outline: box(15, -8, 22, 3) }],
		view: { ...ALL_ROUND, nearM: 10 }
	},
	'a house across the rim of the blind zone': {
		houses: [{ outline: box(-3, 7, 3, 14) }, { outline: box(-15, -2, -9.9, 2) }],
		view: { ...ALL_ROUND, nearM: 10 }
	},
	'houses beyond the blind zone': {
		houses: [{ outline: box(-3, 17, 3, 24) }, { outline: box(-25, -2, -19, 2) }],
		view: { ...ALL_ROUND, nearM: 10 }
	},
	'a blind zone and a view of all but three degrees': {
		houses: [{ outline: box(-3, 17, 3, 24) }],
		view: { ...NORTH, hfovDeg: 357, nearM: 5 }
	},
	'from a courtyard': {
		houses: [{ outline: box(-20, -20, 20, 20), courtyard: reversed(box(-8, -6, 9, 10)) }]
	},
	'from a courtyard with a gate': {
		houses: [
			{
				outline: [-20, -20, 20, -20, 20, 20, 2, 20, 2, 9, 9, 9, 9, -6, -8, -6, -8, 9, -2, 9, -2, 20, -20, 20]
			}
		]
	},
	'a ring that crosses itself': { houses: [{ outline: [-8, 10, 8, 20, 8, 10, -8, 20] }] },
	'a low house': { houses: [{ outline: box(-5, 10, 5, 16), heightM: 3 }], heightM: 6 },
	'a low house before a high one': {
		houses: [
			{ outline: box(-5, 10, 5, 12), heightM: 3 },
			{ outline: box(-15, 28, 15, 33), heightM: 9 }
		],
		heightM: 6
	},
	'a low house with a courtyard': {
		houses: [{ outline: box(-8, 8, 8, 28), courtyard: reversed(box(-5, 10, 5, 25)), heightM: 3 }],
		heightM: 9
	},
	'from a low courtyard': {
		houses: [{ outline: box(-9, -9, 9, 9), courtyard: reversed(box(-5, -5, 5, 5)), heightM: 3 }],
		heightM: 9
	},
	'low houses that cross, and a blind zone': {
		houses: [
			{ outline: box(-10, 10, 10, 16), heightM: 3 },
			{ outline: box(-3, 5, 3, 25), heightM: 2 }
		],
		view: { ...ALL_ROUND, nearM: 7 },
		heightM: 6
	},
	'a house a hand lower than the camera': {
		houses: [{ outline: box(-5, 10, 5, 16), heightM: 5.9 }],
		heightM: 6
	},
	'a house as high as the camera': { houses: [{ outline: box(-5, 10, 5, 16), heightM: 6 }], heightM: 6 }
};

describe('as the half-metre grid sees it', () => {
	test.each(Object.entries(scenes))('%s', (_, { houses, view = ALL_ROUND, heightM = null }) => {
		const pack = packHouses(houses);
		const obstacles = obstacleFinder(pack)(...toGrid(0, 0), 10000);
		expectAsOracle(pack, obstacles, HERE, view, heightM, halfMetres(view.rangeM + 2));
	});
});

describe('the whole scene turned, mirrored, moved', () => {
	const turns: [
		string,
		(x: number, y: number) => [number, number],
		(azimuthDeg: number) => number,
		boolean
	][] = [
		['a quarter turn', (x, y) => [-y, x], (a) => a - 90, false],
		['37 degrees', (x, y) => [x * COS - y * SIN, x * SIN + y * COS], (a) => a - 37, false],
		['mirrored', (x, y) => [-x, y], (a) => -a, true],
		['moved', (x, y) => [x + 321, y - 123], (a) => a, false]
	];
	const COS = Math.cos((37 * Math.PI) / 180);
	const SIN = Math.sin((37 * Math.PI) / 180);

	test.each(turns)('%s', (_, move, turn, isMirrored) => {
		const moved = (ring: number[]): number[] => {
			const out: number[] = [];
			for (let i = 0; i < ring.length; i += 2) out.push(...move(ring[i], ring[i + 1]));
			return isMirrored ? reversed(out) : out;
		};
		for (const { houses, view = ALL_ROUND, heightM = null } of Object.values(scenes)) {
			const before = areaOf(sight(packHouses(houses), HERE, view, heightM));
			const there = houses.map(({ outline, courtyard, ...rest }) => ({
				...rest,
				outline: moved(outline),
				...(courtyard && { courtyard: moved(courtyard) })
			}));
			const after = areaOf(
				sight(
					packHouses(there),
					place(...move(0, 0)),
					{ ...view, azimuthDeg: turn(view.azimuthDeg) },
					heightM
				)
			);
			// a circle's corners do not turn with it, and the grid is coarser one way
			expect(Math.abs(after / before - 1)).toBeLessThan(0.006);
		}
	});
});

test('known lengths: the shadow of a house ends at t H / (H - B)', () => {
	const house = { outline: box(-5, 10, 5, 15), heightM: 4 };
	const rings = sight(packHouses([house]), HERE, NORTH, 8);
	// 15 m x 8 / (8 - 4)
	expect(sees(rings, 0, 9.9)).toBe(true);
	expect(sees(rings, 0, 10.1)).toBe(false);
	expect(sees(rings, 0, 29.9)).toBe(false);
	expect(sees(rings, 0, 30.1)).toBe(true);
	expect(sees(sight(packHouses([house]), HERE, NORTH, null), 0, 30.1)).toBe(false);
	expect(sees(sight(packHouses([{ outline: house.outline }]), HERE, NORTH, 8), 0, 30.1)).toBe(false);
	expect(sees(sight(packHouses([house]), HERE, NORTH, 3), 0, 30.1)).toBe(false);
});

test('known area: a wall right across leaves a triangle', () => {
	const rings = sight(packHouses([{ outline: box(-100, 10, 100, 12) }]), HERE, NORTH);
	const [, y] = toGrid(0, 10);
	const [x] = toGrid(10, 0);
	const triangle = (x - HERE[0] * 1e7) * (y - HERE[1] * 1e7);
	expect(rings).toHaveLength(1);
	expect(Math.abs(areaOf(rings) / triangle - 1)).toBeLessThan(0.002);
});

describe('a view that nothing cuts', () => {
	const house = packHouses([
		{ outline: box(-5, 50, 5, 60), heightM: 3 },
		{ outline: box(-5, -20, 5, -10), heightM: 3 }
	]);
	test.each([
		['with a blind zone', { ...NORTH, nearM: 10 }],
		['without', NORTH],
		['all round, no houses near', { ...ALL_ROUND, rangeM: 8, nearM: 2 }],
		['of no range', { ...NORTH, rangeM: 0 }],
		['of no angle', { ...NORTH, hfovDeg: 0 }],
		['blind as far as it sees', { ...NORTH, nearM: 40 }]
	])('is that of open country, to the byte: %s', (_, view) => {
		const walls = new Walls(house);
		for (const heightM of [null, 2, 8]) {
			expect(walls.cutRings(HERE, view, heightM)).toBe(null);
			expect(walls.sightRings(HERE, view, heightM)).toEqual(plainRings(HERE, view));
		}
	});

	test('is free where no house is near, and everywhere in a pack without houses', () => {
		expect(new Walls(house).isFree(HERE, { ...NORTH, rangeM: 8 })).toBe(true);
		expect(new Walls(house).isFree(HERE, NORTH)).toBe(false);
		expect(new Walls(packHouses([])).isFree(HERE, ALL_ROUND)).toBe(true);
		expect(new Walls(packHouses([])).cutRings(HERE, ALL_ROUND, null)).toBe(null);
	});
});

test('500 walls in one place are as one', () => {
	const house = { outline: box(-5, 10, 5, 20) };
	const many = sight(packHouses(Array.from({ length: 500 }, () => house)), HERE, ALL_ROUND);
	expect(many).toEqual(sight(packHouses([house]), HERE, ALL_ROUND));
});

test('the answer is the same whatever was asked before, and in whatever order the houses come', () => {
	const houses = Object.values(scenes).flatMap((scene, i) =>
		scene.houses.map(({ outline }) => ({ outline: outline.map((v, k) => v + (k % 2 ? 0 : 25 * i)) }))
	);
	const walls = new Walls(packHouses(houses));
	const places = houses.map((_, i) => place(20 * i + 3, 2));
	const first = places.map((at) => walls.sightRings(at, ALL_ROUND, null));
	expect([...places].reverse().map((at) => walls.sightRings(at, ALL_ROUND, null))).toEqual(
		[...first].reverse()
	);
	const turned = new Walls(packHouses([...houses].reverse()));
	places.forEach((at, i) => {
		expect(Math.abs(areaOf(turned.sightRings(at, ALL_ROUND, null)) - areaOf(first[i]))).toBeLessThan(2000);
	});
});
