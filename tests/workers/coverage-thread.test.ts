import { VectorTile } from '@mapbox/vector-tile';
import type { FeatureCollection } from 'geojson';
import { PbfReader } from 'pbf';
import { describe, expect, test } from 'vitest';
import { Walls } from '../../src/lib/analysis/coverage/walls.ts';
import { CellPool } from '../../src/lib/analysis/coverage/cell-pool.ts';
import { PRESENT } from '../../src/lib/domain/assumptions.ts';
import type { Camera, Item, ItemId } from '../../src/lib/domain/items.ts';
import { mercatorX, mercatorY } from '../../src/lib/geo/mercator.ts';
import { CoverageThread } from '../../src/lib/workers/coverage-thread.ts';
import { FakeHelpers } from '../analysis/coverage/fake-helpers.ts';
import { seeded } from '../support/random.ts';
import { hear } from './hear.ts';

const OPTIONS = { assumptions: PRESENT, by: 'all', minAreaM2: 0, occlusion: true } as const;
const [LNG, LAT] = [71.43, 51.13];

const area: Item = {
	id: 'town' as ItemId,
	kind: 'area',
	rank: 0,
	properties: { name: 'Town' },
	geometry: {
		type: 'Polygon',
		coordinates: [
			[
				[LNG - 0.01, LAT - 0.01],
				[LNG + 0.01, LAT - 0.01],
				[LNG + 0.01, LAT + 0.01],
				[LNG - 0.01, LAT + 0.01],
				[LNG - 0.01, LAT - 0.01]
			]
		]
	}
};

function camera(id: string, lng: number, rangeM: number): Camera {
	return {
		id: id as ItemId,
		kind: 'camera',
		rank: 1,
		properties: { type: 'dome', hfovDeg: 360, rangeM },
		geometry: { type: 'Point', coordinates: [lng, LAT] }
	};
}

const open = (items: Item[], number: number) =>
	({ type: 'open', items, packs: { roads: null, buildings: null }, options: OPTIONS, number }) as const;

const start = () => hear((post) => new CoverageThread(post, () => Promise.reject(new Error('no buildings'))));

describe('CoverageThread', () => {
	test('answers a plan, and the plan after a change, each with its number', async () => {
		const { thread, said, until } = start();
		thread.receive(open([area, camera('c', LNG, 100)], 7));
		const first = await until('coverage');
		expect(first.number).toBe(7);
		expect(first.answer.summary.coveredM2).toBeCloseTo(Math.PI * 100 * 100, -3);

		const heard = said.length;
		thread.receive({ type: 'change', put: [camera('c', LNG, 200)], drop: [], number: 8 });
		const second = await until('coverage', heard);
		expect(second.number).toBe(8);
		expect(second.answer.summary.coveredM2 / first.answer.summary.coveredM2).toBeCloseTo(4, 1);
	});

	test('says which tiles are stale: the ground of the camera before and after', async () => {
		const { thread, said, until } = start();
		thread.receive(open([area, camera('c', LNG, 100)], 1));
		await until('coverage');
		const heard = said.length;
		thread.receive({ type: 'change', put: [camera('c', LNG + 0.005, 100)], drop: [], number: 2 });
		const stale = await until('tiles', heard);
		expect(stale.layers).toEqual(['cameras']);
		expect(stale.bbox[0]).toBeLessThan(LNG - 0.001);
		expect(stale.bbox[2]).toBeGreaterThan(LNG + 0.006);
		expect(stale.bbox[2]).toBeLessThan(LNG + 0.01);
	});

	test.each(['cameras', 'gaps', 'coverage'] as const)('draws %s', async (layer) => {
		const { thread, until } = start();
		thread.receive(open([area, camera('c', LNG, 100)], 1));
		await until('coverage');
		const [x, y] = [Math.floor(mercatorX(LNG) * 2 ** 15), Math.floor(mercatorY(LAT) * 2 ** 15)];
		thread.receive({ type: 'tile', layer, z: 15, x, y, request: 5 });
		const { bytes, request } = await until('tile-bytes');
		expect(request).toBe(5);
		expect(new VectorTile(new PbfReader(bytes)).layers[layer]?.length).toBeGreaterThan(0);
	});

	test('an export asked for in mid-work is of the whole plan', async () => {
		const { thread, until } = start();
		const many = Array.from({ length: 300 }, (_, i) => camera(`c${i}`, LNG - 0.009 + i * 6e-5, 60));
		thread.receive(open([area, ...many], 1));
		thread.receive({ type: 'export', question: 'gaps', request: 1 });
		const { bytes } = await until('exported');
		const answer = JSON.parse(new TextDecoder().decode(bytes)) as FeatureCollection & { summary: unknown };
		const live = await until('coverage');
		expect(answer.summary).toEqual(live.answer.summary);
	});

	test('a plan opened while buildings are on their way is answered with them too, and alone', async () => {
		let arrive: (walls: Walls) => void = () => undefined;
		const { thread, said, until } = hear(
			(post) => new CoverageThread(post, () => new Promise<Walls>((resolve) => (arrive = resolve)))
		);
		const packs = { roads: null, buildings: '/buildings.bin' };
		thread.receive({ ...open([area, camera('c', LNG, 100)], 1), packs });
		thread.receive({ ...open([area, camera('d', LNG, 200)], 2), packs });
		// a house some 35 m east of the camera
		const [x, y] = [Math.round(LNG * 1e7) + 5000, Math.round(LAT * 1e7)];
		const house = Int32Array.of(x, y - 2000, x + 2000, y - 2000, x + 2000, y + 2000, x, y + 2000);
		arrive(new Walls({ ringStart: Uint32Array.of(0, 4), coords: house, ringHeightDm: new Uint16Array(1) }));
		const { number, answer } = await until('coverage');
		expect([number, answer.withBuildings]).toEqual([2, true]);
		expect(answer.summary.coveredM2).toBeLessThan(0.95 * Math.PI * 200 * 200);
		expect(said.filter(({ type }) => type === 'coverage')).toHaveLength(1);
	});

	test('a plan without ground has no answer, and says so', async () => {
		const { thread, until } = start();
		thread.receive(open([camera('c', LNG, 100)], 1));
		expect((await until('failed')).message).toBe('no-area');
	});

	test('an assumption changes the answer', async () => {
		const { thread, said, until } = start();
		thread.receive(open([area, camera('c', LNG, 100)], 1));
		await until('coverage');
		const heard = said.length;
		const assumptions = { ...PRESENT, without: ['c'] };
		thread.receive({ type: 'assume', options: { ...OPTIONS, assumptions }, number: 2 });
		expect((await until('coverage', heard)).answer.summary.coveredM2).toBe(0);
	});

	test('with helpers an edit in mid-work counts, and so does a plan opened over another', async () => {
		const random = seeded(3);
		const fakes = new FakeHelpers();
		const pool = new CellPool(fakes.start, 2, { each: 1, batch: 2, least: 1 });
		const { thread, said, until } = hear(
			(post) => new CoverageThread(post, () => Promise.reject(new Error('no buildings')), pool)
		);
		const crowd = (from: number) =>
			Array.from({ length: 300 }, (_, i) => camera(`c${i}`, from + i * 6e-5, 60 + (i % 9)));
		const alone = async (items: Item[]) => {
			const other = start();
			other.thread.receive(open(items, 1));
			return (await other.until('coverage')).answer;
		};

		thread.receive(open([area, ...crowd(LNG - 0.005)], 1));
		await new Promise(setImmediate);
		const items = [area, ...crowd(LNG - 0.009)];
		thread.receive(open(items, 2));
		while (fakes.post.length === 0) await new Promise(setImmediate);
		thread.receive({ type: 'change', put: [camera('c7', LNG, 300)], drop: [], number: 3 });
		while (!said.some((message) => message.type === 'coverage')) {
			fakes.deliverAny(random);
			await new Promise(setImmediate);
		}
		while (fakes.deliverAny(random)) continue;
		const { answer, number } = await until('coverage');
		expect(number).toBe(3);
		expect(fakes.cells).toBeGreaterThan(4);
		items[8] = camera('c7', LNG, 300);
		expect(answer).toEqual(await alone(items));
	});
});
