import { expect, test } from 'vitest';
import { ringParts } from '../../../src/lib/analysis/ring-aid/ring-parts.ts';
import type { Trail } from '../../../src/lib/analysis/ring-aid/trail.ts';
import type { LngLat } from '../../../src/lib/geo/coordinates.ts';
import { fromPlane, localPlane } from '../../../src/lib/geo/local-plane.ts';

const plane = localPlane([71.4, 51.1]);
const at = (x: number, y: number): LngLat => fromPlane(plane, { x, y });
const square: Trail = {
	xy: Float64Array.of(0, 0, 1000, 0, 1000, 1000, 0, 1000),
	follows: ['road', 'road', 'river', 'railway'],
	names: ['Abay', 'Abay', 'Esil', null],
	edges: Int32Array.of(1, 2, -1, -1)
};

test('each stretch follows what the nearest leg follows, and one street is one part round its corner', () => {
	const outline = [at(0, 0), at(1000, 0), at(1000, 1000), at(0, 1000), at(0, 0)];
	const parts = ringParts(plane, outline, square, 5);
	expect(parts.map(({ follows, name, lengthM }) => [follows, name, Math.round(lengthM)])).toEqual([
		['road', 'Abay', 2000],
		['river', 'Esil', 1000],
		['railway', null, 1000]
	]);
});

test('what is farther from every leg than its reach is as drawn', () => {
	const outline = [at(0, 0), at(1000, 0), at(1000, 1000), at(500, 1030), at(0, 1000), at(0, 0)];
	const follows = (reachM: number): string[] =>
		ringParts(plane, outline, square, reachM).map((part) => part.follows);
	expect(follows(10)).toEqual(['road', 'drawn', 'railway']);
	expect(follows(20)).toEqual(['road', 'river', 'railway']);
});
