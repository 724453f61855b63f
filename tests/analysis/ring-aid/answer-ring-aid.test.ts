import { describe, expect, test } from 'vitest';
import { answerRingAid, type RingAidGround } from '../../../src/lib/analysis/ring-aid/answer-ring-aid.ts';
import { PRESENT } from '../../../src/lib/domain/assumptions.ts';
import type {
	FollowOptions,
	OfferedRing,
	RingAidAnswer,
	RingAidFrom
} from '../../../src/lib/domain/findings/ring-aid.ts';
import { seal } from '../../../src/lib/analysis/sealing/seal.ts';
import type { Checkpoint, ControlRing, ItemId } from '../../../src/lib/domain/items.ts';
import type { LngLat } from '../../../src/lib/geo/coordinates.ts';
import { findRingFault } from '../../../src/lib/geo/ring-fault.ts';
import { prepareRoads } from '../../../src/lib/network/roads.ts';
import { travelNetwork } from '../../../src/lib/network/travel/travel-network.ts';
import { demoBorders, townBorders } from '../../support/border-samples.ts';
import { demoRoads } from '../../support/real-roads.ts';
import { checkpoint, place, spotOf, town } from '../../support/towns.ts';

const NOTHING: FollowOptions = { roads: null, rivers: false, railways: false, strayM: 100, outsideM: 15 };
const breathe = (): Promise<void> => Promise.resolve();

/** A river with two bridges, one of them divided, and a street under it along the bank. */
const roads = prepareRoads(
	town({
		nodes: {
			sw: [-400, -600],
			se: [400, -600],
			nw: [-400, 600],
			ne: [400, 600],
			se2: [425, -600],
			ne2: [425, 600],
			bw: [-800, -40],
			be: [800, -40],
			far: [2000, 600],
			far2: [2000, -600]
		},
		roads: [
			{ name: 'old bridge', bridge: true, line: ['sw', 'nw'] },
			{ name: 'new bridge', bridge: true, oneway: 1, line: ['se', 'ne'] },
			{ name: 'new bridge, back', bridge: true, oneway: 1, line: ['ne2', 'se2'] },
			{ name: 'south street', line: ['sw', 'se', 'se2'] },
			{ name: 'north street', line: ['nw', 'ne', 'ne2'] },
			{ name: 'embankment', line: ['bw', [0, -60], 'be'] },
			{ name: 'far road', line: ['ne2', 'far', 'far2', 'se2'] }
		]
	})
);
const borders = townBorders([
	{
		kind: 'water',
		name: 'River',
		line: [
			[-3000, -50],
			[3000, -50],
			[3000, 50],
			[-3000, 50]
		]
	}
]);
const travel = travelNetwork(roads);
const ground: RingAidGround = { roads, borders, travel: () => travel, items: [], assumptions: PRESENT };
const frame = (
	[
		[-900, -900],
		[900, -900],
		[900, 900],
		[-900, 900],
		[-900, -900]
	] as const
).map(place);
const ask = (from: RingAidFrom, follow = NOTHING, on = ground): Promise<RingAidAnswer> =>
	answerRingAid(on, { from, follow }, breathe);
const ringOf = (answer: RingAidAnswer): OfferedRing => {
	if (!answer.ok) throw new Error(answer.reason);
	return answer.ring;
};
const north: RingAidFrom = { what: 'water', at: place([0, 0]), frame, bank: 0 };

describe('river as border, bridge as checkpoint', () => {
	test('each bridge over the water is one checkpoint, with all its carriageways', async () => {
		const { posts, banks, water, verdict } = ringOf(await ask(north));
		expect([banks, water]).toEqual([2, 'River']);
		expect(posts.map(({ isBridge, controls }) => [isBridge, controls.length])).toEqual(
			expect.arrayContaining([
				[true, 1],
				[true, 2]
			])
		);
		expect(posts.filter(({ isBridge }) => isBridge)).toHaveLength(2);
		expect(verdict?.crossings).toBeGreaterThanOrEqual(3);
	});

	test('with those checkpoints the water side holds', async () => {
		const { outline, posts } = ringOf(await ask({ ...north, bank: 1 }));
		const ring: ControlRing = {
			id: 'ring' as ItemId,
			kind: 'control-ring',
			rank: 1,
			geometry: { type: 'Polygon', coordinates: [outline.map((at) => [...at])] },
			properties: { level: 1 }
		};
		const held = posts.map(({ at, controls }, i): Checkpoint =>
			checkpoint(`post-${i}`, spotOf(at), {
				controls: controls.map(({ way, at: where }) => ({ way, at: [...where] }))
			})
		);
		const before = seal(roads, [ring]).crossings.filter(({ bridge }) => bridge);
		const after = seal(roads, [ring, ...held]).crossings.filter(({ bridge }) => bridge);
		expect(before).toHaveLength(3);
		expect(after.map(({ state }) => state)).toEqual(['held', 'held', 'held']);
	});

	test('a bridge that a checkpoint holds already needs none', async () => {
		const items = [checkpoint('there', [-400, 50])];
		const { posts, verdict } = ringOf(await ask(north, NOTHING, { ...ground, items }));
		expect(posts.filter(({ isBridge }) => isBridge)).toHaveLength(1);
		expect(verdict?.held).toBe(1);
	});

	test('what closes the land is led along streets, the bank stays as it is', async () => {
		const low = frame.map(([lng, lat]): LngLat => [lng, 57.7 + (lat - 57.7) * 0.7]);
		for (const bank of [0, 1]) {
			const from: RingAidFrom = { ...north, frame: low, bank };
			const plain = ringOf(await ask(from));
			const led = ringOf(await ask(from, { ...NOTHING, roads: 'streets', strayM: 150 }));
			expect(findRingFault([led.outline])).toBeNull();
			const bankM = ({ parts }: OfferedRing): number =>
				parts.reduce((sum, { follows, lengthM }) => sum + (follows === 'river' ? lengthM : 0), 0);
			expect(bankM(plain)).toBeCloseTo(1800, -1);
			// but for what a corner cuts off
			expect(bankM(led)).toBeGreaterThan(1300);
			expect(led.posts.filter(({ isBridge }) => isBridge)).toHaveLength(2);
			expect(led.outline).not.toEqual(plain.outline);
		}
	});

	test('banks are counted round', async () => {
		const outlines = await Promise.all(
			[0, 1, 2].map(async (bank) => ringOf(await ask({ ...north, bank })).outline)
		);
		expect(outlines[2]).toEqual(outlines[0]);
		expect(outlines[1]).not.toEqual(outlines[0]);
	});
});

describe('what stands in the way is said', () => {
	const loop: RingAidFrom = { what: 'loop', outline: frame };

	test.each([
		['no road near a start', { what: 'drive', at: place([0, 5000]), minutes: 5 }, ground, 'no-road-near'],
		[
			'no roads at all',
			{ what: 'drive', at: place([0, 0]), minutes: 5 },
			{ ...ground, roads: null },
			'no-roads'
		],
		['no water near', { ...north, at: place([0, 800]) }, ground, 'no-water-near'],
		['a pack without borders', north, { ...ground, borders: null }, 'no-borders'],
		[
			'a loop without ground',
			{ what: 'loop', outline: [place([0, 0]), place([5, 0]), place([0, 0])] },
			ground,
			'no-ground'
		]
	] as const)('%s', async (_, from, on, reason) => {
		expect(await ask(from, { ...NOTHING, roads: 'main' }, on)).toEqual({ ok: false, reason });
	});

	test('rivers that the pack does not have are not followed, and that is said', async () => {
		const ring = ringOf(await ask(loop, { ...NOTHING, rivers: true }, { ...ground, borders: null }));
		expect(ring.notes).toEqual(['no-borders']);
		expect(ring.parts.map(({ follows }) => follows)).toEqual(['drawn']);
		expect(ringOf(await ask(loop, { ...NOTHING, rivers: true })).notes).toEqual([]);
	});

	test('without roads a ring has no verdict', async () => {
		const ring = ringOf(await ask(loop, NOTHING, { ...ground, roads: null }));
		expect([ring.verdict, ring.posts]).toEqual([null, []]);
	});
});

test('a ring by drive time stands where the minutes end, and follows streets if wished', async () => {
	const from: RingAidFrom = { what: 'drive', at: place([-400, -600]), minutes: 0.5 };
	const plain = ringOf(await ask(from));
	const followed = ringOf(await ask(from, { ...NOTHING, roads: 'streets' }));
	for (const { outline } of [plain, followed]) expect(findRingFault([outline])).toBeNull();
	expect(plain.parts.map(({ follows }) => follows)).toEqual(['drawn']);
	expect(followed.parts.some(({ follows }) => follows === 'road')).toBe(true);
});

const demo = { roads: demoRoads(), borders: demoBorders() };
test.skipIf(!demo.roads || !demo.borders)(
	'Astana: the left bank, with every bridge over the Esil',
	async () => {
		const astana = prepareRoads(demo.roads as NonNullable<typeof demo.roads>);
		const on = { ...ground, roads: astana, borders: demo.borders };
		const corners: LngLat[] = [
			[71.37, 51.12],
			[71.48, 51.12],
			[71.48, 51.18],
			[71.37, 51.18]
		];
		const left = ringOf(
			await ask(
				{ what: 'water', at: [71.4262, 51.1532], frame: [...corners, corners[0]], bank: 1 },
				NOTHING,
				on
			)
		);
		expect(left.water).toBe('Есиль');
		const bridges = left.posts.filter(({ isBridge }) => isBridge);
		expect(bridges.length).toBeGreaterThanOrEqual(5);
		const names = bridges.map(({ road }) => road).join(' ');
		for (const name of ['Тулпар', 'Қараөткел', 'Марал', 'Арыс']) expect(names).toContain(name);
		// both carriageways of each are held by one
		expect(bridges.filter(({ controls }) => controls.length === 2).length).toBeGreaterThanOrEqual(4);
	}
);
