import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followLoop, type FollowedRing } from '../../../src/lib/analysis/ring-aid/follow-loop.ts';
import type { FollowOptions } from '../../../src/lib/domain/findings/ring-aid.ts';
import { seal } from '../../../src/lib/analysis/sealing/seal.ts';
import type { ControlRing, ItemId } from '../../../src/lib/domain/items.ts';
import type { LngLat } from '../../../src/lib/geo/coordinates.ts';
import { findRingFault } from '../../../src/lib/geo/ring-fault.ts';
import { prepareRoads, type Roads } from '../../../src/lib/network/roads.ts';
import { demoRoads, gothenburg } from '../../support/real-roads.ts';
import { gridTown, place, spotOf, town, type Spot } from '../../support/towns.ts';

const STREETS: FollowOptions = { roads: 'streets', rivers: false, railways: false, strayM: 60, outsideM: 0 };

const loopOf = (spots: readonly Spot[]): LngLat[] => [...spots, spots[0]].map(place);
const box = (halfM: number): Spot[] => [
	[-halfM, -halfM],
	[halfM, -halfM],
	[halfM, halfM],
	[-halfM, halfM]
];
const areaM2 = (outline: readonly LngLat[]): number => {
	const spots = outline.map(spotOf);
	let sum = 0;
	for (let i = 0; i + 1 < spots.length; i++) {
		sum += spots[i][0] * spots[i + 1][1] - spots[i + 1][0] * spots[i][1];
	}
	return sum / 2;
};
const contains = (outline: readonly LngLat[], [x, y]: Spot): boolean => {
	const spots = outline.map(spotOf);
	let isIn = false;
	for (let i = 0, j = spots.length - 1; i < spots.length; j = i++) {
		const [ax, ay] = spots[i];
		const [bx, by] = spots[j];
		if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isIn = !isIn;
	}
	return isIn;
};
const shares = ({ parts }: FollowedRing): Record<string, number> => {
	const sum: Record<string, number> = {};
	for (const { follows, lengthM } of parts) sum[follows] = (sum[follows] ?? 0) + lengthM;
	return sum;
};
const asRing = (outline: readonly LngLat[]): ControlRing => ({
	id: 'ring' as ItemId,
	kind: 'control-ring',
	rank: 1,
	geometry: { type: 'Polygon', coordinates: [outline.map((at) => [...at])] },
	properties: { level: 1 }
});
const expectSound = ({ outline, parts }: FollowedRing): void => {
	expect(findRingFault([outline])).toBeNull();
	expect(areaM2(outline)).toBeGreaterThan(0);
	expect(outline.flat().every((degrees) => Math.round(degrees * 1e7) / 1e7 === degrees)).toBe(true);
	// the parts are the outline, end to end
	parts.forEach(({ line }, i) => expect(line.at(-1)).toEqual(parts[(i + 1) % parts.length].line[0]));
	expect(parts.reduce((sum, { line }) => sum + line.length - 1, 0)).toBe(outline.length - 1);
};

describe('a ring that follows streets', () => {
	const grid = prepareRoads(gridTown(11));

	test('lies on the block that a shaky hand went round', () => {
		const shaky: Spot[] = [
			[-230, -180],
			[0, -215],
			[225, -170],
			[185, 0],
			[215, 230],
			[10, 190],
			[-190, 220],
			[-220, 20]
		];
		const ring = followLoop(grid, null, loopOf(shaky), STREETS) as FollowedRing;
		expectSound(ring);
		expect(areaM2(ring.outline)).toBeCloseTo(400 * 400, -2);
		for (const at of ring.outline) {
			expect(Math.max(...spotOf(at).map(Math.abs))).toBeCloseTo(200, 0);
		}
		expect(Object.keys(shares(ring))).toEqual(['road']);
	});

	test('is the same whichever way round it was drawn, and wherever it was begun', () => {
		const corners: Spot[] = box(205);
		const areas = [0, 1, 2, 3].flatMap((k) => {
			const turned = [...corners.slice(k), ...corners.slice(0, k)];
			return [turned, [...turned].reverse()].map((spots) => {
				const ring = followLoop(grid, null, loopOf(spots), STREETS) as FollowedRing;
				expectSound(ring);
				return Math.round(areaM2(ring.outline));
			});
		});
		expect(new Set(areas).size).toBe(1);
	});

	test('outside the street, only the side streets cross it', () => {
		const ring = followLoop(grid, null, loopOf(box(205)), { ...STREETS, outsideM: 15 }) as FollowedRing;
		expectSound(ring);
		// the street is inside, whole
		for (let m = -200; m <= 200; m += 50) {
			expect(contains(ring.outline, [m, 200])).toBe(true);
			expect(contains(ring.outline, [-200, m])).toBe(true);
		}
		const answer = seal(grid, [asRing(ring.outline)]);
		// five streets leave each side of a block of four by four
		expect(answer.crossings).toHaveLength(20);
		for (const { at } of answer.crossings) {
			expect(Math.max(...spotOf(at).map(Math.abs))).toBeCloseTo(215, 0);
		}
	});

	test('takes both carriageways of a divided street in', () => {
		const divided = prepareRoads(
			town({
				nodes: {
					sw: [-300, -300],
					se: [300, -300],
					ne: [300, 300],
					nw: [-300, 300],
					n1: [-300, 325],
					n2: [300, 325],
					mid: [0, 300],
					mid2: [0, 325],
					out: [0, 600],
					w: [-300, 600],
					e: [300, 600]
				},
				roads: [
					{ name: 'south', line: ['sw', 'se'] },
					{ name: 'east', line: ['se', 'ne'] },
					{ name: 'west', line: ['nw', 'sw'] },
					{ name: 'avenue', class: 'primary', oneway: 1, line: ['ne', 'mid', 'nw'] },
					{ name: 'avenue', class: 'primary', oneway: 1, line: ['n1', 'mid2', 'n2'] },
					{ name: 'joint', line: ['mid', 'mid2'] },
					{ name: 'joint', line: ['nw', 'n1'] },
					{ name: 'joint', line: ['ne', 'n2'] },
					{ name: 'side street', line: ['mid2', 'out'] },
					{ name: 'side street', line: ['out', 'w'] },
					{ name: 'side street', line: ['out', 'e'] }
				]
			})
		);
		const ring = followLoop(divided, null, loopOf(box(298)), { ...STREETS, outsideM: 15 }) as FollowedRing;
		expectSound(ring);
		expect(contains(ring.outline, [150, 325])).toBe(true);
		expect(seal(divided, [asRing(ring.outline)]).crossings.map(({ road }) => road)).toEqual(['side street']);
	});

	test('keeps what was drawn where nothing is near, and says how much', () => {
		const half = prepareRoads(
			town({
				nodes: { a: [-200, -200], b: [200, -200], c: [200, 200], d: [-200, 200] },
				roads: [
					{ name: 'there', line: ['a', 'b', 'c', 'd'] } // the west is open country
				]
			})
		);
		const ring = followLoop(half, null, loopOf(box(205)), STREETS) as FollowedRing;
		expectSound(ring);
		const { road, drawn } = shares(ring);
		expect(road).toBeGreaterThan(1150);
		expect(drawn).toBeGreaterThan(380);
		expect(drawn).toBeLessThan(460);
		expect(followLoop(null, null, loopOf(box(205)), STREETS)?.parts.map(({ follows }) => follows)).toEqual([
			'drawn'
		]);
	});

	test('does not cross itself where the street it follows passes over another', () => {
		// the cheapest way round uses a street that passes over its own beginning
		const bow = prepareRoads(
			town({
				nodes: {
					a: [-200, -200],
					b: [200, -200],
					c: [200, 200],
					d: [-200, 200],
					e: [-230, -60],
					f: [-170, -60]
				},
				roads: [
					{ name: 'round', line: ['a', 'b', 'c', 'd'] },
					{ name: 'bridge', bridge: true, line: ['d', [-170, 0], [-230, -30], 'e', [-200, -100], 'f'] },
					{ name: 'under', line: ['f', [-180, -20], [-215, -10], [-225, -120], 'a'] }
				]
			})
		);
		const ring = followLoop(bow, null, loopOf(box(200)), STREETS) as FollowedRing;
		expectSound(ring);
	});

	test('spans no ground where the loop does not, and refuses a stray of nothing', () => {
		expect(
			followLoop(
				grid,
				null,
				loopOf([
					[0, 0],
					[100, 0]
				]),
				STREETS
			)
		).toBeNull();
		expect(() => followLoop(grid, null, loopOf(box(200)), { ...STREETS, strayM: 0 })).toThrow(/stray 0 m/);
	});
});

describe('any loop', () => {
	/** A star-shaped loop about the middle, drawn by a shaky hand. */
	const stars = fc.array(fc.integer({ min: 120, max: 460 }), { minLength: 5, maxLength: 14 }).map((radii) =>
		radii.map((r, i): Spot => {
			const angle = (2 * Math.PI * i) / radii.length;
			return [r * Math.cos(angle), r * Math.sin(angle)];
		})
	);
	const away = (spots: readonly Spot[], [x, y]: Spot): number =>
		Math.min(
			...spots.map(([ax, ay], i) => {
				const [bx, by] = spots[(i + 1) % spots.length];
				const [dx, dy] = [bx - ax, by - ay];
				const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
				return Math.hypot(x - ax - t * dx, y - ay - t * dy);
			})
		);

	test('becomes a simple ring that keeps its inside in and its outside out', () => {
		const grid = prepareRoads(gridTown(11));
		let followed = 0;
		let runs = 0;
		fc.assert(
			fc.property(stars, fc.constantFrom(0, 15), (spots, outsideM) => {
				const ring = followLoop(grid, null, loopOf(spots), { ...STREETS, outsideM }) as FollowedRing;
				expectSound(ring);
				runs++;
				if ((shares(ring).road ?? 0) > 400) followed++;
				const rough = loopOf(spots);
				for (let x = -480; x <= 480; x += 60) {
					for (let y = -480; y <= 480; y += 60) {
						const awayM = away(spots, [x, y]);
						const isIn = contains(ring.outline, [x, y]);
						if (contains(rough, [x, y])) expect(isIn || awayM <= 62).toBe(true);
						else expect(!isIn || awayM <= 62 + outsideM).toBe(true);
					}
				}
			}),
			{ numRuns: 60, seed: 5 }
		);
		expect(followed).toBeGreaterThan(runs / 3);
	});
});

describe.each([
	['Astana', demoRoads(), [71.43, 51.155]],
	['Gothenburg', gothenburg(), [11.97, 57.7]]
] as const)('in %s', (_, graph, [lng, lat]) => {
	const roads: Roads | null = graph && prepareRoads(graph);

	test.skipIf(!roads)('loops of any size become sound rings that follow streets in part', () => {
		for (const [radiusDeg, n] of [
			[0.01, 9],
			[0.03, 13],
			[0.06, 21]
		] as const) {
			const loop = Array.from({ length: n + 1 }, (_, i): LngLat => {
				const angle = (2 * Math.PI * (i % n)) / n;
				return [lng + radiusDeg * Math.cos(angle), lat + radiusDeg * 0.6 * Math.sin(angle)];
			});
			const options: FollowOptions = { ...STREETS, strayM: 150 };
			const on = followLoop(roads, null, loop, options) as FollowedRing;
			const outside = followLoop(roads, null, loop, { ...options, outsideM: 15 }) as FollowedRing;
			expect(findRingFault([on.outline])).toBeNull();
			expect(findRingFault([outside.outline])).toBeNull();
			expect(shares(outside).road).toBeGreaterThan(0);
			expect(areaM2(outside.outline)).toBeGreaterThan(areaM2(on.outline));
		}
	});
});
