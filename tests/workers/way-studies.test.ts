import { describe, expect, test } from 'vitest';
import { PRESENT } from '../../src/lib/domain/assumptions.ts';
import type { LeastExposed, RingEscape } from '../../src/lib/domain/findings/escape.ts';
import type { Camera, Item, ItemId } from '../../src/lib/domain/items.ts';
import { encodeRoadGraph } from '../../src/lib/network/graph-file.ts';
import { STUDIES } from '../../src/lib/workers/studies/studies.ts';
import { StudyThread } from '../../src/lib/workers/study-thread.ts';
import type { ToThread } from '../../src/lib/workers/wire.ts';
import { gridTown, place, squareRing } from '../support/towns.ts';
import { hear } from './hear.ts';

const OPTIONS = { assumptions: PRESENT, by: 'all', minAreaM2: 0, occlusion: false } as const;
const PACKS = { roads: '/roads.bin', buildings: null } as const;
const graph = encodeRoadGraph(gridTown(9));
const bytes = graph.buffer.slice(graph.byteOffset, graph.byteOffset + graph.byteLength) as ArrayBuffer;

const dome = (id: string, east: number, north: number): Camera => ({
	id: id as ItemId,
	kind: 'camera',
	rank: 1,
	geometry: { type: 'Point', coordinates: place([east, north]) },
	properties: { hfovDeg: 360, rangeM: 20 }
});
const start = (items: Item[]) => {
	const heard = hear(
		(post) =>
			new StudyThread(post, STUDIES, {
				roads: () => Promise.resolve(bytes),
				walls: () => Promise.reject(new Error('not asked for')),
				borders: () => Promise.resolve(null),
				names: () => Promise.resolve(null)
			})
	);
	heard.thread.receive({ type: 'open', items, packs: PACKS, options: OPTIONS, number: 1 });
	return heard;
};
const ends = { from: place([-200, 0]), to: place([200, 0]), lawful: false, avoidsCheckpoints: false };
const ask = (question: string, input: unknown, request: number): ToThread =>
	({ type: 'ask', question, input, request }) as ToThread;

describe('studies of ways', () => {
	test('the least-exposed way goes round a camera, and straight once it is gone', async () => {
		const { thread, said, until } = start([dome('c', 50, 0)]);
		thread.receive(ask('least-exposed', ends, 1));
		const seen = (await until('answered')).answer as LeastExposed;
		expect(seen.leastExposed.seenM).toBe(0);
		expect(seen.leastExposed.lengthM).toBeCloseTo(600, 0);
		expect(seen.shortest).toMatchObject({ watchers: [{ id: 'c' }] });
		const heard = said.length;
		thread.receive({ type: 'change', put: [], drop: ['c' as ItemId], number: 2 });
		thread.receive(ask('least-exposed', ends, 2));
		const free = (await until('answered', heard)).answer as LeastExposed;
		expect(free.leastExposed.lengthM).toBeCloseTo(400, 0);
	});

	test('every ring is answered, innermost first', async () => {
		const outer = squareRing('outer', 250, 2);
		const { thread, until } = start([outer, squareRing('core', 150, 1), dome('c', 0, 200)]);
		thread.receive(ask('ring-escape', { lawful: false }, 1));
		const rings = (await until('answered')).answer as RingEscape[];
		expect(rings.map(({ ring }) => ring)).toEqual(['core', 'outer']);
		expect(rings.map(({ unseenWays }) => unseenWays)).toEqual([11, 20]);
	});

	test('a question that was given up is not answered', async () => {
		const { thread, said } = start([]);
		thread.receive(ask('least-exposed', ends, 1));
		thread.receive({ type: 'cancel', request: 1 });
		await new Promise((resolve) => setTimeout(resolve, 60));
		expect(said.some(({ type }) => type === 'answered' || type === 'refused')).toBe(false);
	});
});
