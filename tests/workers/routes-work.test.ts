import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answerRoutes } from '../../src/lib/analysis/road-gaps/answer-routes.ts';
import { Walls } from '../../src/lib/analysis/coverage/walls.ts';
import { PRESENT } from '../../src/lib/domain/assumptions.ts';
import type { Camera, Item, ItemId } from '../../src/lib/domain/items.ts';
import { decodeBuildings } from '../../src/lib/formats/buildings-file.ts';
import { parsePlan } from '../../src/lib/formats/plan-geojson.ts';
import { decodeRoadGraph, encodeRoadGraph } from '../../src/lib/network/graph-file.ts';
import { prepareRoads } from '../../src/lib/network/roads.ts';
import { NetworkThread } from '../../src/lib/workers/network-thread.ts';
import { gridTown, place, type Spot } from '../support/towns.ts';
import { hear } from './hear.ts';

const OPTIONS = { assumptions: PRESENT, by: 'all', minAreaM2: 0, occlusion: true } as const;
const RESTS = { adviceRestMs: 0, routesRestMs: 0, sliceMs: 8 };
const PACKS = { roads: '/roads.bin', buildings: '/buildings.bin' };

function camera(id: string, at: Spot, rangeM = 60): Camera {
	return {
		id: id as ItemId,
		kind: 'camera',
		rank: 1,
		geometry: { type: 'Point', coordinates: place(at) },
		properties: { azimuthDeg: 90, hfovDeg: 60, rangeM }
	};
}

/** A wall ten metres east of the middle, from south to north. */
function house(): Walls {
	const corners: Spot[] = [
		[10, -40],
		[14, -40],
		[14, 40],
		[10, 40]
	];
	const coords = Int32Array.from(corners.flatMap((spot) => place(spot).map((deg) => Math.round(deg * 1e7))));
	return new Walls({ coords, ringStart: Uint32Array.of(0, 4), ringHeightDm: Uint16Array.of(0) });
}

const graph = encodeRoadGraph(gridTown(5));
const bytes = graph.buffer.slice(graph.byteOffset, graph.byteOffset + graph.byteLength) as ArrayBuffer;
const start = (walls: () => Promise<Walls>) =>
	hear((post) => new NetworkThread(post, () => Promise.resolve(bytes), RESTS, walls));

describe('roads nobody sees, on screen', () => {
	test('a house in the way hides road, as on the command line', async () => {
		const { thread, until } = start(() => Promise.resolve(house()));
		const items: Item[] = [camera('c', [0, 0])];
		thread.receive({ type: 'open', items, packs: PACKS, options: OPTIONS, number: 1 });
		const { answer } = await until('routes');
		const roads = prepareRoads(decodeRoadGraph(bytes));
		expect(answer).toEqual(answerRoutes(roads, items, PRESENT, 'all', house()));
		expect(answer.summary.watchedM).toBeCloseTo(10, 1);
	});

	test('the answer waits for the buildings, and comes without them where they cannot be had', async () => {
		let fail: (error: Error) => void = () => {};
		const { thread, said, until } = start(() => new Promise((_, reject) => (fail = reject)));
		thread.receive({ type: 'open', items: [camera('c', [0, 0])], packs: PACKS, options: OPTIONS, number: 1 });
		await until('advice');
		await new Promise((resolve) => setTimeout(resolve, 30));
		expect(said.some(({ type }) => type === 'routes')).toBe(false);
		fail(new Error('answered 404'));
		expect((await until('routes')).answer.summary.watchedM).toBeCloseTo(60, 0);
	});

	test('sight is free where buildings are not asked for', async () => {
		const { thread, said, until } = start(() => Promise.resolve(house()));
		thread.receive({ type: 'open', items: [camera('c', [0, 0])], packs: PACKS, options: OPTIONS, number: 1 });
		await until('routes');
		const heard = said.length;
		thread.receive({ type: 'assume', options: { ...OPTIONS, occlusion: false }, number: 2 });
		expect((await until('routes', heard)).answer.summary.watchedM).toBeCloseTo(60, 0);
	});

	test('what changes while it is measured is what is answered', async () => {
		const { thread, said, until } = start(() => Promise.resolve(house()));
		const items = Array.from({ length: 40 }, (_, i) => camera(`c${i}`, [-190 + 9 * i, 0], 5));
		thread.receive({ type: 'open', items, packs: PACKS, options: OPTIONS, number: 1 });
		await until('routes');
		const heard = said.length;
		for (let k = 2; k <= 6; k++) {
			thread.receive({ type: 'change', put: [camera('c0', [-190, 0], 5 + k)], drop: [], number: k });
			await new Promise((resolve) => setTimeout(resolve, 0));
		}
		let last = await until('routes', heard);
		while (last.number < 6) last = await until('routes', said.indexOf(last) + 1);
		const roads = prepareRoads(decodeRoadGraph(bytes));
		const now = [camera('c0', [-190, 0], 11), ...items.slice(1)];
		expect(last.answer).toEqual(answerRoutes(roads, now, PRESENT, 'all', house()));
	});

	test('the demo: the same as the command line with its buildings, also after a camera was moved', async () => {
		const folder = 'tiles/astana';
		if (
			!['roads.bin', 'buildings.bin', 'demo-plan.geojson'].every((file) => existsSync(`${folder}/${file}`))
		) {
			process.stderr.write(`skipped: ${folder} is not there\n`);
			return;
		}
		const read = (file: string): ArrayBuffer => {
			const found = readFileSync(`${folder}/${file}`);
			return found.buffer.slice(found.byteOffset, found.byteOffset + found.length) as ArrayBuffer;
		};
		const walls = new Walls(decodeBuildings(read('buildings.bin')));
		const roads = prepareRoads(decodeRoadGraph(read('roads.bin')));
		const { plan } = parsePlan(readFileSync(`${folder}/demo-plan.geojson`, 'utf8'), {
			newId: (kind, i) => `${kind}-${i}`
		});
		// rings are another question's
		const items = [...plan.items.values()].filter(
			({ kind }) => kind !== 'control-ring' && kind !== 'checkpoint'
		);
		const { thread, said, until } = hear(
			(post) =>
				new NetworkThread(
					post,
					() => Promise.resolve(read('roads.bin')),
					RESTS,
					() => Promise.resolve(walls)
				)
		);
		thread.receive({ type: 'open', items, packs: PACKS, options: OPTIONS, number: 1 });
		const first = await until('routes');
		expect(first.answer.summary).toEqual(answerRoutes(roads, items, PRESENT, 'all', walls).summary);
		const free = answerRoutes(roads, items, PRESENT, 'all').summary;
		expect(first.answer.summary.watchedM).toBeLessThan(free.watchedM - 1000);

		const cameras = items.filter((item): item is Camera => item.kind === 'camera');
		const moved = { ...cameras[0], geometry: cameras[1].geometry };
		const heard = said.length;
		thread.receive({ type: 'change', put: [moved], drop: [], number: 2 });
		const second = await until('routes', heard);
		const now = items.map((item) => (item.id === moved.id ? moved : item));
		expect(second.answer).toEqual(answerRoutes(roads, now, PRESENT, 'all', walls));
	}, 60_000);
});
