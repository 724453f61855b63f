import { describe, expect, test } from 'vitest';
import type { ControlRing, Item, ItemId } from '../../../../src/lib/domain/items.ts';
import type { Plan } from '../../../../src/lib/domain/plan.ts';
import { isRefusal } from '../../../../src/lib/domain/refusal.ts';
import { addDrawn } from '../../../../src/lib/editor/tools/drawing/finish-drawing.ts';
import type { LngLat } from '../../../../src/lib/geo/coordinates.ts';

const SQUARE: LngLat[] = [
	[0, 0],
	[1, 0],
	[1, 1],
	[0, 1]
];
const planOf = (...items: Item[]): Plan => ({
	header: { format: 1, name: '' },
	items: new Map(items.map((item) => [item.id, item]))
});
const ring = (level: 1 | 2 | 3): ControlRing => ({
	id: `ring-${level}` as ItemId,
	kind: 'control-ring',
	rank: level,
	geometry: { type: 'Polygon', coordinates: [[...SQUARE, SQUARE[0]].map((at) => [...at])] },
	properties: { level }
});
const put = (edit: ReturnType<typeof addDrawn>) => {
	if (isRefusal(edit)) throw new Error(edit.reason);
	return edit.put[0] as Item;
};

describe('addDrawn', () => {
	test('ground is closed and runs counter-clockwise, however it was drawn', () => {
		const closed = [...SQUARE, SQUARE[0]];
		for (const points of [SQUARE, [...SQUARE].reverse()]) {
			const zone = put(addDrawn(planOf(), 'draw-zone', points, 'z' as ItemId));
			expect(zone).toMatchObject({ id: 'z', kind: 'patrol-zone', properties: { level: 'city' } });
			const [exterior] = zone.geometry.coordinates as number[][][];
			expect(exterior?.[0]).toEqual(exterior?.at(-1));
			expect([...(exterior ?? [])].sort()).toEqual([...closed.slice(0, 4), exterior?.[0]].sort());
			expect(turnsLeft(exterior ?? [])).toBe(true);
		}
	});

	test.each([
		['the core first', [], 1],
		['then the outer', [ring(1)], 2],
		['what is missing in between', [ring(1), ring(3)], 2],
		['the border when all are there', [ring(1), ring(2), ring(3)], 3]
	])('a ring is %s', (_, rings, level) => {
		expect(put(addDrawn(planOf(...rings), 'draw-ring', SQUARE, 'new' as ItemId)).properties).toEqual({
			level
		});
	});

	test.each([
		['draw-area', 'area', { name: 'new', level: 'custom' }],
		['draw-key-site', 'key-site', { category: 'other' }],
		['draw-route', 'patrol-route', {}]
	] as const)('%s makes %s', (tool, kind, properties) => {
		expect(put(addDrawn(planOf(), tool, SQUARE, 'new' as ItemId))).toMatchObject({ kind, properties });
	});

	test('a route keeps its points in order', () => {
		expect(put(addDrawn(planOf(), 'draw-route', SQUARE, 'r' as ItemId)).geometry).toEqual({
			type: 'LineString',
			coordinates: SQUARE
		});
	});

	test.each([
		['an outline that crosses itself', [SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3]], 'self-crossing'],
		['two corners', [SQUARE[0], SQUARE[1]], 'too-few-points']
	])('%s is refused', (_, points, reason) => {
		const edit = addDrawn(planOf(), 'draw-zone', points as LngLat[], 'z' as ItemId);
		expect(isRefusal(edit) && edit.reason).toBe(reason);
	});
});

function turnsLeft(ring: number[][]): boolean {
	let twice = 0;
	for (let i = 0; i + 1 < ring.length; i++) {
		const [a, b] = [ring[i] as number[], ring[i + 1] as number[]];
		twice += (a[0] as number) * (b[1] as number) - (b[0] as number) * (a[1] as number);
	}
	return twice > 0;
}
