import { describe, expect, test } from 'vitest';
import { seal } from '../../../src/lib/analysis/sealing/seal.ts';
import type { Checkpoint } from '../../../src/lib/domain/items.ts';
import { prepareRoads } from '../../../src/lib/network/roads.ts';
import { checkpoint, gridTown, ring, squareRing, spotOf, town, type Spot } from '../../support/towns.ts';

describe('a grid of 21 by 21 streets', () => {
	const roads = prepareRoads(gridTown(21));

	test.each([3, 7, 11])(
		'a square ring about a block of %i by the same has four times as many crossings',
		(k) => {
			const { rings, crossings } = seal(roads, [squareRing('ring', k * 50)]);
			expect(rings[0]).toMatchObject({
				crossings: 4 * k,
				open: 4 * k,
				leaks: 4 * k,
				minimumCut: 4 * k,
				sealed: false
			});
			expect(crossings.map(({ number }) => number)).toEqual(crossings.map((_, i) => i + 1));
		}
	);

	test('with an inner band of a block the cut retreats into the ring', () => {
		for (const k of [7, 11]) {
			const { rings } = seal(roads, [squareRing('ring', k * 50)], { insideM: 140 });
			expect(rings[0].minimumCut).toBe(4 * (k - 2));
		}
	});

	describe('sealed at three rings by 84 posts', () => {
		const rings = [squareRing('core', 150, 1), squareRing('outer', 350, 2), squareRing('border', 550, 3)];
		const posts: Checkpoint[] = seal(roads, rings).crossings.map(({ at }, i) =>
			checkpoint(`post-${i}`, spotOf(at), {}, 100 + i)
		);

		test('has 84 posts and depth 3', () => {
			const answer = seal(roads, [...rings, ...posts]);
			expect(posts).toHaveLength(84);
			expect(answer.rings.every(({ sealed }) => sealed)).toBe(true);
			expect(answer.depth).toBe(3);
		});

		test('any one post less gives depth 2 and one leak', () => {
			for (const missing of [0, 5, 11, 12, 39, 40, 83]) {
				const answer = seal(roads, [...rings, ...posts.filter((_, i) => i !== missing)]);
				expect(answer.depth).toBe(2);
				expect(answer.leaks).toHaveLength(1);
			}
		});

		test('two posts less on different rings give depth 1', () => {
			const kept = posts.filter((_, i) => i !== 0 && i !== 20);
			expect(seal(roads, [...rings, ...kept]).depth).toBe(1);
		});
	});
});

/** A road out to the far edge of the map: what is beyond is no pocket. */
const FAR: Spot = [3000, 0];

describe('bridges and carriageways', () => {
	const crossroads = town({
		nodes: { in: [0, 0], out: FAR, inAbove: [60, -300], outAbove: [250, 3000], south: [60, -3000] },
		roads: [
			{ name: 'held, below', line: ['in', 'out'] },
			{ name: 'still open, above', line: ['inAbove', [60, -60], 'outAbove'], bridge: true },
			{ name: 'within', line: ['in', 'inAbove'] }
		],
		ends: ['out', 'outAbove']
	});

	test('a post on the lower road does not hold the bridge above it', () => {
		const circle = squareRing('ring', 400);
		const at: Spot = [70, 0]; // where the bridge passes over
		const answer = seal(prepareRoads(crossroads), [circle, checkpoint('post', at)]);
		expect(answer.rings[0]).toMatchObject({ crossings: 2, held: 1, leaks: 1, minimumCut: 2 });
		expect(answer.leaks[0].roads).toContain('still open, above');
		expect(answer.crossings.find(({ state }) => state === 'held')?.road).toBe('held, below');
	});

	test('the layer tag is not believed where lines cross without a shared node', () => {
		const graph = { ...crossroads, edgeLayer: new Int8Array(crossroads.edgeCount) };
		const answer = seal(prepareRoads(graph), [squareRing('ring', 400), checkpoint('post', [70, 0])]);
		expect(answer.rings[0]).toMatchObject({ held: 1, leaks: 1 });
	});

	const dual = (gapM: number) =>
		prepareRoads(
			town({
				nodes: { a: [0, 0], b: FAR, c: [0, gapM], d: [3000, gapM] },
				roads: [
					{ name: 'eastbound', line: ['a', 'b'], oneway: 1 },
					{ name: 'westbound', line: ['d', 'c'], oneway: 1 },
					{ name: 'u-turn', line: ['a', 'c'] }
				],
				ends: ['b', 'd']
			})
		);

	test('one side of a dual carriageway held by statement leaves the other', () => {
		const post = checkpoint('post', [100, 0], { controls: [{ way: 100, at: placeOf([100, 0]) }] });
		const { rings } = seal(dual(10), [squareRing('ring', 100), post]);
		expect(rings[0]).toMatchObject({ minimumCut: 2, leaks: 1 });
	});

	test.each([
		['10 m apart hold together', 10, 0],
		['29 m apart hold together', 29, 0],
		['31 m apart do not', 31, 1]
	])('without a statement, carriageways %s', (_, gapM, leaks) => {
		const { rings } = seal(dual(gapM), [squareRing('ring', 100), checkpoint('post', [100, 0])]);
		expect(rings[0].leaks).toBe(leaks);
	});

	test('one-way signs hold back only the lawful', () => {
		const { rings } = seal(dual(10), [squareRing('ring', 100)], { lawful: 'out' });
		expect(rings[0]).toMatchObject({ minimumCut: 1, leaks: 1, open: 1 });
	});
});

describe('a post 20 m outside the ring', () => {
	const withSideStreet = (end: Spot, leadsOut: boolean) =>
		prepareRoads(
			town({
				nodes: { middle: [0, 0], corner: [110, 0], after: [160, 0], out: FAR, side: end },
				roads: [
					{ name: 'main', line: ['middle', 'corner', 'after', 'out'] },
					leadsOut
						? { name: 'leads out', line: ['corner', 'side'] }
						: { name: 'returns', line: ['corner', 'side', 'middle'] }
				],
				ends: leadsOut ? ['out', 'side'] : ['out']
			})
		);
	const post = checkpoint('post', [145, 0], { controls: [{ way: 100, at: placeOf([145, 0]) }] });

	test('seals where the side street before it returns', () => {
		const { rings, crossings } = seal(withSideStreet([115, 60], false), [squareRing('ring', 100), post]);
		expect(rings[0]).toMatchObject({ leaks: 0, sealed: true });
		expect(crossings.map(({ state }) => state).sort()).toEqual(['covered', 'covered']);
	});

	test('leaks where the side street leads out', () => {
		const { rings, leaks } = seal(withSideStreet([120, 3000], true), [squareRing('ring', 100), post]);
		expect(rings[0].leaks).toBe(1);
		expect(leaks[0].roads).toEqual(['main', 'leads out']);
	});
});

describe('how a ring is drawn does not matter', () => {
	const plus = prepareRoads(
		town({
			nodes: { m: [0, 0], e: [100, 0], out: FAR, n: [0, 100], outN: [0, 3000] },
			roads: [
				{ name: 'east', line: ['m', 'e', 'out'] },
				{ name: 'north', line: ['m', 'n', 'outN'] }
			],
			ends: ['out', 'outN']
		})
	);

	test.each<[string, Spot[]]>([
		[
			'a vertex on the road',
			[
				[-50, -50],
				[80, -50],
				[80, 0],
				[80, 80],
				[-50, 80]
			]
		],
		[
			'through a junction',
			[
				[-50, -50],
				[100, -50],
				[100, 100],
				[-50, 100]
			]
		],
		[
			'a vertex on a junction',
			[
				[-50, -50],
				[100, -50],
				[100, 0],
				[100, 100],
				[0, 100],
				[-50, 100]
			]
		],
		[
			'along a street',
			[
				[-50, -50],
				[70, -50],
				[70, 0],
				[120, 0],
				[120, 80],
				[-50, 80]
			]
		],
		[
			'along a street, inside',
			[
				[-50, -50],
				[120, -50],
				[120, 0],
				[70, 0],
				[70, 80],
				[-50, 80]
			]
		],
		[
			'turned the other way',
			[
				[-50, 80],
				[80, 80],
				[80, -50],
				[-50, -50]
			]
		],
		[
			'in, out and in again',
			[
				[-50, -50],
				[60, -50],
				[60, 20],
				[66, 20],
				[66, -20],
				[72, -20],
				[72, 80],
				[-50, 80]
			]
		]
	])('%s', (_, spots) => {
		const { rings } = seal(plus, [ring('ring', spots)]);
		expect(rings[0]).toMatchObject({ crossings: 2, open: 2, leaks: 2 });
	});
});

function placeOf(spot: Spot): [number, number] {
	return checkpoint('x', spot).geometry.coordinates as [number, number];
}
