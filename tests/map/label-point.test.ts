import fc from 'fast-check';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { booleanPointInPolygon } from '@turf/turf';
import { describe, expect, test } from 'vitest';
import { labelPoint } from '../../src/lib/map/plan/label-point.ts';

const polygon = (...coordinates: Position[][]): Polygon => ({ type: 'Polygon', coordinates });
const square = (x: number, y: number, side: number): Position[] => [
	[x, y],
	[x + side, y],
	[x + side, y + side],
	[x, y + side],
	[x, y]
];

describe('labelPoint', () => {
	test('of a square is its middle', () => {
		expect(labelPoint(polygon(square(0, 0, 10)))).toEqual([5, 5]);
	});

	test.each([
		[
			'a U, whose centre of mass lies outside',
			polygon([
				[0, 0],
				[10, 0],
				[10, 10],
				[8, 10],
				[8, 1],
				[2, 1],
				[2, 10],
				[0, 10],
				[0, 0]
			])
		],
		['a square with a hole in the middle', polygon(square(0, 0, 10), square(3, 3, 4).reverse())],
		[
			'a thin sickle',
			polygon([
				[0, 0],
				[10, 5],
				[0, 10],
				[8, 5],
				[0, 0]
			])
		]
	])('of %s lies inside', (_, shape) => {
		expect(booleanPointInPolygon(labelPoint(shape), shape)).toBe(true);
	});

	test('of several parts lies in the widest', () => {
		const shape: MultiPolygon = {
			type: 'MultiPolygon',
			coordinates: [[square(0, 0, 1)], [square(20, 0, 5)]]
		};
		expect(labelPoint(shape)[0]).toBeCloseTo(22.5, 9);
	});

	test.each([
		[
			'a shape without inside',
			polygon([
				[3, 4],
				[3, 4],
				[3, 4]
			]),
			[3, 4]
		],
		['an empty one', polygon(), [0, 0]]
	])('of %s is a point all the same', (_, shape, expected) => {
		expect(labelPoint(shape)).toEqual(expected);
	});

	test('of any star-shaped outline lies inside', () => {
		const reach = fc.array(fc.double({ min: 1, max: 10, noNaN: true }), { minLength: 3, maxLength: 24 });
		fc.assert(
			fc.property(reach, (reaches) => {
				const ring = reaches.map((r, i): Position => {
					const angle = (2 * Math.PI * i) / reaches.length;
					return [r * Math.cos(angle), r * Math.sin(angle)];
				});
				const shape = polygon([...ring, ring[0] as Position]);
				expect(booleanPointInPolygon(labelPoint(shape), shape)).toBe(true);
			}),
			{ seed: 3, numRuns: 300 }
		);
	});
});
