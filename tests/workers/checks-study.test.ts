import { describe, expect, test } from 'vitest';
import { PRESENT } from '../../src/lib/domain/assumptions.ts';
import type { Item } from '../../src/lib/domain/items.ts';
import { prepareRoads } from '../../src/lib/network/roads.ts';
import { checks, fixChecks } from '../../src/lib/workers/studies/checks.ts';
import type { StudyGround, StudyRun } from '../../src/lib/workers/studies/study.ts';
import { camera } from '../support/plan-items.ts';
import { checkpoint, squareRing, town } from '../support/towns.ts';

const roads = prepareRoads(
	town({ nodes: { m: [0, 0], out: [3000, 0] }, roads: [{ name: 'street', line: ['m', 'out'] }] })
);
const ground = (items: readonly Item[], hasRoads: boolean): StudyGround => ({
	items: items.map((item, rank) => ({ ...item, rank })),
	options: { assumptions: PRESENT, by: 'all', minAreaM2: 0, occlusion: false },
	hasRoads,
	roads: () => (hasRoads ? Promise.resolve(roads) : Promise.reject(new Error('no road graph is open'))),
	borders: () => Promise.resolve(null),
	walls: () => Promise.resolve(null),
	names: () => Promise.resolve(null)
});
const still = (): StudyRun => ({
	signal: new AbortController().signal,
	progress: () => undefined,
	breathe: () => Promise.resolve()
});
const ask = { unread: [], regionBbox: null };
const plan = [squareRing('ring', 400), checkpoint('post', [400, 0]), checkpoint('off', [0, 300])];

describe('the study of checks', () => {
	test('looks for idle checkpoints only where the region has roads, and says so', async () => {
		const with_ = await checks(ground(plan, true), ask, still());
		expect(with_.findings.map(({ key }) => key)).toEqual(['checkpoint-idle off']);
		expect(with_.counts['checkpoint-idle']).toBe(1);
		const without = await checks(ground(plan, false), ask, still());
		expect(without.findings).toEqual([]);
		expect(without.counts).not.toHaveProperty('checkpoint-idle');
		expect(without.counts['zones-overlap']).toBe(0);
	});
	test('puts right in a way that is named, and only what was asked for', async () => {
		const wish = { codes: ['checkpoint-idle' as const], how: 'move' as const, ignored: [] };
		const answer = await fixChecks(ground(plan, true), { ...ask, wish }, still());
		expect(answer).toMatchObject({ fixed: 1, leftCount: 0 });
		expect(answer.edit?.put.map(({ id }) => id)).toEqual(['off']);
		const plain = await fixChecks(ground(plan, true), { ...ask, wish: { ...wish, how: null } }, still());
		expect(plain).toEqual({ edit: null, fixed: 0, left: [], leftCount: 0 });
	});
	test('of very many it tells 2,000 and counts all', async () => {
		const cameras = Array.from({ length: 2500 }, (_, i) => camera(`c${i}`, 900 + i, 9000, {}));
		const answer = await checks(ground([plan[0] as Item, ...cameras], false), ask, still());
		expect(answer.counts['camera-outside-area']).toBe(2500);
		expect(answer.findings).toHaveLength(2000);
	});
	test('is given up at a breath, and tells how far it is before', async () => {
		const cameras = Array.from({ length: 60_000 }, (_, i) => camera(`c${i}`, i % 300, 0, {}));
		const told: number[] = [];
		let breaths = 0;
		const run: StudyRun = {
			...still(),
			progress: (done) => void told.push(done),
			breathe: () => (++breaths < 3 ? Promise.resolve() : Promise.reject(new Error('given up')))
		};
		await expect(checks(ground([plan[0] as Item, ...cameras], false), ask, run)).rejects.toThrow('given up');
		expect(told.length).toBeGreaterThan(0);
		expect(told).toEqual(told.toSorted((a, b) => a - b));
	});
});
