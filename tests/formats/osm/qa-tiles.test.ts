import { describe, expect, test } from 'vitest';
import { encodeTile, TILE_EXTENT, type TileFeature } from '../../../src/lib/formats/mvt-encode.ts';
import { lineCommands, pointCommands, ringCommands } from '../../../src/lib/formats/mvt-geometry.ts';
import { BEYOND_DATA } from '../../../src/lib/formats/osm/osm-sink.ts';
import { readQaTiles, type QaTile } from '../../../src/lib/formats/osm/qa-tiles.ts';
import { OsmRecord } from '../../support/osm-record.ts';

const E = TILE_EXTENT;
const tile = (x: number, y: number, features: TileFeature[]): QaTile => ({
	name: `3-${x}-${y}.mvt`,
	z: 3,
	x,
	y,
	bytes: encodeTile([{ name: 'osm', features }])
});
const road = (id: number, path: number[], more = {}): TileFeature => ({
	type: 2,
	geometry: lineCommands([path]),
	properties: { '@id': id, '@user': 'someone', '@uid': 5, highway: 'residential', ...more }
});
const read = (...tiles: QaTile[]) => {
	const record = new OsmRecord();
	readQaTiles(tiles, record);
	return record;
};

describe('readQaTiles', () => {
	test('a way cut at a border is whole again, in its direction', () => {
		const record = read(tile(4, 4, [road(7, [100, 50, E, 60])]), tile(5, 4, [road(7, [0, 60, 300, 70])]));
		expect(record.ways).toHaveLength(1);
		expect(record.ways[0].refs).toHaveLength(3);
		expect(record.nodes).toHaveLength(3);
		const [from, , to] = record.ways[0].refs.map((ref) => record.nodes[ref]);
		expect(from.lng7).toBeLessThan(to.lng7);
	});

	test('a way that leaves and comes back is one, whatever tile comes first', () => {
		const left = tile(4, 4, [road(7, [10, 10, E, 10]), road(7, [E, 90, 10, 90])]);
		const right = tile(5, 4, [road(7, [0, 10, 50, 50, 0, 90])]);
		for (const tiles of [
			[left, right],
			[right, left]
		]) {
			const { ways } = read(...tiles);
			expect(ways.map((way) => way.refs.length)).toEqual([5]);
		}
	});

	test('an end that no tile continues leads beyond the data', () => {
		const [way] = read(tile(4, 4, [road(7, [0, 50, 100, 60])])).ways;
		expect(way.refs[0]).toBe(BEYOND_DATA);
		expect(way.refs).toHaveLength(3);
	});

	test('who edited is dropped, whatever else is tagged stays', () => {
		const [way] = read(tile(4, 4, [road(7, [5, 5, 9, 9], { name: 'Abai' })])).ways;
		expect(way.id).toBe(7);
		expect(way.tags).toEqual({ highway: 'residential', name: 'Abai' });
	});

	test('ways meet at a shared pixel only', () => {
		const { ways } = read(
			tile(4, 4, [road(1, [0 + 5, 50, 50, 50, 90, 50]), road(2, [50, 5, 50, 50]), road(3, [70, 5, 70, 95])])
		);
		expect(ways[1].refs[1]).toBe(ways[0].refs[1]);
		expect(ways[2].refs.filter((ref) => ways[0].refs.includes(ref))).toEqual([]);
	});

	test('a roundabout drawn as an area and cut gets no road along the border', () => {
		const half = (path: number[]): TileFeature => ({
			...road(9, path, { junction: 'roundabout' }),
			type: 3,
			geometry: ringCommands([path])
		});
		const { ways } = read(
			tile(4, 4, [half([E, 40, E, 80, E - 30, 60])]),
			tile(5, 4, [half([0, 40, 30, 60, 0, 80])])
		);
		expect(ways).toHaveLength(1);
		expect(ways[0].refs).toHaveLength(5);
		expect(ways[0].refs[0]).toBe(ways[0].refs[4]);
	});

	test('points give their tags to the node of that place', () => {
		const gate: TileFeature = {
			type: 1,
			geometry: pointCommands([50, 50]),
			properties: { '@id': 3, barrier: 'gate' }
		};
		const record = read(tile(4, 4, [gate, road(1, [5, 5, 50, 50, 90, 90])]));
		expect(record.nodes[record.ways[0].refs[1]].tags).toEqual({ barrier: 'gate' });
	});

	test.each([
		[
			'another layer',
			encodeTile([{ name: 'water', features: [road(1, [0, 0, 9, 9])] }]),
			/layers: water, wanted a layer named osm/
		],
		['no tile at all', new TextEncoder().encode('hello, world, hello'), /wanted/]
	])('%s is refused by name', (_, bytes, message) => {
		const bad = { name: '3-4-4.mvt', z: 3, x: 4, y: 4, bytes };
		expect(() => read(bad)).toThrow(message);
		expect(() => read(bad)).toThrow(/^3-4-4\.mvt: /);
	});
});
