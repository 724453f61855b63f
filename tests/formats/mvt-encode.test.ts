import { VectorTile } from '@mapbox/vector-tile';
import fc from 'fast-check';
import { PbfReader } from 'pbf';
import { describe, expect, test } from 'vitest';
import { encodeTile, type TileFeature } from '../../src/lib/formats/mvt-encode.ts';
import { lineCommands, pointCommands, ringCommands } from '../../src/lib/formats/mvt-geometry.ts';

const decode = (features: TileFeature[]) =>
	new VectorTile(new PbfReader(encodeTile([{ name: 'things', features }]))).layers.things;

describe('encodeTile', () => {
	test('nothing is no bytes', () => {
		expect(encodeTile([])).toHaveLength(0);
		expect(encodeTile([{ name: 'empty', features: [] }])).toHaveLength(0);
	});

	test('every kind of value comes back', () => {
		const properties = {
			name: '阿斯塔纳',
			level: -2,
			rows: 4_000_000_000,
			share: 0.25,
			held: true,
			open: false
		};
		const layer = decode([{ id: 219_999, type: 1, geometry: pointCommands([7, 9]), properties }]);
		expect(layer.extent).toBe(4096);
		expect(layer.feature(0).properties).toEqual(properties);
		expect(layer.feature(0).id).toBe(219_999);
	});

	test('a name, a number and a flag that read alike stay apart', () => {
		const layer = decode([
			{ type: 1, geometry: pointCommands([0, 0]), properties: { a: '1', b: 1, c: true, d: 'true' } }
		]);
		expect(layer.feature(0).properties).toEqual({ a: '1', b: 1, c: true, d: 'true' });
	});

	test('layers keep their order', () => {
		const features: TileFeature[] = [{ type: 1, geometry: pointCommands([1, 1]), properties: {} }];
		const tile = new VectorTile(
			new PbfReader(
				encodeTile([
					{ name: 'b', features },
					{ name: 'a', features }
				])
			)
		);
		expect(Object.keys(tile.layers)).toEqual(['b', 'a']);
	});
});

describe('geometry commands', () => {
	const coordinate = fc.integer({ min: -4096, max: 8192 });
	const path = (min: number) =>
		fc.uniqueArray(fc.tuple(coordinate, coordinate), { minLength: min, maxLength: 12, selector: String });

	test('points, lines and rings come back as they went in', () => {
		fc.assert(
			fc.property(fc.array(path(3), { minLength: 1, maxLength: 4 }), (paths) => {
				const flat = paths.map((p) => p.flat());
				const xy = paths.map((p) => p.map(([x, y]) => ({ x, y })));
				const layer = decode([
					{ type: 1, geometry: pointCommands(flat[0]), properties: {} },
					{ type: 2, geometry: lineCommands(flat), properties: {} },
					{ type: 3, geometry: ringCommands(flat), properties: {} }
				]);
				const plain = (i: number) =>
					layer
						.feature(i)
						.loadGeometry()
						.map((r) => r.map(({ x, y }) => ({ x, y })));
				expect(plain(0).flat()).toEqual(xy[0]);
				expect(plain(1)).toEqual(xy);
				expect(plain(2)).toEqual(xy.map((r) => [...r, r[0]]));
			}),
			{ numRuns: 200, seed: 7 }
		);
	});

	test.each([
		['a line that stands still', lineCommands([[5, 5, 5, 5, 5, 5]]), []],
		['a ring of two places', ringCommands([[0, 0, 9, 9, 0, 0]]), []],
		['no points', pointCommands([]), []]
	])('%s is nothing', (_, commands, expected) => {
		expect(commands).toEqual(expected);
	});

	test('what is passed over does not shift what follows', () => {
		const commands = lineCommands([
			[5, 5, 5, 5],
			[10, 10, 12, 10]
		]);
		expect(commands).toEqual(lineCommands([[10, 10, 12, 10]]));
	});
});
