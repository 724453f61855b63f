import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../src/lib/domain/edit.ts';
import { doEdit, EMPTY_HISTORY, redo, undo } from '../../src/lib/domain/history.ts';
import { ItemMap } from '../../src/lib/domain/item-map.ts';
import { KINDS, type Item, type ItemId, type Kind } from '../../src/lib/domain/items.ts';
import { itemsOfKind, type Plan } from '../../src/lib/domain/plan.ts';

const thing = (id: string, kind: Kind = 'camera', rank = 0): Item =>
	({ id, kind, rank, properties: {}, geometry: { type: 'Point', coordinates: [71, 51] } }) as unknown as Item;
const many = (count: number): Item[] =>
	Array.from({ length: count }, (_, i) => thing(`c-${i}`, i % 100 === 50 ? 'area' : 'camera', i));

/** The slow, obvious map of the same items. */
type Model = Map<ItemId, Item>;
function edit(model: Model, put: readonly Item[], drop: readonly ItemId[]): Model {
	const next = new Map(model);
	for (const id of drop) next.delete(id);
	for (const item of put) next.set(item.id, item);
	return next;
}

function expectSame(map: ItemMap, model: Model): void {
	expect(map.size).toBe(model.size);
	expect([...map]).toEqual([...model]);
	expect([...map.keys()]).toEqual([...model.keys()]);
	for (const kind of KINDS) {
		const wanted = [...model.values()].filter((item) => item.kind === kind);
		expect(map.ofKind(kind)).toEqual(wanted);
		expect(map.rowsOfKind(kind).flat()).toEqual(wanted);
		expect(map.countOf(kind)).toBe(wanted.length);
	}
	expect(map.lastRank()).toBe(Math.max(-1, ...[...model.values()].map(({ rank }) => rank)));
}

const ids = fc.integer({ min: 0, max: 12 }).map((n) => `id-${n}` as ItemId);
const items = fc
	.tuple(ids, fc.constantFrom<Kind>('camera', 'area', 'checkpoint'), fc.nat(99))
	.map(([id, kind, rank]) => thing(id, kind, rank));
const edits = fc.record({ put: fc.array(items, { maxLength: 4 }), drop: fc.array(ids, { maxLength: 4 }) });

describe('ItemMap', () => {
	test('is what a plain map would be after any edits, and every map before them stays as it was', () => {
		let [met, redropped] = [0, 0];
		fc.assert(
			fc.property(fc.array(items), fc.array(edits, { maxLength: 30 }), (first, walk) => {
				let model: Model = new Map(first.map((item) => [item.id, item]));
				let map = ItemMap.from(first);
				const before: [ItemMap, Model][] = [[map, model]];
				for (const { put, drop } of walk) {
					met++;
					if (drop.some((id) => model.has(id) && put.some((item) => item.id === id))) redropped++;
					// lists that were asked for are handed on to the next map
					map.ofKind('camera');
					map.lastRank();
					map = map.with(put, drop);
					model = edit(model, put, drop);
					before.push([map, model]);
				}
				for (const [then, wanted] of before) expectSame(then, wanted);
			}),
			{ seed: 3, numRuns: 200 }
		);
		expect(redropped / met).toBeGreaterThan(0.05);
	});

	test('keeps its order over many rows, and while most of it is dropped', () => {
		const all = many(3000);
		let map = ItemMap.from(all);
		let model: Model = new Map(all.map((item) => [item.id, item]));
		for (let i = 0; i < 3000; i += 60) {
			const drop = all.slice(i, i + 50).map(({ id }) => id);
			const put = [thing(`new-${i}`, 'area', 5000 + i), thing(`c-${2999 - i}`, 'station', i)];
			map = map.with(put, drop);
			model = edit(model, put, drop);
			expectSame(map, model);
		}
		expect(model.size).toBeLessThan(700);
	});

	test('grown one by one it is what it would be made at once', () => {
		const all = many(1500);
		let map = ItemMap.from([]);
		for (const item of all) map = map.with([item], []);
		expectSame(map, new Map(all.map((item) => [item.id, item])));
	});

	test('filled bit by bit it is what it would be made at once', () => {
		const all = many(1500);
		const filling = ItemMap.filling(10);
		for (let i = 0; i < all.length; i += 400) filling.add(all.slice(i, i + 400));
		expectSame(filling.done(), new Map(all.map((item) => [item.id, item])));
	});

	test('of several with one id the last stands at the place of the first', () => {
		const map = ItemMap.from([thing('a', 'area'), thing('b'), thing('a', 'station')]);
		expect([...map.values()].map(({ id, kind }) => [id, kind])).toEqual([
			['a', 'station'],
			['b', 'camera']
		]);
	});

	test.each<[string, (map: ItemMap) => ItemMap]>([
		['an edit of another kind', (map) => map.with([thing('x', 'station')], [])],
		['a drop of another kind', (map) => map.with([], ['c-50' as ItemId])],
		['an edit of nothing', (map) => map.with([], ['nobody' as ItemId])]
	])('%s leaves the list of a kind the same one', (_, change) => {
		const map = ItemMap.from(many(2000));
		const list = map.ofKind('camera');
		expect(change(map).ofKind('camera')).toBe(list);
	});

	test('an edit leaves the rows that it does not touch the same ones', () => {
		const map = ItemMap.from(many(5120));
		const before = map.rowsOfKind('camera');
		const after = map.with([thing('c-1000', 'camera', 7)], []).rowsOfKind('camera');
		expect(after.map((row, i) => row === before[i])).toEqual(before.map((_, i) => i !== 1));
	});

	test('is called and iterated as a map', () => {
		const map: ReadonlyMap<ItemId, Item> = ItemMap.from([thing('a'), thing('b')]);
		const heard: unknown[] = [];
		map.forEach(function (this: unknown, item, id, whole) {
			heard.push([this, item.id, id, whole === map]);
		}, 'self');
		expect(heard).toEqual([
			['self', 'a', 'a', true],
			['self', 'b', 'b', true]
		]);
		expect(map.has('a' as ItemId)).toBe(true);
		expect(map.get('c' as ItemId)).toBe(undefined);
	});
});

describe('edits of a large plan', () => {
	const plan: Plan = { header: { format: 1, name: 'Large' }, items: ItemMap.from(many(20_000)) };

	test('10,000 of them are undone to the first state and done again to the last', () => {
		let [now, history] = [plan, EMPTY_HISTORY];
		for (let i = 0; i < 10_000; i++) {
			const id = `c-${(i * 7) % 20_000}` as ItemId;
			const change =
				i % 3 === 0
					? { put: [], drop: [id] }
					: { put: [thing(i % 3 === 1 ? `new-${i}` : id, 'camera', 30_000 + i)], drop: [] };
			({ plan: now, history } = doEdit(now, history, { label: { verb: 'change' }, ...change }));
		}
		const last = now;
		for (let back = undo(now, history); back; back = undo(now, history)) {
			({ plan: now, history } = back);
		}
		const byId = (items: Iterable<Item>): Item[] => [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
		expect(byId(now.items.values())).toEqual(byId(plan.items.values()));
		for (let on = redo(now, history); on; on = redo(now, history)) {
			({ plan: now, history } = on);
		}
		expect(byId(now.items.values())).toEqual(byId(last.items.values()));
	});

	test('what is listed by kind may be sorted by whoever asked', () => {
		const cameras = itemsOfKind(plan, 'area');
		cameras.reverse();
		expect(itemsOfKind(plan, 'area')[0]?.rank).toBe(50);
	});

	test('an edit of a plain map gives the plan that it should', () => {
		const plain: Plan = { ...plan, items: new Map(many(3).map((item) => [item.id, item])) };
		const { plan: next, inverse } = applyEdit(plain, {
			label: { verb: 'move' },
			put: [thing('c-1', 'camera', 9)],
			drop: ['c-0' as ItemId, 'nobody' as ItemId]
		});
		expect([...next.items.values()].map(({ id, rank }) => [id, rank])).toEqual([
			['c-1', 9],
			['c-2', 2]
		]);
		expect(inverse.put.map(({ id }) => id)).toEqual(['c-0', 'c-1']);
		expect(inverse.drop).toEqual(['nobody']);
		expect([...plain.items.keys()]).toEqual(['c-0', 'c-1', 'c-2']);
	});
});
