import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Walls } from '../../../src/lib/analysis/coverage/walls.ts';
import type { Buildings } from '../../../src/lib/geo/buildings.ts';
import type { LngLat } from '../../../src/lib/geo/coordinates.ts';
import { sectorRings } from '../../../src/lib/geo/sector-rings.ts';
import type { SectorView } from '../../../src/lib/geo/sector-view.ts';
import { seeded } from '../../support/random.ts';
import { distanceToRings, isHidden, isWithin, obstaclesAbout } from '../../support/sight-oracle.ts';
import { HERE, box, packHouses, place, reversed, toGrid, type House } from '../../support/toy-houses.ts';
import { polygonFault, signedArea } from '../../support/valid-polygon.ts';

const ALL_ROUND: SectorView = { azimuthDeg: 0, hfovDeg: 360, rangeM: 40, nearM: 0 };
const NORTH: SectorView = { azimuthDeg: 0, hfovDeg: 90, rangeM: 40, nearM: 0 };
/** Points this near an edge of the answer are not asked about, in grid units. */
const NEAR_EDGE = 6;

const plainRings = (at: LngLat, { azimuthDeg, hfovDeg, rangeM, nearM }: SectorView) =>
	sectorRings(at, azimuthDeg, hfovDeg, rangeM, nearM);

/** The answer, when every ring of it is valid. */
function sight(pack: Buildings, at: LngLat, view: SectorView, heightM: number | null = null): Int32Array[] {
	const rings = new Walls(pack).sightRings(at, view, heightM);
	expectValid(rings);
	return rings;
}

function expectValid(rings: readonly Int32Array[]): void {
	const polygons: Int32Array[][] = [];
	for (const ring of rings) {
		if (signedArea(ring) > 0) polygons.push([ring]);
		else polygons.at(-1)?.push(ring);
	}
	for (const polygon of polygons) expect(polygonFault(polygon)).toBe(null);
}

/** Whether the place (metres about HERE) is in the rings. */
function sees(rings: readonly Int32Array[], x: number, y: number): boolean {
	return isWithin(rings, ...toGrid(x, y));
}

/** Compares the answer with the oracle at `points` (absolute grid); returns how many were in a sector but hidden. */
function expectAsOracle(
	pack: Buildings,
	at: LngLat,
	view: SectorView,
	heightM: number | null,
	points: Iterable<readonly [number, number]>
): number {
	const rings = sight(pack, at, view, heightM);
	const sector = plainRings(at, view);
	const [eyeX, eyeY] = [Math.round(at[0] * 1e7), Math.round(at[1] * 1e7)];
	const obstacles = obstaclesAbout(pack, eyeX, eyeY, view.rangeM * 200);
	let hidden = 0;
	for (const [x, y] of points) {
		const isInSector = isWithin(sector, x, y);
		const isBehind = isInSector && isHidden(obstacles, heightM, x - eyeX, y - eyeY);
		if (isBehind) hidden++;
		const isSeen = isWithin(rings, x, y);
		if (isSeen === (isInSector && !isBehind)) continue;
		if (distanceToRings([...rings, ...sector], x, y) < NEAR_EDGE) continue;
		expect({ x: x - eyeX, y: y - eyeY, isSeen }).toEqual({ isSeen: !isSeen });
	}
	return hidden;
}

/** Points every half metre about HERE. */
function* halfMetres(reachM: number): Generator<readonly [number, number]> {
	for (let x = -reachM + 0.13; x < reachM; x += 0.5) {
		for (let y = -reachM + 0.17; y < reachM; y += 0.5) yield toGrid(x, y);
	}
}

function* randomPoints(random: () => number, count: number, at: LngLat, reachM: number) {
	for (let i = 0; i < count; i++) {
		yield [
			Math.round(at[0] * 1e7 + (2 * random() - 1) * reachM * 143) + 0.5,
			Math.round(at[1] * 1e7 + (2 * random() - 1) * reachM * 90) + 0.5
		] as const;
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
		expectAsOracle(packHouses(houses), HERE, view, heightM, halfMetres(view.rangeM + 2));
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
		if (kind === 'triangle') return { outline: [w, s, w + wide, s + 1, w - 2, s + deep + 1], heightM: height };
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

/** Whether the toy eye at HERE is in the open, so that it is not moved. */
function isOpenHere(pack: Buildings): boolean {
	const [x, y] = toGrid(0, 0);
	return obstaclesAbout(pack, x, y, 10000).every(
		({ rings }) => !isWithin(rings, 0, 0) && distanceToRings(rings, 0, 0) > 14
	);
}

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
					if (!isOpenHere(pack)) {
						sight(pack, HERE, look, heightM);
						return;
					}
					opens++;
					const points = randomPoints(seeded(seed), 250, HERE, look.rangeM + 1);
					if (expectAsOracle(pack, HERE, look, heightM, points) > 0) cuts++;
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
					if (!isOpenHere(more)) return;
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
