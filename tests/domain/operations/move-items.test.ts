import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { applyEdit, type Edit } from '../../../src/lib/domain/edit.ts';
import type { Item, ItemId } from '../../../src/lib/domain/items.ts';
import { moveItems } from '../../../src/lib/domain/operations/move-items.ts';
import { isRefusal } from '../../../src/lib/domain/refusal.ts';
import { arbitraryPlan } from '../../support/arbitrary-plan.ts';
import { checkpoint, planOf, ring } from '../../support/plan-samples.ts';

const ids = (...names: string[]): ItemId[] => names as ItemId[];

function zone(id: string, west: number, rank: number, kind = 'patrol-zone', level?: string): Item {
	const [e, s, n] = [west + 0.01, 51, 51.01];
	const coordinates = [
		[
			[west, s],
			[e, s],
			[e, n],
			[west, n],
			[west, s]
		]
	];
	const properties = level === undefined ? { name: id } : { name: id, level };
	return { id, kind, rank, geometry: { type: 'Polygon', coordinates }, properties } as unknown as Item;
}

const places = (item: Item | undefined): number[][] => {
	const nested = item?.geometry.coordinates as unknown as number[];
	return typeof nested[0] === 'number'
		? [nested]
		: (nested.flat(item?.geometry.type === 'Polygon' ? 1 : 0) as never);
};
const flat = (item: Item): number[] => (item.geometry.coordinates as Position[]).flat(4);

describe('moveItems', () => {
	test('moves all by the same, in the order of the plan, as one edit', () => {
		const plan = planOf([ring('r', 1, 0.1, 3), checkpoint('c', 71, 1)]);
		const edit = moveItems(plan, ids('r', 'c', 'gone', 'r'), [0.01, -0.02]) as Edit;
		expect(edit.label).toEqual({ verb: 'move', kind: undefined, count: 2 });
		expect(edit.put.map(({ id }) => id)).toEqual(['c', 'r']);
		expect(places(edit.put[0])).toEqual([[71.01, 50.98]]);
		expect(places(edit.put[1])[0]).toEqual([70.91, 50.88]);
	});

	test('a checkpoint loses the roads it was confirmed to close, a camera keeps its heads', () => {
		const gate = { ...checkpoint('c', 71), properties: { ring: 'r', controls: [{ way: 1, at: [71, 51] }] } };
		const heads = [{ azimuthDeg: 10 }, { azimuthDeg: 90 }];
		const pole = { ...checkpoint('p', 71.1, 1), kind: 'camera', properties: { heads } };
		const edit = moveItems(planOf([gate, pole] as never), ids('c', 'p'), [0.001, 0]) as Edit;
		expect(edit.put.map(({ properties }) => properties)).toEqual([{ ring: 'r' }, { heads }]);
	});

	test('neighbours that move together keep the border they share', () => {
		const plan = planOf([zone('a', 71, 0), zone('b', 71.01, 1)]);
		const edit = moveItems(plan, ids('b', 'a'), [0.00123456789, 0]) as Edit;
		const [a, b] = edit.put;
		expect(places(a)[1]).toEqual(places(b)[0]);
		expect(places(a)[2]).toEqual(places(b)[3]);
	});

	test.each([
		['a zone onto one that stays', [zone('a', 71, 0), zone('b', 71.01, 1)], [0.001, 0], 'overlaps'],
		[
			'an area onto one of its level',
			[zone('a', 71, 0, 'area', 'county'), zone('b', 71.01, 1, 'area', 'county')],
			[0.001, 0],
			'overlaps'
		],
		['a locked one', [{ ...checkpoint('a', 71), properties: { locked: true } }], [0.001, 0], 'locked'],
		['past the edge of the world', [checkpoint('a', 179.999)], [0.01, 0], 'outside-the-world'],
		['nothing at all', [], [0.01, 0], 'no-such-item']
	] as const)('refuses %s', (_, items, by, reason) => {
		const no = moveItems(planOf(items as unknown as Item[]), ids('a'), by);
		expect(isRefusal(no) && no.reason).toBe(reason);
	});

	test.each([
		[
			'an area onto one of another level',
			[zone('a', 71, 0, 'area', 'county'), zone('b', 71.01, 1, 'area', 'village')]
		],
		['a zone onto an area', [zone('a', 71, 0), zone('b', 71.01, 1, 'area')]],
		['a zone off the one it lies over', [zone('a', 71, 0), zone('b', 71.005, 1)], -0.001]
	] as const)('moves %s', (_, items, by: number = 0.001) => {
		expect(isRefusal(moveItems(planOf(items), ids('a'), [by, 0]))).toBe(false);
	});

	test('two that lie over each other are moved together, to where degrees are wider', () => {
		const plan = planOf([zone('a', 71, 0), zone('b', 71.005, 1)]);
		expect(isRefusal(moveItems(plan, ids('a', 'b'), [0, -5]))).toBe(false);
	});

	test('moved by less than a grid unit nothing is changed', () => {
		expect(moveItems(planOf([checkpoint('a', 71)]), ids('a'), [4e-8, 0])).toMatchObject({ put: [] });
	});

	test('there and back is where it was, whatever the order of the ids', () => {
		const step = fc.integer({ min: -200_000, max: 200_000 }).map((units) => units / 1e7);
		let moved = 0;
		fc.assert(
			fc.property(arbitraryPlan, step, step, (plan, dLng, dLat) => {
				const all = [...plan.items.keys()];
				const there = moveItems(plan, all, [dLng, dLat]);
				expect(moveItems(plan, [...all].reverse(), [dLng, dLat])).toEqual(there);
				if (isRefusal(there) || there.put.length === 0) return;
				moved++;
				const back = moveItems(applyEdit(plan, there).plan, all, [-dLng, -dLat]);
				if (isRefusal(back)) throw new Error(back.reason);
				for (const item of back.put) {
					const before = flat(plan.items.get(item.id) as Item);
					flat(item).forEach((value, i) =>
						expect(Math.abs(value - before[i])).toBeLessThanOrEqual(0.5e-7 + 1e-12)
					);
				}
				const again = moveItems(applyEdit(plan, there).plan, all, [0, 0]) as Edit;
				expect(again.put).toEqual([]);
			})
		);
		expect(moved).toBeGreaterThan(50);
	});
});
