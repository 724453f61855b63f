import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assembleRings } from '../../tiles/build/assemble-rings.ts';
import { clipLine, clipRing } from '../../tiles/build/clip.ts';
import { cutZoom } from '../../tiles/build/cut-zoom.ts';
import { FeatureStore } from '../../tiles/build/feature-store.ts';
import type { MapKind } from '../../tiles/build/map-kind.ts';
import { doubleArea, ringContains, turned } from '../../tiles/build/ring-geometry.ts';
import { simplify } from '../../src/lib/geo/simplify.ts';

const star = fc.array(fc.integer({ min: 50, max: 1000 }), { minLength: 3, maxLength: 12 }).map((radii) => {
	const ring = radii.flatMap((radius, i) => {
		const angle = (i / radii.length) * 2 * Math.PI;
		return [Math.round(radius * Math.cos(angle)), Math.round(radius * Math.sin(angle))];
	});
	return [...ring, ring[0], ring[1]];
});

describe('clipRing', () => {
	test('both sides of a cut make up the ring', () => {
		fc.assert(
			fc.property(
				star,
				fc.integer({ min: -900, max: 900 }),
				fc.constantFrom(0 as const, 1 as const),
				(ring, at, axis) => {
					const area = (part: number[]) => (part.length > 0 ? doubleArea(part) : 0);
					const parts = area(clipRing(ring, axis, -5000, at)) + area(clipRing(ring, axis, at, 5000));
					// new points are on whole numbers
					expect(Math.abs(parts - doubleArea(ring))).toBeLessThan(6000);
				}
			),
			{ numRuns: 300, seed: 2 }
		);
	});

	test.each([
		['all within', 0, 10, [0, 0, 9, 0, 9, 9, 0, 0]],
		['all without', 20, 30, []],
		['touching with a corner', 9, 30, []]
	])('%s', (_, low, high, expected) => {
		const part = clipRing([0, 0, 9, 0, 9, 9, 0, 0], 0, low, high);
		if (expected.length === 0) expect(part.length === 0 || doubleArea(part) === 0).toBe(true);
		else expect(part).toEqual(expected);
	});
});

describe('clipLine', () => {
	const clip = (line: number[], low: number, high: number) => {
		const parts: number[][] = [];
		clipLine(line, 0, low, high, parts);
		return parts;
	};
	test.each([
		['within', [1, 0, 5, 5], [[1, 0, 5, 5]]],
		['straight through', [-10, 0, 20, 30], [[0, 10, 10, 20]]],
		[
			'out and in again',
			[5, 0, 15, 10, 5, 20],
			[
				[5, 0, 10, 5],
				[10, 15, 5, 20]
			]
		],
		['backwards', [20, 0, 5, 15], [[10, 10, 5, 15]]],
		['beside', [11, 0, 20, 9], []]
	])('%s', (_, line, parts) => {
		expect(clip(line, 0, 10)).toEqual(parts);
	});
});

describe('simplify', () => {
	test('nothing left out lies farther off than the tolerance, and the ends stay', () => {
		const path = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 4, maxLength: 60 });
		fc.assert(
			fc.property(path, fc.integer({ min: 1, max: 40 }), (numbers, tolerance) => {
				const line = numbers.slice(0, numbers.length & ~1);
				const thin = simplify(line, tolerance, false);
				expect(thin.slice(0, 2)).toEqual(line.slice(0, 2));
				expect(thin.slice(-2)).toEqual(line.slice(-2));
				for (let i = 0; i < line.length; i += 2) {
					expect(distanceTo(thin, line[i], line[i + 1])).toBeLessThanOrEqual(tolerance + 1e-9);
				}
			}),
			{ numRuns: 300, seed: 4 }
		);
	});

	test('a closed ring keeps its far point', () => {
		expect(simplify([0, 0, 50, 1, 100, 0, 50, -1, 0, 0], 5, true)).toEqual([0, 0, 100, 0, 0, 0]);
	});
});

describe('assembleRings', () => {
	test.each([
		['one closed way', [[1, 2, 3, 1]], [[1, 2, 3, 1]]],
		[
			'two halves',
			[
				[1, 2, 3],
				[3, 4, 1]
			],
			[[1, 2, 3, 4, 1]]
		],
		[
			'a half turned round',
			[
				[1, 2, 3],
				[1, 4, 3]
			],
			[[1, 2, 3, 4, 1]]
		],
		[
			'pieces in any order',
			[
				[1, 2],
				[3, 4],
				[2, 3],
				[4, 1]
			],
			[[1, 2, 3, 4, 1]]
		],
		[
			'two rings',
			[
				[1, 2, 3, 1],
				[5, 6],
				[6, 7, 5]
			],
			[
				[1, 2, 3, 1],
				[5, 6, 7, 5]
			]
		],
		['what does not close', [[1, 2, 3]], []],
		['nothing', [], []]
	])('%s', (_, ways, rings) => {
		expect(assembleRings(ways)).toEqual(rings);
	});
});

describe('cutZoom', () => {
	const kind: MapKind = { layer: 'landuse', minZoom: 0, properties: { kind: 'park' } };
	// at zoom 14 a tile unit is 64 of the world's and a tile 2^18
	const TILE = 2 ** 18;
	const box = { minX: 0, minY: 0, maxX: 4 * TILE - 1, maxY: 4 * TILE - 1 };
	const cut = (shape: 1 | 2 | 3, ...rings: number[][]) => {
		const features = new FeatureStore();
		features.add(kind, shape, rings);
		return cutZoom(features, Uint32Array.of(0), 14, true, box);
	};
	const square = (x: number, y: number, size: number) => [
		...[x, y, x + size, y, x + size, y + size, x, y + size],
		...[x, y]
	];

	test.each<[string, 1 | 2 | 3, number[][], number]>([
		['a square within one tile', 3, [square(20_000, 20_000, 9000)], 1],
		['over a corner of four tiles', 3, [square(TILE - 9000, TILE - 9000, 18_000)], 4],
		['within the buffer of its neighbour', 3, [square(TILE - 9000, 20_000, 8000)], 2],
		['across all tiles, with nothing beyond the box', 3, [square(0, 0, 9 * TILE)], 16],
		[
			'a hole as large as a tile leaves that tile out',
			3,
			[square(0, 0, 3 * TILE), turned(square(TILE - 9000, TILE - 9000, TILE + 18_000), false)],
			15
		],
		['a line through three', 2, [[1000, 20_000, 2.5 * TILE, 20_000]], 3],
		['a point', 1, [[20_000, 20_000]], 1],
		['a sliver that rounding turns over', 3, [[0, 0, 12_800, 33, 6400, 31, 0, 0]], 0],
		['a square that rounds to one place', 3, [square(20_000, 20_000, 10)], 0]
	])('%s', (_, shape, rings, tiles) => {
		const pieces = cut(shape, ...rings);
		expect(new Set(pieces.ids).size).toBe(pieces.ids.length);
		expect(pieces.ids.length).toBe(tiles);
		expect(pieces.ids).toEqual(pieces.ids.slice().sort());
	});

	test('a hole that rounding turns over is left out, or it would be ground', () => {
		const sliver = [19_200, 19_200, 25_600, 19_231, 32_000, 19_233, 19_200, 19_200];
		expect(doubleArea(sliver)).toBeLessThan(0);
		expect(doubleArea(sliver.map((value) => Math.round(value / 64)))).toBeGreaterThan(0);
		const outer = square(9000, 9000, 90_000);
		expect(cut(3, outer, sliver).commands).toEqual(cut(3, outer).commands);
	});
});

test('a ring turned either way holds the same ground', () => {
	fc.assert(
		fc.property(star, (ring) => {
			if (doubleArea(ring) === 0) return;
			expect(doubleArea(turned(ring, true))).toBe(Math.abs(doubleArea(ring)));
			expect(doubleArea(turned(ring, false))).toBe(-Math.abs(doubleArea(ring)));
			expect(ringContains(turned(ring, false), 1, 2)).toBe(ringContains(ring, 1, 2));
		}),
		{ numRuns: 100, seed: 8 }
	);
});

function distanceTo(line: number[], x: number, y: number): number {
	let best = Infinity;
	for (let i = 0; i + 3 < line.length; i += 2) {
		const [dx, dy] = [line[i + 2] - line[i], line[i + 3] - line[i + 1]];
		const along = ((x - line[i]) * dx + (y - line[i + 1]) * dy) / (dx * dx + dy * dy || 1);
		const t = Math.max(0, Math.min(1, along));
		best = Math.min(best, Math.hypot(x - line[i] - t * dx, y - line[i + 1] - t * dy));
	}
	return best;
}
