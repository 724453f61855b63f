import type { FeatureCollection } from 'geojson';
import { describe, expect, test } from 'vitest';
import { PRESENT } from '../../src/lib/domain/assumptions.ts';
import type { Item } from '../../src/lib/domain/items.ts';
import { encodeRoadGraph } from '../../src/lib/network/graph-file.ts';
import { seal } from '../../src/lib/analysis/sealing/seal.ts';
import { prepareRoads } from '../../src/lib/network/roads.ts';
import { NetworkThread } from '../../src/lib/workers/network-thread.ts';
import { checkpoint, gridTown, squareRing } from '../support/towns.ts';
import { hear } from './hear.ts';

const OPTIONS = { assumptions: PRESENT, by: 'all', minAreaM2: 0, occlusion: false } as const;
const graph = encodeRoadGraph(gridTown(21));
const bytes = graph.buffer.slice(graph.byteOffset, graph.byteOffset + graph.byteLength) as ArrayBuffer;

const start = (rests?: { adviceMs: number; routesMs: number }) =>
	hear((post) => new NetworkThread(post, () => Promise.resolve(bytes), rests));
const ring = squareRing('ring', 150);
const open = (items: Item[], number: number) =>
	({
		type: 'open',
		items,
		packs: { roads: '/roads.bin', buildings: null },
		options: OPTIONS,
		number
	}) as const;

describe('NetworkThread', () => {
	test('answers rings and roads of a plan, with its number', async () => {
		const { thread, until } = start();
		thread.receive(open([ring], 3));
		const seal = await until('seal');
		expect(seal.number).toBe(3);
		expect(seal.answer.rings[0]).toMatchObject({ crossings: 12, leaks: 12, minimumCut: 12, sealed: false });
		const routes = await until('routes');
		expect(routes.number).toBe(3);
		expect(routes.answer.summary.unseenM).toBeGreaterThan(0);
	});

	test('a checkpoint put on a street closes its leak', async () => {
		const { thread, said, until } = start();
		thread.receive(open([ring], 1));
		const first = await until('seal');
		const heard = said.length;
		const post = checkpoint('post', [0, 150]);
		thread.receive({ type: 'change', put: [post], drop: [], number: 2 });
		const second = await until('seal', heard);
		expect(second.answer.rings[0]?.leaks).toBe((first.answer.rings[0]?.leaks ?? 0) - 1);
		const advice = await until('advice', heard);
		expect(advice).toMatchObject({ number: 2, answer: { depth: 0 } });
		expect(advice.answer.suggestions).toHaveLength(second.answer.leaks.length);
	});

	test('what cannot change the verdict is told to leave it standing', async () => {
		const { thread, said, until } = start();
		thread.receive(open([ring], 1));
		await until('routes');
		const heard = said.length;
		thread.receive({
			type: 'change',
			put: [
				{
					...checkpoint('school', [0, 0]),
					kind: 'key-site',
					properties: { category: 'school' }
				}
			],
			drop: [],
			number: 2
		});
		expect(await until('holds', heard)).toEqual({ type: 'holds', question: 'seal', number: 2 });
		const questions = said.slice(heard).map((message) => 'question' in message && message.question);
		expect(questions).toEqual(['seal', 'advice', 'routes']);
	});

	test('the verdict does not wait for depth and suggestions, which follow', async () => {
		const { thread, said, until } = start();
		thread.receive(open([ring], 1));
		await until('advice');
		expect(said.map(({ type }) => type).filter((type) => type === 'seal' || type === 'advice')).toEqual([
			'seal',
			'advice'
		]);
	});

	test('while a ring is dragged every step is judged and none is advised on; at rest the last one is', async () => {
		const { thread, said, until } = start({ adviceMs: 400, routesMs: 250 });
		thread.receive(open([ring], 1));
		await until('routes');
		const heard = said.length;
		for (let step = 0; step < 8; step++) {
			thread.receive({
				type: 'change',
				put: [squareRing('ring', 160 + 2 * step)],
				drop: [],
				number: 2 + step
			});
			while (said.slice(heard).filter(({ type }) => type === 'seal').length <= step) {
				await until('seal', said.length);
			}
		}
		expect(said.slice(heard).some(({ type }) => type === 'advice')).toBe(false);
		const advice = await until('advice', heard);
		expect(advice.number).toBe(9);
		const judged = said.slice(heard).flatMap((message) => (message.type === 'seal' ? [message.number] : []));
		expect(judged).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
	});

	test('advice under way is given up for a newer state, and is the same in the end', async () => {
		const large = squareRing('large', 850, 2);
		const moved = squareRing('ring', 350);
		const { thread, said, until } = start();
		thread.receive(open([ring, large], 1));
		await until('seal');
		// the advice has been begun: no rest is kept after a plan was opened
		thread.receive({ type: 'change', put: [moved], drop: [], number: 2 });
		const advice = await until('advice');
		expect(advice.number).toBe(2);
		expect(said.filter(({ type }) => type === 'advice')).toHaveLength(1);
		const { suggestions, depth } = seal(prepareRoads(gridTown(21)), [moved, large], { suggest: true });
		expect(advice.answer).toEqual({ suggestions, depth });
	});

	test('what does not touch the rings does not give the advice up', async () => {
		const { thread, said, until } = start();
		thread.receive(open([ring], 1));
		await until('seal');
		thread.receive({
			type: 'change',
			put: [{ ...checkpoint('school', [0, 0]), kind: 'key-site', properties: { category: 'school' } }],
			drop: [],
			number: 2
		});
		expect((await until('advice')).number).toBe(2);
		await until('routes');
		expect(said.filter(({ type }) => type === 'advice')).toHaveLength(1);
	});

	test('changes made in one breath are answered once, for the last', async () => {
		const { thread, said, until } = start();
		thread.receive(open([ring], 1));
		await until('routes');
		const heard = said.length;
		for (let i = 0; i < 10; i++) {
			thread.receive({ type: 'change', put: [checkpoint('post', [0, 140 + i])], drop: [], number: 2 + i });
		}
		expect((await until('seal', heard)).number).toBe(11);
		expect(said.slice(heard).filter(({ type }) => type === 'seal')).toHaveLength(1);
	});

	test('roads that cannot be had are said to be so', async () => {
		const { thread, until } = hear(
			(post) => new NetworkThread(post, () => Promise.reject(new Error('answered 404')))
		);
		thread.receive(open([ring], 1));
		expect(await until('failed')).toEqual({ type: 'failed', question: 'roads', message: 'answered 404' });
	});

	test('exports in the form of the command line', async () => {
		const { thread, until } = start();
		thread.receive(open([ring], 1));
		await until('seal');
		thread.receive({ type: 'export', question: 'seal', request: 9 });
		const { bytes, request } = await until('exported');
		const answer = JSON.parse(new TextDecoder().decode(bytes)) as FeatureCollection;
		expect(request).toBe(9);
		const kinds = answer.features.map((feature) => feature.properties?.kind as string);
		expect(new Set(kinds)).toEqual(new Set(['crossing', 'leak-route', 'suggestion']));
	});
});
