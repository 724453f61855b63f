import type { Feature } from 'geojson';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Item, ItemId } from '../../src/lib/domain/items.ts';
import type { Crossing, Leak, SealAnswer } from '../../src/lib/domain/findings/sealing.ts';
import { language } from '../../src/lib/editor/language.svelte.ts';
import { itemFeatures } from '../../src/lib/map/plan/item-features.ts';
import { drawnItems, idsOfPreview, movedItems, without } from '../../src/lib/map/plan/drawn-items.ts';
import { itemDrawables, sealDrawables } from '../../src/lib/map/plan/plan-drawables.ts';
import { selectionLine, suggestionLine, verdictOnLine } from '../../src/lib/map/words/one-line.ts';

const square = [
	[
		[0, 0],
		[1, 0],
		[1, 1],
		[0, 1],
		[0, 0]
	]
];
const item = (kind: Item['kind'], geometry: object, properties: object, id = `${kind}-1`): Item =>
	({ id, kind, geometry, properties, rank: 0 }) as unknown as Item;
const point = { type: 'Point', coordinates: [71.4, 51.2] };
const polygon = { type: 'Polygon', coordinates: square };
const ring = item('control-ring', polygon, { level: 1, name: 'Core ring' });
const zone = item('patrol-zone', polygon, { team: 'Team 3', level: 'county', hours: 'Mo-Fr 07:00-22:00' });
const post = item('checkpoint', point, { name: 'North bridge', status: 'broken' });
const camera = item('camera', point, { health: 'impaired', integrated: false });
const site = item('key-site', polygon, { category: 'water' });

const crossing: Crossing = {
	ring: ring.id,
	number: 12,
	at: [71.4, 51.2],
	edge: 5,
	road: 'Kenesary',
	roadClass: 'primary',
	bridge: true,
	tunnel: false,
	state: 'open',
	checkpoint: null
};
const leak: Leak = {
	...crossing,
	number: 3,
	route: [
		[71.4, 51.2],
		[71.41, 51.2]
	],
	lengthM: 2100,
	roads: ['Kenesary']
};
const seal: SealAnswer = {
	rings: [
		{
			ring: ring.id,
			name: 'Core ring',
			level: 1,
			crossings: 12,
			held: 9,
			covered: 1,
			pockets: 1,
			open: 1,
			leaks: 7,
			sealed: false,
			minimumCut: 10
		}
	],
	crossings: [crossing],
	leaks: [leak],
	suggestions: [
		{ ring: ring.id, at: [71.4, 51.2], road: 'Kenesary', roadClass: 'primary', leaks: 2, controls: [] }
	],
	depth: 0,
	warnings: []
};
const plan = {
	header: { format: 1 as const, name: '' },
	items: new Map([ring, zone, post, camera, site].map((each) => [each.id, each]))
};
const answers = { shown: plan, seal, coverage: null, routes: null, drawn: {} };
const keys = (features: Feature[]) => features.map(({ properties }) => properties?.key as string);

beforeEach(() => language.use('en'));

describe('itemFeatures', () => {
	test('a ring carries its level, name and verdict', () => {
		const [feature] = itemFeatures(ring, seal.rings[0]);
		expect(feature?.properties).toMatchObject({
			id: ring.id,
			level: 1,
			name: 'Core ring',
			verdict: 'leaks',
			verdictText: '7 leaks'
		});
	});

	test('a ring without an answer carries no verdict, one without a name its level', () => {
		const nameless = item('control-ring', polygon, { level: 3 });
		const [feature] = itemFeatures(nameless, undefined);
		expect(feature?.properties).toMatchObject({ name: 'Border ring' });
		expect(feature?.properties).not.toHaveProperty('verdictText');
	});

	test('a zone shows its team at its centre', () => {
		const features = itemFeatures(zone, undefined);
		expect(features.map(({ properties }) => properties?.part)).toEqual(['shape', 'centre']);
		expect(features[1]).toMatchObject({
			geometry: { coordinates: [0.5, 0.5] },
			properties: { label: 'Team 3', id: zone.id }
		});
	});

	test.each([
		[
			'a checkpoint is staffed unless it says otherwise',
			item('checkpoint', point, {}),
			{ status: 'staffed' }
		],
		['a broken one is broken', post, { status: 'broken', label: 'North bridge' }],
		['a zone is the city’s unless it says otherwise', item('patrol-zone', polygon, {}), { level: 'city' }],
		['a key site tells its category', site, { category: 'water' }]
	])('%s', (_, each, expected) => {
		expect(itemFeatures(each, undefined)[0]?.properties).toMatchObject(expected);
	});

	test('cameras are tiles, not features', () => {
		expect(itemFeatures(camera, undefined)).toEqual([]);
	});

	test('no two features of a source share a key', () => {
		const all = [
			...[...drawnItems(plan)].map(([, items]) => [null, itemDrawables(items, seal, 'en')] as const),
			...sealDrawables(seal)
		];
		for (const [, drawables] of all) {
			const found = keys(drawables.flatMap((drawable) => drawable.features()));
			expect(new Set(found).size).toBe(found.length);
		}
	});
});

describe('what things are in one line', () => {
	test.each([
		['ring', { what: 'item', id: ring.id }, /^Core ring · .*7 leaks$/],
		['zone', { what: 'item', id: zone.id }, 'Patrol zone 1 · Team 3 · Mo-Fr 07:00-22:00'],
		['checkpoint', { what: 'item', id: post.id }, /^North bridge · Checkpoint · ./],
		['camera', { what: 'item', id: camera.id }, /^Camera 1 · .+ · not integrated$/],
		['key site', { what: 'item', id: site.id }, 'Key site 1 · Water'],
		[
			'crossing',
			{ what: 'crossing', ring: ring.id, number: 12 },
			'Crossing 12 · Open · Kenesary · bridge · Core ring'
		],
		['leak', { what: 'leak', ring: ring.id, number: 3 }, 'Leak 3 · Core ring · 2.1 km by Kenesary'],
		['something gone', { what: 'item', id: 'gone' as ItemId }, null],
		['a gap that no list has yet', { what: 'gap', id: 'g' }, null]
	] as const)('%s', (_, selection, expected) => {
		const line = selectionLine(selection, answers)?.replace(/\u202f/g, ' ') ?? null;
		if (expected instanceof RegExp) expect(line).toMatch(expected);
		else expect(line).toBe(expected);
	});

	test('a gap that the list does not have yet is told by what its tile knows', () => {
		expect(selectionLine({ what: 'gap', id: 'g' }, answers, 'no-patrol')).toBe('Gap · No patrol');
	});

	test('in Chinese too', () => {
		language.use('zh');
		expect(verdictOnLine({ sealed: true, leaks: 0 })).toBe('已封闭');
		expect(selectionLine({ what: 'crossing', ring: ring.id, number: 12 }, answers)).toMatch(/^道口12 · 未控/);
		expect(suggestionLine({ leaks: 2, road: null })).toBe('在此增设卡口可封闭2处漏口');
		expect(itemFeatures(ring, seal.rings[0])[0]?.properties?.verdictText).toMatch(/7\s?处漏口/);
	});

	test.each([
		[{ sealed: true, leaks: 0 }, 'sealed'],
		[{ sealed: false, leaks: 1 }, '1 leak'],
		[{ sealed: false, leaks: 7 }, '7 leaks']
	])('verdict of %j', (verdict, expected) => {
		expect(verdictOnLine(verdict)).toBe(expected);
	});
});

describe('drawables', () => {
	test('the same answer given again draws nothing anew', () => {
		const again = structuredClone(seal);
		for (const [source, drawables] of sealDrawables(seal)) {
			expect(
				sealDrawables(again)
					.get(source)
					?.map(({ from }) => from)
			).toEqual(drawables.map(({ from }) => from));
		}
	});

	test('a ring is drawn anew when its verdict changes, a zone is not', () => {
		const sealed = { ...seal, rings: seal.rings.map((verdict) => ({ ...verdict, sealed: true, leaks: 0 })) };
		const from = (answer: SealAnswer, source: 'rings' | 'zones') =>
			itemDrawables(drawnItems(plan).get(source) ?? [], answer, 'en')[0]?.from;
		expect(from(sealed, 'rings')).not.toEqual(from(seal, 'rings'));
		expect(from(sealed, 'zones')).not.toEqual(undefined);
		expect(from(sealed, 'zones')?.[0]).toBe(from(seal, 'zones')?.[0]);
	});
});

describe('drawnItems', () => {
	const drawn = drawnItems(plan);
	const moved = { ...post, geometry: { type: 'Point' as const, coordinates: [71.5, 51.2] } } as Item;

	test('cameras are left out', () => {
		expect([...drawn.values()].flat()).toHaveLength(plan.items.size - 1);
	});

	const edit = (put: Item[], drop: Item['id'][] = []) => ({ label: { verb: 'move' as const }, put, drop });

	test('without a preview it is the same', () => {
		expect(without(drawn, idsOfPreview(null))).toBe(drawn);
		expect(movedItems(null).size).toBe(0);
	});

	test.each([
		['moved', edit([moved]), [moved]],
		['taken out', edit([], [post.id]), undefined]
	])('a checkpoint that a preview has %s leaves its list, and no other changes', (_, preview, expected) => {
		const still = without(drawn, idsOfPreview(preview));
		expect(still.get('checkpoints')).toEqual([]);
		for (const [source, items] of drawn) if (source !== 'checkpoints') expect(still.get(source)).toBe(items);
		expect(drawn.get('checkpoints')).toEqual([post]);
		expect(movedItems(preview).get('checkpoints')).toEqual(expected);
	});

	test('a dragged camera touches no list: it comes as tiles', () => {
		const preview = edit([camera]);
		const still = without(drawn, idsOfPreview(preview));
		for (const [source, items] of drawn) expect(still.get(source)).toBe(items);
		expect(movedItems(preview).size).toBe(0);
	});
});
