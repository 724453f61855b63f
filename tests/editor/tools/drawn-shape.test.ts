import type { Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { ControlRing, Item, ItemId, PatrolZone } from '../../../src/lib/domain/items.ts';
import type { Plan } from '../../../src/lib/domain/plan.ts';
import { isRefusal } from '../../../src/lib/domain/refusal.ts';
import {
	addDrawn,
	isShaped,
	outlinesOf,
	reshapeOutlines,
	type Shaped
} from '../../../src/lib/editor/tools/drawn-shape.ts';

const square = (west: number, south: number, side: number): Position[] => [
	[west, south],
	[west + side, south],
	[west + side, south + side],
	[west, south + side],
	[west, south]
];
const bowTie: Position[] = [
	[0, 0],
	[1, 1],
	[1, 0],
	[0, 1],
	[0, 0]
];
const planOf = (...items: Item[]): Plan => ({
	header: { format: 1, name: '' },
	items: new Map(items.map((item) => [item.id, item]))
});
const ring = (level: 1 | 2 | 3): ControlRing => ({
	id: `ring-${level}` as ItemId,
	kind: 'control-ring',
	rank: level,
	geometry: { type: 'Polygon', coordinates: [square(0, 0, level)] },
	properties: { level }
});
const put = (edit: ReturnType<typeof addDrawn>) => {
	if (isRefusal(edit)) throw new Error(edit.reason);
	return edit.put[0] as Item;
};

describe('addDrawn', () => {
	test('a zone is the city’s until someone says otherwise, its outline counter-clockwise', () => {
		const zone = put(addDrawn(planOf(), 'draw-zone', square(0, 0, 1).reverse(), 'z' as ItemId));
		expect(zone).toMatchObject({ id: 'z', kind: 'patrol-zone', properties: { level: 'city' } });
		expect(zone.geometry).toEqual({ type: 'Polygon', coordinates: [square(0, 0, 1)] });
	});

	test.each([
		['the core first', [], 1],
		['then the outer', [ring(1)], 2],
		['what is missing in between', [ring(1), ring(3)], 2],
		['the border when all are there', [ring(1), ring(2), ring(3)], 3]
	])('a ring is %s', (_, rings, level) => {
		const drawn = put(addDrawn(planOf(...rings), 'draw-ring', square(0, 0, 1), 'new' as ItemId));
		expect(drawn.properties).toEqual({ level });
	});

	test('coordinates are kept to a centimetre', () => {
		const zone = put(
			addDrawn(planOf(), 'draw-zone', square(0.123456789, 0, 0.1), 'z' as ItemId)
		) as PatrolZone;
		expect(zone.geometry.coordinates[0]?.[0]).toEqual([0.1234568, 0]);
	});

	test.each([
		['an outline that crosses itself', bowTie, 'self-crossing'],
		[
			'two corners',
			[
				[0, 0],
				[1, 1],
				[0, 0]
			] as Position[],
			'too-few-points'
		]
	])('%s is refused', (_, outline, reason) => {
		const edit = addDrawn(planOf(), 'draw-zone', outline, 'z' as ItemId);
		expect(isRefusal(edit) && edit.reason).toBe(reason);
	});
});

describe('reshaping', () => {
	const hole = square(0.4, 0.4, 0.2).reverse();
	const twoParts = {
		id: 'z',
		kind: 'patrol-zone',
		rank: 0,
		geometry: { type: 'MultiPolygon', coordinates: [[square(0, 0, 1), hole], [square(5, 0, 1)]] },
		properties: {}
	} as unknown as Shaped;

	test('hands out one outline for each part', () => {
		expect(outlinesOf(twoParts)).toEqual([square(0, 0, 1), square(5, 0, 1)]);
		expect(outlinesOf(ring(2))).toEqual([square(0, 0, 2)]);
	});

	test('handed back as they are, the shape is the same', () => {
		const edit = reshapeOutlines(twoParts, outlinesOf(twoParts));
		expect(!isRefusal(edit) && edit.put[0]?.geometry).toEqual(twoParts.geometry);
	});

	test('one part moves, holes and the other part stay', () => {
		const edit = reshapeOutlines(twoParts, [square(0, 0, 2), square(5, 0, 1)]);
		expect(!isRefusal(edit) && edit.put[0]?.geometry.coordinates).toEqual([
			[square(0, 0, 2), hole],
			[square(5, 0, 1)]
		]);
	});

	test('an outline that crosses itself is refused', () => {
		const edit = reshapeOutlines(ring(1), [bowTie]);
		expect(isRefusal(edit) && edit.reason).toBe('self-crossing');
	});

	test('only outlines can be reshaped', () => {
		expect(isShaped(ring(1))).toBe(true);
		expect(isShaped(null)).toBe(false);
		const post = { geometry: { type: 'Point', coordinates: [0, 0] } } as Item;
		expect(isShaped(post)).toBe(false);
	});
});
