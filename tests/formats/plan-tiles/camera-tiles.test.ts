import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { describe, expect, test } from 'vitest';
import type { ItemId } from '../../../src/lib/domain/items.ts';
import { CameraTiles, type CameraMark } from '../../../src/lib/formats/plan-tiles/camera-tiles.ts';
import { mercatorX, mercatorY } from '../../../src/lib/geo/mercator.ts';

const [LNG, LAT] = [71.43, 51.13];

function mark(id: string, lng = LNG, lat = LAT, counted = true): CameraMark {
	const [x, y] = [Math.round(lng * 1e7), Math.round(lat * 1e7)];
	return {
		id: id as ItemId,
		lngGrid: x,
		latGrid: y,
		health: 'working',
		integrated: true,
		counted,
		reachDeg: 0.001,
		rings: () => [Int32Array.of(x, y, x + 10_000, y - 5_000, x + 10_000, y + 5_000)]
	};
}

function read(tiles: CameraTiles, z: number, lng = LNG, lat = LAT) {
	const x = Math.floor(mercatorX(lng) * 2 ** z);
	const y = Math.floor(mercatorY(lat) * 2 ** z);
	const layer = new VectorTile(new PbfReader(tiles.tile(z, x, y))).layers.cameras;
	return Array.from({ length: layer?.length ?? 0 }, (_, i) => {
		const feature = layer?.feature(i);
		return { row: feature?.id, type: feature?.type, ...feature?.properties };
	});
}

describe('CameraTiles', () => {
	test('counts cameras far out, each once', () => {
		const tiles = new CameraTiles();
		tiles.open(
			Array.from({ length: 50 }, (_, i) => mark(`c${i}`, LNG + (i % 7) * 1e-3, LAT + (i % 5) * 1e-3))
		);
		const total = read(tiles, 10).reduce((sum, feature) => sum + Number((feature as { n?: number }).n), 0);
		expect(total).toBe(50);
	});

	test('shows a sector and a point for each camera close in', () => {
		const tiles = new CameraTiles();
		tiles.open([mark('c1', LNG, LAT, false)]);
		const shown = { row: 0, id: 'c1', state: 'working', integrated: true, counted: false };
		expect(read(tiles, 15)).toEqual([
			{ ...shown, type: 3 },
			{ ...shown, type: 1 }
		]);
	});

	test('a moved camera leaves its old place and keeps its row', () => {
		const tiles = new CameraTiles();
		tiles.open([mark('c0'), mark('c1')]);
		tiles.put(mark('c1', LNG + 0.5));
		expect(read(tiles, 15).length).toBe(2);
		expect(read(tiles, 15, LNG + 0.5).length).toBe(2);
		tiles.drop('c1' as ItemId);
		expect(read(tiles, 15, LNG + 0.5)).toEqual([]);
	});

	test('a thousand edits give the tiles of a fresh start', () => {
		const marks = Array.from({ length: 1200 }, (_, i) =>
			mark(`c${i}`, LNG + (i % 40) * 1e-4, LAT + (i % 30) * 1e-4)
		);
		const edited = new CameraTiles();
		edited.open(marks.map((m) => mark(m.id, LNG + 1)));
		for (const m of marks) edited.put(m);
		const fresh = new CameraTiles();
		fresh.open(marks);
		expect(read(edited, 15)).toEqual(read(fresh, 15));
		expect(read(edited, 12)).toEqual(read(fresh, 12));
	});
});
