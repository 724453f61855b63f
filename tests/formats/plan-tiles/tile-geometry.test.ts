import { VectorTile } from '@mapbox/vector-tile';
import fc from 'fast-check';
import { PbfReader } from 'pbf';
import { describe, expect, test } from 'vitest';
import { encodeTile } from '../../../src/lib/formats/mvt-encode.ts';
import { TileFrame, tileBbox } from '../../../src/lib/formats/plan-tiles/tile-frame.ts';
import { latitudeOf, mercatorX, mercatorY } from '../../../src/lib/geo/mercator.ts';
import { TileGeometry } from '../../../src/lib/formats/plan-tiles/tile-geometry.ts';

const ASTANA = [71.43, 51.13] as const;
const GRID = 1e7;

function tileAt([lng, lat]: readonly [number, number], z: number): { z: number; x: number; y: number } {
	return { z, x: Math.floor(mercatorX(lng) * 2 ** z), y: Math.floor(mercatorY(lat) * 2 ** z) };
}

function square(at: readonly [number, number], halfDeg: number): Int32Array {
	const [lng, lat] = at;
	return Int32Array.of(
		...[
			[lng - halfDeg, lat - halfDeg],
			[lng + halfDeg, lat - halfDeg],
			[lng + halfDeg, lat + halfDeg],
			[lng - halfDeg, lat + halfDeg]
		].flatMap((p) => p.map((v) => Math.round(v * GRID)))
	);
}

function readBack(type: 1 | 2 | 3, geometry: number[]): { x: number; y: number }[][] {
	const bytes = encodeTile([{ name: 'a', features: [{ type, geometry, properties: {} }] }]);
	const layer = new VectorTile(new PbfReader(bytes)).layers.a;
	return layer ? layer.feature(0).loadGeometry() : [];
}

describe('TileFrame', () => {
	test('agrees with Mercator at every zoom, at the corners of tiles', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 18 }),
				fc.double({ min: -179, max: 179, noNaN: true }),
				fc.double({ min: -80, max: 80, noNaN: true }),
				(z, lng, lat) => {
					const { x, y } = tileAt([lng, lat], z);
					const frame = new TileFrame(z, x, y);
					const size = 2 ** z;
					expect(frame.px(lng * GRID)).toBeCloseTo((mercatorX(lng) * size - x) * 4096, 2);
					expect(Math.abs(frame.py(lat * GRID) - (mercatorY(lat) * size - y) * 4096)).toBeLessThan(0.1);
				}
			)
		);
	});

	test('latitudeOf undoes mercatorY', () => {
		for (const lat of [-80, -33.3, 0, 51.13, 79]) expect(latitudeOf(mercatorY(lat))).toBeCloseTo(lat, 9);
	});

	test('tileBbox holds what lies in the tile', () => {
		const { x, y } = tileAt(ASTANA, 14);
		const [west, south, east, north] = tileBbox(14, x, y);
		expect(west < ASTANA[0] && ASTANA[0] < east && south < ASTANA[1] && ASTANA[1] < north).toBe(true);
	});
});

describe('TileGeometry', () => {
	const { z, x, y } = tileAt(ASTANA, 14);

	test('a square around the tile becomes the tile and its buffer, clockwise to the eye', () => {
		const geometry = new TileGeometry(new TileFrame(z, x, y));
		geometry.ring(square(ASTANA, 0.5), 0, 4);
		const [ring] = readBack(3, geometry.takePolygon());
		const xs = ring?.map((p) => p.x) ?? [];
		const ys = ring?.map((p) => p.y) ?? [];
		expect([Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]).toEqual([
			-64, 4160, -64, 4160
		]);
		let area = 0;
		for (let i = 1; i < (ring?.length ?? 0); i++) {
			const [a, b] = [ring?.[i - 1], ring?.[i]];
			if (a && b) area += a.x * b.y - b.x * a.y;
		}
		expect(area).toBeGreaterThan(0);
	});

	test('a ring beside the tile leaves nothing', () => {
		const geometry = new TileGeometry(new TileFrame(z, x + 3, y));
		geometry.ring(square(ASTANA, 0.0001), 0, 4);
		expect(geometry.takePolygon()).toEqual([]);
	});

	test('a ring smaller than a unit leaves nothing', () => {
		const geometry = new TileGeometry(new TileFrame(z, x, y));
		geometry.ring(square(ASTANA, 1e-7), 0, 4);
		expect(geometry.takePolygon()).toEqual([]);
	});

	test('a line that leaves the tile and comes back is two lines', () => {
		const [west, south, east, north] = tileBbox(z, x, y);
		const middle = (south + north) / 2;
		const line = Int32Array.from(
			[
				[west + 0.001, middle],
				[east + 0.01, middle],
				[east + 0.01, middle + 0.001],
				[west + 0.001, middle + 0.001]
			]
				.flat()
				.map((v) => Math.round(v * GRID))
		);
		const geometry = new TileGeometry(new TileFrame(z, x, y));
		geometry.line(line, 0, 4);
		expect(readBack(2, geometry.takeLine()).map((part) => part.length)).toEqual([2, 2]);
	});

	test('each feature begins anew', () => {
		const geometry = new TileGeometry(new TileFrame(z, x, y));
		geometry.point(ASTANA[0] * GRID, ASTANA[1] * GRID);
		const first = geometry.takePoints();
		geometry.point(ASTANA[0] * GRID, ASTANA[1] * GRID);
		expect(geometry.takePoints()).toEqual(first);
	});
});
