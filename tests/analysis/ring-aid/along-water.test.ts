import { describe, expect, test } from 'vitest';
import { alongWater, type WaterRings } from '../../../src/lib/analysis/ring-aid/along-water.ts';
import { followLoop, type FollowedRing } from '../../../src/lib/analysis/ring-aid/follow-loop.ts';
import type { LngLat } from '../../../src/lib/geo/coordinates.ts';
import { findRingFault } from '../../../src/lib/geo/ring-fault.ts';
import { demoBorders, townBorders } from '../../support/border-samples.ts';
import { place, spotOf, type Spot } from '../../support/towns.ts';

const frame = (halfM: number): LngLat[] =>
	(
		[
			[-halfM, -halfM],
			[halfM, -halfM],
			[halfM, halfM],
			[-halfM, halfM],
			[-halfM, -halfM]
		] as const
	).map(place);
const areaM2 = (outline: readonly LngLat[]): number => {
	const spots = outline.map(spotOf);
	let sum = 0;
	for (let i = 0; i + 1 < spots.length; i++) {
		sum += spots[i][0] * spots[i + 1][1] - spots[i + 1][0] * spots[i][1];
	}
	return sum / 2;
};
const lengthOf = (ring: FollowedRing, what: string): number =>
	ring.parts.reduce((sum, { follows, lengthM }) => sum + (follows === what ? lengthM : 0), 0);

/** A river 100 m wide from west to east, in two bodies that touch as one, with a mouth and an island. */
const river = townBorders([
	{
		kind: 'water',
		name: 'River',
		line: [
			[-3000, -50],
			[3000, -50],
			[3000, 50],
			[-3000, 50]
		]
	},
	{
		kind: 'water',
		name: 'River',
		line: [
			[100, -20],
			[100, 20],
			[300, 20],
			[300, -20]
		]
	},
	{ kind: 'water', line: [[600, 600] as Spot, [700, 600] as Spot, [700, 700] as Spot, [600, 700] as Spot] },
	{ kind: 'river', name: 'Brook', line: [[0, 900] as Spot, [0, 300] as Spot, [0, 50] as Spot] }
]);

describe('a ring along water', () => {
	test('is the land on either side, closed by the frame, and the island', () => {
		const { rings, name } = alongWater(river, frame(1000), place([-500, 0])) as WaterRings;
		expect(name).toBe('River');
		expect(rings.map(({ outline }) => Math.round(areaM2(outline) / 100))).toEqual([19_000, 19_000, 80]);
		for (const ring of rings) expect(findRingFault([ring.outline])).toBeNull();
		for (const bank of rings.slice(0, 2)) {
			expect(lengthOf(bank, 'river')).toBeCloseTo(2000, -1);
			expect(lengthOf(bank, 'drawn')).toBeCloseTo(2000 + 2 * 950, -1);
		}
		expect(lengthOf(rings[2], 'river')).toBeCloseTo(480, -1);
	});

	test('a pond within the frame has its shore', () => {
		const { rings, name } = alongWater(river, frame(2000), place([640, 650])) as WaterRings;
		expect(name).toBeNull();
		expect(rings).toHaveLength(1);
		expect(areaM2(rings[0].outline)).toBeCloseTo(10_000, -2);
	});

	test('a river drawn as a line parts the land too, and is found from beside it', () => {
		const north = frame(300).map(([x, y]): LngLat => [x, y + 0.0045]);
		const { rings, name } = alongWater(river, north, place([80, 500])) as WaterRings;
		expect(name).toBe('Brook');
		expect(rings.map(({ outline }) => Math.round(areaM2(outline) / 100))).toEqual([1776, 1776]);
	});

	test('a river that ends within the frame parts nothing', () => {
		const farther = frame(500).map(([x, y]): LngLat => [x, y + 0.006]);
		expect(alongWater(river, farther, place([80, 500]))).toBeNull();
	});

	test('is none where no water is near', () => {
		expect(alongWater(river, frame(1000), place([0, -400]))).toBeNull();
		expect(
			alongWater(
				river,
				frame(10).map(([x, y]) => [x, y - 0.01]),
				place([0, 0])
			)
		).toBeNull();
	});
});

test('a loop that follows rivers runs along the bank, and where none is near as drawn', () => {
	const loop = [
		[-600, -70],
		[600, -40],
		[600, -700],
		[-600, -700],
		[-600, -70]
	].map((spot) => place(spot as unknown as Spot));
	const ring = followLoop(null, river, loop, {
		roads: null,
		rivers: true,
		railways: false,
		strayM: 100,
		outsideM: 15
	}) as FollowedRing;
	expect(findRingFault([ring.outline])).toBeNull();
	expect(lengthOf(ring, 'river')).toBeGreaterThan(1150);
	expect(ring.parts.find(({ follows }) => follows === 'river')?.name).toBe('River');
	const banks = ring.outline.map(spotOf).filter(([x, y]) => Math.abs(x) < 550 && y > -300);
	for (const [, y] of banks) expect(Math.abs(y + 50)).toBeLessThan(2);
	expect(lengthOf(ring, 'drawn')).toBeGreaterThan(2200);
});

const demo = demoBorders();
test.skipIf(!demo)('Astana: the Esil parts the right bank from the left', () => {
	const corners: LngLat[] = [
		[71.4, 51.14],
		[71.45, 51.14],
		[71.45, 51.165],
		[71.4, 51.165]
	];
	const found = alongWater(demo as NonNullable<typeof demo>, [...corners, corners[0]], [71.4262, 51.1532]);
	expect(found?.rings.length).toBeGreaterThanOrEqual(2);
	for (const ring of found?.rings.slice(0, 2) ?? []) {
		expect(findRingFault([ring.outline])).toBeNull();
		expect(lengthOf(ring, 'river')).toBeGreaterThan(4000);
	}
});
