import { describe, expect, test } from 'vitest';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { PRESENT } from '../../src/lib/domain/assumptions.ts';
import type { Item } from '../../src/lib/domain/items.ts';
import { decodeNames } from '../../src/lib/formats/names-file.ts';
import { decodeRoadGraph } from '../../src/lib/network/graph-file.ts';
import { prepareRoads, type Roads } from '../../src/lib/network/roads.ts';
import { find } from '../../src/lib/workers/studies/find.ts';
import type { StudyGround } from '../../src/lib/workers/studies/study.ts';

const pack = resolve(import.meta.dirname, '../../tiles/astana');
const bytes = (file: string) => new Uint8Array(readFileSync(resolve(pack, file))).buffer as ArrayBuffer;
const hasPack = existsSync(resolve(pack, 'names.bin'));
if (!hasPack) process.stderr.write('skipped: the demo pack has no names.bin\n');
// a skipped block is still read: the pack is opened only where a test asks for it
const names = async () => decodeNames(bytes('names.bin'));
let prepared: Roads | null = null;
const roads = async () => (prepared ??= prepareRoads(decodeRoadGraph(bytes('roads.bin'))));
const NEAR = [71.43, 51.16] as const;

const camera = (id: string, properties: object = {}): Item =>
	({
		kind: 'camera',
		id,
		rank: 0,
		geometry: { type: 'Point', coordinates: NEAR },
		properties
	}) as unknown as Item;

const ground = (more: Partial<StudyGround> = {}): StudyGround => ({
	items: [],
	options: { assumptions: PRESENT, by: 'all', minAreaM2: 0, occlusion: false },
	roads,
	hasRoads: true,
	borders: () => Promise.resolve(null),
	names,
	walls: () => Promise.resolve(null),
	...more
});
const run = {
	signal: new AbortController().signal,
	progress: () => undefined,
	breathe: () => Promise.resolve()
};
const ask = (text: string, more: Partial<StudyGround> = {}) =>
	find(ground(more), { text, near: NEAR, most: 20 }, run);

describe.skipIf(!hasPack)('in the demo city', () => {
	test.each([
		['kenesary', 'Кенесары'],
		['абая', 'Абая'],
		['kabanbay', 'Кабанбай'],
		['respublika', 'Республик']
	])('the road %s is found, once in its neighbourhood', async (text, part) => {
		const found = (await ask(text)).roads.filter(({ local }) => local.includes(part));
		expect(found.length).toBeGreaterThan(0);
		const { bbox, at } = found[0];
		expect(at[0] >= bbox[0] && at[0] <= bbox[2] && at[1] >= bbox[1] && at[1] <= bbox[3]).toBe(true);
		const near = found.filter(
			({ local, at: [lng, lat] }) =>
				local === found[0].local && Math.abs(lng - at[0]) < 0.002 && Math.abs(lat - at[1]) < 0.002
		);
		expect(near).toHaveLength(1);
	});

	test('the city answers to its Chinese, English and old names', async () => {
		for (const text of ['阿斯塔納', 'astana', 'целиноград']) {
			expect(
				(await ask(text)).places.map(({ kind }) => kind),
				text
			).toContain('city');
		}
	});

	test('two roads meet at a crossing of the road graph', async () => {
		const { crossings } = await ask('кенесары & республики');
		expect(crossings.length).toBeGreaterThan(0);
		expect(crossings.length).toBeLessThan(8);
		for (const { roads: pair } of crossings) expect(pair.join()).toMatch(/Кенесары.*Республики/);
		const { graph } = await roads();
		const [lng, lat] = crossings[0].at;
		const node = [...graph.nodeLng].findIndex(
			(x, v) => Math.abs(x - lng * 1e7) < 2 && Math.abs(graph.nodeLat[v] - lat * 1e7) < 2
		);
		const names = new Set<string>();
		for (let i = graph.adjacentStart[node]; i < graph.adjacentStart[node + 1]; i++) {
			names.add(graph.names[graph.edgeName[graph.adjacent[i] >> 1]]);
		}
		for (const road of crossings[0].roads) expect(names.has(road)).toBe(true);
	});
});

describe.skipIf(!hasPack)('things of the plan', () => {
	const items = [
		camera('cam-1', { owner: 'City police', deviceCode: '34020000001320000017' }),
		camera('cam-17', { name: 'Gate of the north' }),
		camera('x-cam-1'),
		camera('post', { team: '北门巡组' })
	];

	test.each([
		['cam-1', ['cam-1', 'cam-17', 'x-cam-1']],
		// a word may be met in any part: the code of cam-1 ends in 17
		['CAM 17', ['cam-17', 'cam-1']],
		['20000017', ['cam-1']],
		['police', ['cam-1']],
		['gate north', ['cam-17']],
		['北门', ['post']],
		['north camera', ['cam-17']],
		['摄像机', ['cam-1', 'cam-17', 'x-cam-1', 'post']],
		['south', []]
	])('%s', async (text, ids) => {
		const answer = await ask(text, { items, names: () => Promise.resolve(null) });
		expect(answer.things).toEqual(ids);
		expect(answer.thingCount).toBe(ids.length);
		expect(answer.hasNames).toBe(false);
	});

	test('an edited thing is found by what it is now', async () => {
		expect((await ask('south', { items: [camera('a', { name: 'South' })] })).things).toEqual(['a']);
		expect((await ask('south', { items: [camera('a', { name: 'North' })] })).things).toEqual([]);
	});
});
