import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PointIds } from '../../src/lib/formats/osm/point-ids.ts';
import { NodeTable } from '../../tiles/build/node-table.ts';

test('a node table finds what was put in, sorted or not, the last of several', () => {
	const id = fc.integer({ min: 1, max: 60 }).map((n) => n * 2 ** 33);
	fc.assert(
		fc.property(fc.array(id, { maxLength: 80 }), fc.array(id, { maxLength: 80 }), (ids, asked) => {
			const table = new NodeTable();
			const expected = new Map<number, number>();
			ids.forEach((id, i) => {
				table.add(id, i, i + 1000);
				expected.set(id, i);
			});
			table.finish();
			for (const id of asked) {
				const row = table.rowOf(id);
				expect(row < 0 ? undefined : table.lng[row]).toBe(expected.get(id));
				if (row >= 0) expect(table.lat[row]).toBe(table.lng[row] + 1000);
			}
		}),
		{ numRuns: 300, seed: 6 }
	);
});

test('an empty table finds nothing', () => {
	const table = new NodeTable();
	table.finish();
	expect(table.rowOf(5)).toBe(-1);
});

test('places are numbered by their exact coordinates, in order of first mention', () => {
	const coordinate = fc.oneof(
		fc.integer({ min: -3, max: 3 }),
		fc.integer({ min: 2 ** 32 - 3, max: 2 ** 32 }),
		fc.integer({ min: -1.8e9, max: 1.8e9 })
	);
	fc.assert(
		fc.property(fc.array(fc.tuple(coordinate, coordinate), { maxLength: 200 }), (places) => {
			const points = new PointIds();
			const expected = new Map<string, number>();
			for (const [x, y] of places) {
				const key = `${x} ${y}`;
				if (!expected.has(key)) expected.set(key, expected.size);
				const id = points.idOf(x, y);
				expect(id).toBe(expected.get(key));
				expect([points.x(id), points.y(id)]).toEqual([x, y]);
			}
			expect(points.count).toBe(expected.size);
		}),
		{ numRuns: 200, seed: 9 }
	);
});

test('thousands of places keep their numbers while the table grows', () => {
	const points = new PointIds();
	for (let i = 0; i < 5000; i++) points.idOf(i * 7, -i);
	for (let i = 0; i < 5000; i++) expect(points.idOf(i * 7, -i)).toBe(i);
});
