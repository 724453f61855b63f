import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ItemMap } from '../../src/lib/domain/item-map.ts';
import type { Camera, CameraProperties, Item } from '../../src/lib/domain/items.ts';
import { EVERY_CAMERA, isFiltering, passesFilter } from '../../src/lib/domain/camera-filter.ts';
import { sortSteps } from '../../src/lib/editor/sort-steps.ts';
import { ThingSearch, type ThingQuery } from '../../src/lib/editor/thing-search.ts';
import { cameraOwners } from '../../src/lib/editor/things.ts';
import { camera } from '../support/plan-items.ts';
import { checkpoint } from '../support/plan-samples.ts';

function run<T>(steps: Iterator<unknown, T>): { answer: T; steps: number } {
	for (let count = 0; ; count++) {
		const step = steps.next();
		if (step.done) return { answer: step.value, steps: count };
	}
}

const OWNERS = ['Railway', 'Parks', undefined];
const HEALTH = ['working', 'broken', undefined] as const;
const cameras = Array.from({ length: 3000 }, (_, i): Camera => {
	const properties: CameraProperties = {
		name: `Pole ${(i * 7919) % 3000}`,
		owner: OWNERS[i % 3],
		health: HEALTH[i % 5],
		type: i % 2 === 0 ? 'dome' : undefined,
		integrated: i % 4 === 0 ? false : undefined
	};
	return { ...camera(`camera-${i}`, i, 0, properties), rank: i + 1 };
});
const items = ItemMap.from([checkpoint('gate', 71, 0, 'Pole gate'), ...cameras]);
const query: ThingQuery = { kind: 'camera', text: '', sort: 'file', locale: 'en', cameras: EVERY_CAMERA };
const find = (change: Partial<ThingQuery>, search = new ThingSearch(), of = items): string[] =>
	run(search.steps(of, { ...query, ...change })).answer.map(({ id }) => id);

describe('ThingSearch', () => {
	test.each<[string, Partial<ThingQuery>, (item: Camera) => boolean]>([
		['everything', {}, () => true],
		['a word of the name', { text: 'pole 12' }, ({ properties: { name } }) => /12/.test(name as string)],
		['an owner', { text: 'rail' }, ({ properties }) => properties.owner === 'Railway'],
		[
			'those that nobody is named for',
			{ cameras: { ...EVERY_CAMERA, owners: [''] } },
			({ properties }) => properties.owner === undefined
		],
		[
			'those that work, as far as is said',
			{ cameras: { ...EVERY_CAMERA, health: ['working'] } },
			({ properties }) => properties.health !== 'broken'
		],
		[
			'two sides at once',
			{ cameras: { ...EVERY_CAMERA, types: ['dome'], integrated: true } },
			({ properties }) => properties.type === 'dome' && properties.integrated !== false
		],
		['none of no owner', { cameras: { ...EVERY_CAMERA, owners: [] } }, () => false]
	])('finds %s', (_, change, isWanted) => {
		// digits of an id are found as well as those of a name
		const text = change.text?.split(' ')[1];
		const wanted = cameras.filter((item) => isWanted(item) || (text && item.id.includes(text)));
		expect(find(change)).toEqual(wanted.map(({ id }) => id));
	});

	test('sorts by name as people count, and by status', () => {
		const names = find({ sort: 'name' }).map((id) => items.get(id as Item['id'])?.properties.name);
		expect(names).toEqual(Array.from({ length: 3000 }, (_, i) => `Pole ${i}`));
		const status = find({ sort: 'status' }).map(
			(id) => (items.get(id as Item['id'])?.properties as CameraProperties).health ?? 'working'
		);
		expect(status).toEqual([...status].sort());
	});

	test('of all kinds it finds so many and no more', () => {
		expect(find({ kind: 'all', text: 'pole', most: 2 })).toEqual(['gate', 'camera-0']);
	});

	test('after an edit it finds what a new search would, and looks only at what was touched', () => {
		const search = new ThingSearch();
		find({ text: 'parks' }, search);
		const gone = cameras[1] as Camera;
		const changed = { ...cameras[2], properties: { owner: 'Parks' } } as Camera;
		const next = items.with([changed], [gone.id]);
		let looked = 0;
		for (const row of next.rowsOfKind('camera')) {
			const filter = row.filter.bind(row);
			Object.assign(row, { filter: (...args: Parameters<typeof filter>) => (looked++, filter(...args)) });
		}
		const again = find({ text: 'parks' }, search, next);
		expect(looked).toBe(1);
		expect(again).toEqual(find({ text: 'parks' }, new ThingSearch(), next));
		expect(looked).toBe(1 + next.rowsOfKind('camera').length);
	});

	test('forgets what it found once the words or the filter are others', () => {
		const search = new ThingSearch();
		for (const change of [
			{ text: 'rail' },
			{ text: 'parks' },
			{ text: 'parks', cameras: { ...EVERY_CAMERA, integrated: false } },
			{ text: '', cameras: { ...EVERY_CAMERA, integrated: false } }
		]) {
			expect(find(change, search)).toEqual(find(change));
		}
	});

	test('goes in steps', () => {
		expect(
			run(new ThingSearch().steps(items, { ...query, text: 'pole', sort: 'name' })).steps
		).toBeGreaterThan(15);
	});
});

test('owners come with how many cameras they have, most first, those without one as empty text', () => {
	const counted = (of: typeof items): Map<string, number> => {
		const counts = new Map<string, number>();
		for (const item of of.values()) {
			if (item.kind !== 'camera') continue;
			const { owner = '' } = item.properties;
			counts.set(owner, (counts.get(owner) ?? 0) + 1);
		}
		return counts;
	};
	const next = items.with([{ ...(cameras[0] as Camera), properties: { owner: 'Harbour' } }], []);
	for (const of of [items, next]) {
		const owners = cameraOwners(of);
		expect(new Map(owners.map(({ owner, cameras: n }) => [owner, n]))).toEqual(counted(of));
		expect(owners.map(({ cameras: n }) => n)).toEqual(
			owners.map(({ cameras: n }) => n).sort((a, b) => b - a)
		);
	}
	expect(cameraOwners(next).at(-1)).toEqual({ owner: 'Harbour', cameras: 1 });
});

test.each([
	[EVERY_CAMERA, false],
	[{ ...EVERY_CAMERA, owners: [] }, true],
	[{ ...EVERY_CAMERA, integrated: false }, true]
])('%j keeps something out: %s', (filter, isOne) => {
	expect(isFiltering(filter)).toBe(isOne);
	if (!isOne) expect(cameras.every((item) => passesFilter(item, filter))).toBe(true);
});

test('sortSteps sorts as sort does, steadily', () => {
	const entry = fc.record({ key: fc.nat(40), at: fc.nat() });
	fc.assert(
		fc.property(fc.array(entry, { minLength: 0, maxLength: 3000, size: 'max' }), (list) => {
			const compare = (a: { key: number }, b: { key: number }): number => a.key - b.key;
			expect(run(sortSteps(list, compare)).answer).toEqual([...list].sort(compare));
		}),
		{ seed: 8, numRuns: 60 }
	);
});
