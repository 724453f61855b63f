import { describe, expect, test } from 'vitest';
import { Walls } from '../../../src/lib/analysis/coverage/walls.ts';
import { PRESENT } from '../../../src/lib/domain/assumptions.ts';
import type { CameraProperties, Item } from '../../../src/lib/domain/items.ts';
import { area, at, camera, ring, route, square, zone } from '../../support/plan-items.ts';
import { seeded, shuffled } from '../../support/random.ts';
import { distanceToRings, isWithin } from '../../support/sight-oracle.ts';
import { housesAt } from './any-plan.ts';
import { claimsOf, verdictAt, type Verdict } from './by-hand.ts';
import { expectSound, finished, gridRings } from './finished.ts';

const town = area('town', square(-200, -200, 400));
const DISC_M2 = Math.PI * 50 * 50;
const HOUSES = housesAt([
	[-60, -40, 30, 20, 0],
	[20, 10, 40, 5, 0],
	[20, 35, 40, 5, 0],
	[20, 15, 5, 20, 0],
	[55, 15, 5, 20, 0]
]);

/** The answer for `things` in the town, sound, the same in another order, and true wherever it is asked. */
function judged(things: readonly Item[], withHouses = false, bounds: Item = town) {
	const items = [bounds, ...things];
	const walls = withHouses ? new Walls(HOUSES) : null;
	const answer = finished(items, { walls }).answer();
	expectSound(answer, 2);
	const other = finished(shuffled(items, seeded(items.length)), { walls }).answer();
	expect(JSON.stringify(other)).toBe(JSON.stringify(answer));

	const claims = claimsOf(items, PRESENT, walls);
	const gaps = answer.features.map(({ geometry, properties }) => ({
		rings: gridRings(geometry),
		reason: properties?.reason as Verdict
	}));
	const edges = [...claims.flatMap(({ rings }) => rings), ...gaps.flatMap(({ rings }) => rings)];
	const subject = bounds.geometry.type === 'Polygon' ? gridRings(bounds.geometry) : [];
	const random = seeded(7);
	for (let s = 0; s < 60; s++) {
		const [lng, lat] = at((random() - 0.5) * 390, (random() - 0.5) * 390);
		const [x, y] = [Math.floor(lng * 1e7) + 0.5, Math.floor(lat * 1e7) + 0.5];
		if (distanceToRings(edges, x, y) < 3 || distanceToRings(subject, x, y) < 3) continue;
		const found = gaps.filter(({ rings }) => isWithin(rings, x, y)).map(({ reason }) => reason);
		const verdict = isWithin(subject, x, y) ? verdictAt(x, y, claims) : 'covered';
		expect(found).toEqual(verdict === 'covered' ? [] : [verdict]);
	}
	return answer;
}

const many = (count: number, of: (i: number) => Item): Item[] =>
	Array.from({ length: count }, (_, i) => of(i));
const dome = (rangeM: number): CameraProperties => ({ type: 'dome', rangeM });
const view = (hfovDeg: number, more: CameraProperties = {}): CameraProperties => ({
	rangeM: 50,
	azimuthDeg: 40,
	hfovDeg,
	...more
});

describe('degenerate scenes', () => {
	test.each([
		['500 domes in one place', many(500, (i) => camera(`c${i}`, 10, 10, dome(50))), DISC_M2],
		['500 narrow views in one place', many(500, (i) => camera(`c${i}`, 0, 0, view(90))), DISC_M2 / 4],
		[
			'500 in one place, every other one broken',
			many(500, (i) => camera(`c${i}`, 0, 0, view(90, i % 2 ? { health: 'broken' } : {}))),
			DISC_M2 / 4
		],
		[
			'200 views fanned out on one pole',
			many(200, (i) => camera(`c${i}`, 0, 0, { rangeM: 50, azimuthDeg: 1.8 * i, hfovDeg: 1.8 })),
			DISC_M2
		],
		[
			'zones that share edges',
			many(16, (i) => zone(`z${i}`, square(-40 + (i % 4) * 20, -40 + (i >> 2) * 20, 20))),
			6400
		],
		[
			'a checkerboard of zones that meet at corners',
			many(128, (i) =>
				zone(`z${i}`, square(-80 + (2 * (i % 8) + ((i >> 3) % 2)) * 10, -80 + (i >> 3) * 10, 10))
			),
			12800
		],
		[
			'arcs in line: halves of one disc, and the whole of it',
			[
				camera('n', 0, 0, view(180, { azimuthDeg: 0 })),
				camera('s', 0, 0, view(180, { azimuthDeg: 180 })),
				camera('o', 0, 0, dome(50))
			],
			DISC_M2
		],
		[
			'rings in each other that share their arcs',
			[camera('in', 0, 0, dome(25)), camera('out', 0, 0, { ...dome(50), nearM: 25 })],
			DISC_M2
		],
		[
			'no range',
			[camera('c', 0, 0, { type: 'dome', rangeM: 0 }), camera('d', 0, 0, view(90, { rangeM: 0 }))],
			0
		],
		['a range of a millimetre', [camera('c', 0, 0, dome(0.001))], 0],
		['a blind zone as far as the range', [camera('c', 0, 0, { ...dome(50), nearM: 50 })], 0],
		['all round by 360', [camera('c', 0, 0, view(360))], DISC_M2],
		['all round by 359.999', [camera('c', 0, 0, view(359.999))], DISC_M2],
		['all round but a slit, 359.9', [camera('c', 0, 0, view(359.9))], DISC_M2 * (359.9 / 360)],
		[
			'a needle of a view',
			many(40, (i) => camera(`c${i}`, 0, 0, { rangeM: 190, azimuthDeg: 9 * i + 0.5, hfovDeg: 0.02 })),
			(0.02 / 360) * 40 * Math.PI * 190 ** 2
		],
		['a needle of a zone', [zone('z', ring([-150, 0], [150, 0.02], [150, 0.04]))], 3],
		[
			'a patrol to and fro on one line',
			[route('r', [at(-100, 0), at(100, 0), at(-100, 0)], 10)],
			4000 + Math.PI * 100
		],
		['one zone a hundred times', many(100, (i) => zone(`z${i}`, square(-30, -30, 60))), 3600]
	] as [string, Item[], number][])('%s', (_, things, coveredM2) => {
		const { summary } = judged(things);
		// arcs are drawn within the true ones, the grid rounds to the centimetre
		expect(summary.coveredM2).toBeLessThan(coveredM2 + 3);
		expect(summary.coveredM2).toBeGreaterThan(0.985 * coveredM2 - 3);
	});

	test.each([
		['on the border of the area', [camera('c', -200, 0, dome(50))], DISC_M2 / 2],
		['on its corner', [camera('c', -200, -200, dome(50))], DISC_M2 / 4],
		['a view along the border', [camera('c', -200, 0, view(90, { azimuthDeg: 45 }))], DISC_M2 / 4],
		['outside, looking in', [camera('c', -220, 0, view(60, { azimuthDeg: 90 }))], null]
	] as [string, Item[], number | null][])('a camera %s', (_, things, coveredM2) => {
		const { summary } = judged(things);
		if (coveredM2 !== null) expect(Math.abs(summary.coveredM2 / coveredM2 - 1)).toBeLessThan(0.015);
		expect(summary.coveredM2).toBeGreaterThan(100);
	});

	test.each([
		['on a wall', camera('c', -45, -20, dome(50)), 0.3 * DISC_M2, 0.55 * DISC_M2],
		['on the corner of a house', camera('c', -30, -20, dome(50)), 0.5 * DISC_M2, 0.8 * DISC_M2],
		['in a house', camera('c', -45, -23, view(90, { azimuthDeg: 0 })), 0.1 * DISC_M2, 0.26 * DISC_M2],
		// walls close the yard: it sees the yard and no more
		['in a courtyard', camera('c', 40, 25, dome(50)), 580, 601],
		['where two houses touch', camera('c', 22.5, 15, dome(50)), 1, DISC_M2]
	] as [string, Item, number, number][])('a camera %s', (_, one, least, most) => {
		const { summary } = judged([one], true);
		expect(summary.coveredM2).toBeGreaterThan(least);
		expect(summary.coveredM2).toBeLessThan(most);
	});

	test('an area with holes and 20,000 vertices', () => {
		const random = seeded(5);
		const ragged = (x: number, y: number, radius: number, count: number): [number, number][] =>
			Array.from({ length: count }, (_, i) => {
				const far = radius * (0.97 + 0.03 * random());
				const angle = (2 * Math.PI * i) / count;
				return [x + far * Math.cos(angle), y + far * Math.sin(angle)];
			});
		const holes = Array.from({ length: 12 }, (_, i) => {
			const angle = (2 * Math.PI * i) / 12;
			return ring(...ragged(110 * Math.cos(angle), 110 * Math.sin(angle), 15, 150).reverse());
		});
		const vast = area('vast', ring(...ragged(0, 0, 195, 18_200)), ...holes);
		const { summary, features } = judged(
			[
				...many(60, (i) =>
					camera(`c${i}`, (random() - 0.5) * 360, (random() - 0.5) * 360, dome(15 + random() * 20))
				),
				zone('z', square(80, -20, 60))
			],
			false,
			vast
		);
		expect(vast.geometry.coordinates.flat().length).toBeGreaterThan(20_000);
		const roughM2 = Math.PI * 192 ** 2 - 12 * Math.PI * 14.8 ** 2;
		expect(Math.abs(summary.areaM2 / roughM2 - 1)).toBeLessThan(0.01);
		expect(features.length).toBeGreaterThan(3);
	});
});
