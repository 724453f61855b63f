import { describe, expect, test } from 'vitest';
import { ringSystem } from '../../../src/lib/analysis/ring-system/ring-system.ts';
import { seal } from '../../../src/lib/analysis/sealing/seal.ts';
import type { Item } from '../../../src/lib/domain/items.ts';
import { prepareRoads } from '../../../src/lib/network/roads.ts';
import { checkpoint, squareRing, town } from '../../support/towns.ts';

/** Roads east and west out of a core, joined in the north between the rings where `isJoined`. */
function roadsOf(isJoined: boolean) {
	return prepareRoads(
		town({
			nodes: {
				m: [0, 0],
				e: [600, 0],
				w: [-600, 0],
				n: [0, 700],
				east: [6000, 0],
				west: [-6000, 0],
				east2: [700, -1200],
				west2: [-700, -1200]
			},
			roads: [
				{ name: 'leaks east', line: ['m', 'e'] },
				{ name: 'leaks west', line: ['m', 'w'] },
				// enough road between the rings that it is no pocket
				{ name: 'about east', line: ['e', [600, 900], [1200, 900], [1200, -1200], 'east2'] },
				{ name: 'about west', line: ['w', [-600, 900], [-1200, 900], [-1200, -1200], 'west2'] },
				{ name: 'on east', line: ['e', 'east'] },
				{ name: 'on west', line: ['w', 'west'] },
				...(isJoined ? [{ name: 'round the north', line: ['e', 'n', 'w'] }] : [])
			],
			ends: ['east', 'west']
		})
	);
}
const RINGS = [squareRing('core', 300, 1), squareRing('outer', 1500, 2)];
const EAST_HELD = checkpoint('outer east', [1500, 0]);

async function leaksBy(isJoined: boolean, more: readonly Item[]) {
	const { leaks, catches } = await ringSystem(roadsOf(isJoined), [...RINGS, ...more]);
	return { leaks: new Map(leaks.map((leak) => [`${leak.ring}: ${leak.road}`, leak])), catches };
}

describe('what a ring catches of the leaks of another', () => {
	test('is the road it holds farther out, and not the other; the way on is drawn', async () => {
		const { leaks, catches } = await leaksBy(false, [EAST_HELD]);
		expect(leaks.get('core: leaks east')).toMatchObject({ caughtBy: ['outer'], missedBy: [], route: [] });
		const west = leaks.get('core: leaks west');
		expect(west).toMatchObject({ caughtBy: [], missedBy: ['outer'] });
		// from the far end of the leaking road to the border of what is outside
		expect(west?.lengthM).toBeGreaterThan(900);
		expect(west?.lengthM).toBeLessThan(1100);
		expect(catches).toContainEqual({ ring: 'core', by: 'outer', leaks: 2, caught: 1 });
	});

	test('is none where one can go round between the rings', async () => {
		const { leaks } = await leaksBy(true, [EAST_HELD]);
		expect(leaks.get('core: leaks east')).toMatchObject({ caughtBy: [], missedBy: ['outer'] });
	});

	test('is not missed because one could turn back and take another leak', async () => {
		const graph = town({
			nodes: {
				m: [0, 0],
				j: [285, 0],
				e: [600, 0],
				x: [600, 300],
				e2: [700, -1200],
				x2: [700, 1200],
				out: [6000, 0],
				north: [6000, 3000]
			},
			roads: [
				{ name: 'one', line: ['m', 'j'] },
				{ name: 'two', line: ['m', [150, 60], 'j'] },
				{ name: 'caught', line: ['j', 'e'] },
				{ name: 'missed', line: ['j', 'x'] },
				{ name: 'about e', line: ['e', [1000, -100], [1300, -600], [1300, -1300], [600, -1400], 'e2'] },
				{ name: 'about x', line: ['x', [1000, 400], [1300, 600], [1300, 1300], [600, 1400], 'x2'] },
				{ name: 'held on', line: ['e', 'out'] },
				{ name: 'open on', line: ['x', 'north'] }
			],
			ends: ['out', 'north']
		});
		const { leaks } = await ringSystem(prepareRoads(graph), [...RINGS, EAST_HELD]);
		const by = new Map(leaks.filter(({ ring }) => ring === 'core').map((leak) => [leak.road, leak.caughtBy]));
		expect(by).toEqual(
			new Map([
				['caught', ['outer']],
				['missed', []]
			])
		);
	});

	test('is, of a ring within, what no open way leads to from its inside', async () => {
		const { leaks, catches } = await leaksBy(false, [checkpoint('core east', [300, 0])]);
		expect(leaks.get('outer: on east')).toMatchObject({ caughtBy: ['core'] });
		expect(leaks.get('outer: on west')).toMatchObject({ caughtBy: [] });
		expect(catches).toContainEqual({ ring: 'outer', by: 'core', leaks: 2, caught: 1 });
		const round = await leaksBy(true, [checkpoint('core east', [300, 0])]);
		expect(round.leaks.get('outer: on east')).toMatchObject({ caughtBy: [] });
	});

	test('agrees with the verdicts: all are caught where the outer ring is sealed', async () => {
		const posts = [EAST_HELD, checkpoint('outer west', [-1500, 0])];
		expect(seal(roadsOf(true), [...RINGS, ...posts]).rings.map(({ sealed }) => sealed)).toEqual([
			false,
			true
		]);
		const { leaks } = await leaksBy(true, posts);
		for (const leak of leaks.values()) expect(leak.caughtBy).toEqual(['outer']);
	});
});

describe('bridges', () => {
	test('are one by node or by name and nearness, and tell what their posts and they themselves do', async () => {
		const roads = prepareRoads(
			town({
				nodes: {
					m: [0, 0],
					n: [0, 20],
					a: [200, 0],
					b: [200, 20],
					c: [400, 0],
					d: [400, 20],
					out: [6000, 0],
					w: [-6000, 0]
				},
				roads: [
					{ name: 'inside', line: ['m', 'n'] },
					{ line: ['m', 'a'] },
					{ line: ['n', 'b'] },
					{ name: 'twin', line: ['a', 'c'], bridge: true, way: 1 },
					{ name: 'twin', line: ['b', 'd'], bridge: true, way: 2 },
					{ line: ['c', 'out'] },
					{ line: ['d', [3000, 500], 'out'] },
					{ name: 'other', line: ['m', 'w'], bridge: true, way: 3 }
				],
				ends: ['out', 'w']
			})
		);
		const twin = checkpoint('on the twin', [300, 10]);
		const open = await ringSystem(roads, [squareRing('core', 300), twin]);
		expect(open.bridges.map(({ ways }) => ways)).toEqual([[3], [1, 2]]);
		expect(open.bridges[0]).toMatchObject({ closesLeaks: 1, checkpoints: [], depthAfter: 1 });
		const held = await ringSystem(roads, [
			squareRing('core', 300),
			twin,
			checkpoint('on the other', [-300, 0])
		]);
		expect(held.bridges.find(({ name }) => name === 'twin')).toMatchObject({
			checkpoints: ['on the twin'],
			opensRings: ['core'],
			opensSystem: true,
			closesLeaks: 0,
			depthAfter: 1
		});
	});
});
