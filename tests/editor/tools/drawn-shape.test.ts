import type { Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { ControlRing, Item, ItemId } from '../../../src/lib/domain/items.ts';
import { isRefusal } from '../../../src/lib/domain/refusal.ts';
import {
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
const ring = (level: 1 | 2 | 3): ControlRing => ({
	id: `ring-${level}` as ItemId,
	kind: 'control-ring',
	rank: level,
	geometry: { type: 'Polygon', coordinates: [square(0, 0, level)] },
	properties: { level }
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
