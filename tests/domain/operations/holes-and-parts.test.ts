import type { Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { applyEdit, type Edit } from '../../../src/lib/domain/edit.ts';
import { gapAt } from '../../../src/lib/domain/fabric/gap-at.ts';
import { overlapsBetween } from '../../../src/lib/domain/fabric/fabric-faults.ts';
import { ItemMap } from '../../../src/lib/domain/item-map.ts';
import type { Item, ItemId } from '../../../src/lib/domain/items.ts';
import { removeHoles } from '../../../src/lib/domain/operations/remove-holes.ts';
import { takeApart } from '../../../src/lib/domain/operations/take-apart.ts';
import type { Plan } from '../../../src/lib/domain/plan.ts';
import { isRefusal, type Refusal } from '../../../src/lib/domain/refusal.ts';
import { areaOfAllM2 } from '../../../src/lib/geo/fabric/set-ground.ts';
import { groundShape } from '../../../src/lib/geo/fabric/ground-shape.ts';

/** A closed square of whole thousandths of a degree. */
const square = (x: number, y: number, size: number): Position[] =>
	[
		[x, y],
		[x + size, y],
		[x + size, y + size],
		[x, y + size],
		[x, y]
	].map(([east, north]) => [71 + east / 1000, 51 + north / 1000]);

const zone = (id: string, ...parts: Position[][][]): Item =>
	({
		id,
		kind: 'patrol-zone',
		rank: Number(id.split('-').at(-1)),
		geometry: { type: 'MultiPolygon', coordinates: parts },
		properties: { name: id }
	}) as unknown as Item;

const planOf = (...items: Item[]): Plan => ({
	header: { format: 1, name: '' },
	items: ItemMap.of(new Map(items.map((item) => [item.id, item])))
});
function done(plan: Plan, edit: Edit | Refusal): Plan {
	if (isRefusal(edit)) throw new Error(edit.reason);
	return applyEdit(plan, edit).plan;
}
const groundM2 = (plan: Plan, id: string): number => {
	const shape = groundShape((plan.items.get(id as ItemId) as Item).geometry);
	return areaOfAllM2([shape?.rings ?? []]);
};
const A = 'zone-1' as ItemId;

describe('removing holes', () => {
	const holed = zone('zone-1', [square(0, 0, 10), square(1, 1, 2), square(5, 5, 3)]);

	test('fills all of them', () => {
		const after = done(planOf(holed), removeHoles(planOf(holed), A));
		expect(groundM2(after, 'zone-1')).toBeCloseTo(
			groundM2(planOf(zone('z-1', [square(0, 0, 10)])), 'z-1'),
			3
		);
	});

	test('leaves an enclave to whom it belongs', () => {
		const plan = planOf(holed, zone('zone-2', [square(5, 5, 3)]));
		const after = done(plan, removeHoles(plan, A));
		expect(overlapsBetween([...after.items.values()])).toEqual([]);
		const both = groundM2(after, 'zone-1') + groundM2(after, 'zone-2');
		expect(both).toBeCloseTo(groundM2(planOf(zone('z-1', [square(0, 0, 10)])), 'z-1'), 3);
	});

	test.each([
		['one without a hole', [zone('zone-1', [square(0, 0, 10)])]],
		[
			'one whose only hole is held',
			[zone('zone-1', [square(0, 0, 9), square(1, 1, 2)]), zone('zone-2', [square(1, 1, 2)])]
		]
	])('refuses %s', (_, items) => {
		expect(removeHoles(planOf(...items), A)).toMatchObject({ reason: 'nothing-filled' });
	});
});

describe('taking apart', () => {
	const apart = zone('zone-1', [square(0, 0, 1)], [square(10, 0, 3), square(11, 1, 1)], [square(20, 0, 2)]);

	test('makes an item of each piece, the largest keeps the id, holes stay holes', () => {
		const plan = planOf(apart);
		const after = done(plan, takeApart(plan, A, ['zone-2', 'zone-3'] as ItemId[]));
		const one = groundM2(planOf(zone('z-1', [square(0, 0, 1)])), 'z-1');
		const figures = ['zone-1', 'zone-2', 'zone-3'].map((id) => groundM2(after, id) / one);
		expect(figures.map((figure) => Math.round(figure))).toEqual([8, 4, 1]);
		expect([...after.items.values()].map(({ properties }) => properties.name)).toEqual([
			'zone-1',
			'zone-1',
			'zone-1'
		]);
		expect([...after.items.values()].map(({ geometry }) => geometry.type)).toEqual([
			'Polygon',
			'Polygon',
			'Polygon'
		]);
	});

	test('refuses one piece, and an id that is there', () => {
		const plan = planOf(zone('zone-1', [square(0, 0, 1)]));
		expect(takeApart(plan, A, ['zone-2' as ItemId])).toMatchObject({ reason: 'nothing-split' });
		const two = planOf(apart, zone('zone-2', [square(50, 0, 1)]));
		expect(takeApart(two, A, ['zone-3', 'zone-2'] as ItemId[])).toMatchObject({ reason: 'duplicate-id' });
	});

	test('throws for too few ids', () => {
		expect(() => takeApart(planOf(apart), A, [])).toThrow(RangeError);
	});
});

describe('the gap at a place', () => {
	const west = zone('zone-1', [square(0, 0, 4)]);
	const around = [
		zone('zone-2', [square(4, 0, 4)]),
		zone('zone-3', [square(0, 4, 4)]),
		zone('zone-4', [square(5, 5, 4)], [square(4, 8, 1)], [square(8, 4, 1)])
	];
	const plan = planOf(west, ...around);

	test('is what the fabric encloses, and says who lies beside', () => {
		const gap = gapAt(plan, west, [71.0045, 51.0045]);
		expect(gap?.beside).toContain('zone-2');
	});

	test.each([
		['within a zone', [71.001, 51.001]],
		['outside of all', [71.02, 51.02]]
	] as const)('is none %s', (_, place) => {
		expect(gapAt(plan, west, place)).toBeNull();
	});

	test('is another one after an edit', () => {
		const filled = planOf(west, ...around, zone('zone-5', [square(4, 4, 1)]));
		expect(gapAt(filled, west, [71.0045, 51.0045])).toBeNull();
	});
});
