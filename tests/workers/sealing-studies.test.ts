import { describe, expect, test } from 'vitest';
import { PRESENT } from '../../src/lib/domain/assumptions.ts';
import type { Item, ItemId } from '../../src/lib/domain/items.ts';
import { ESCAPER } from '../../src/lib/domain/seal-view.ts';
import { prepareRoads } from '../../src/lib/network/roads.ts';
import { controls } from '../../src/lib/workers/studies/controls.ts';
import { protectedStudy } from '../../src/lib/workers/studies/protected.ts';
import type { StudyGround, StudyRun } from '../../src/lib/workers/studies/study.ts';
import { checkpoint, squareRing, town } from '../support/towns.ts';

const roads = prepareRoads(
	town({
		nodes: { m: [0, 0], out: [3000, 0], path: [0, 3000] },
		roads: [
			{ name: 'street', line: ['m', 'out'] },
			{ name: 'footpath', line: ['m', 'path'], walkOnly: true }
		],
		ends: ['out', 'path']
	})
);
const ground = (items: readonly Item[], mode: 'drive' | 'walk' = 'drive'): StudyGround => ({
	items,
	options: {
		assumptions: PRESENT,
		by: 'all',
		minAreaM2: 0,
		occlusion: false,
		seal: { ...ESCAPER, mode }
	},
	hasRoads: true,
	roads: () => Promise.resolve(roads),
	borders: () => Promise.resolve(null),
	names: () => Promise.resolve(null),
	walls: () => Promise.resolve(null)
});
function running() {
	const told: number[] = [];
	const given = new AbortController();
	const run: StudyRun = {
		signal: given.signal,
		progress: (done) => void told.push(done),
		breathe: () => {
			given.signal.throwIfAborted();
			return Promise.resolve();
		}
	};
	return { told, given, run };
}
const ring = squareRing('ring', 400);
const post = checkpoint('post', [480, 0]);

describe('the roads of a checkpoint', () => {
	test('are those of the one asked about, on duty or not', async () => {
		const broken = checkpoint('post', [480, 0], { status: 'broken' });
		const answer = await controls(ground([ring, broken]), 'post' as ItemId, running().run);
		expect(answer?.rows.map(({ name, state }) => [name, state])).toEqual([['street', 'rule']]);
	});
	test('are none where there is no such checkpoint', async () => {
		expect(await controls(ground([ring, post]), 'ring' as ItemId, running().run)).toBe(null);
	});
});

describe('the protected ground', () => {
	test('follows the view that is chosen', async () => {
		const [drive] = await protectedStudy(ground([ring, post]), null, running().run);
		const [walk] = await protectedStudy(ground([ring, post], 'walk'), null, running().run);
		expect([drive?.leaks, walk?.leaks]).toEqual([0, 1]);
		expect(drive?.beyond.map(({ road }) => road)).toEqual(['street']);
	});
	test('tells of each ring and can be given up between them', async () => {
		const rings = [ring, squareRing('outer', 900, 2)];
		const { told, given, run } = running();
		await protectedStudy(ground(rings), null, run);
		expect(told).toEqual([0, 1]);
		given.abort();
		await expect(protectedStudy(ground(rings), null, run)).rejects.toThrow();
	});
});
