import type { MultiPolygon } from 'geojson';
import OverlayOp from 'jsts/org/locationtech/jts/operation/overlay/OverlayOp.js';
import { describe, expect, test } from 'vitest';
import { lay, type Rings } from '../../../src/lib/geo/fabric/lay.ts';
import { turn } from '../../../src/lib/geo/fabric/turn.ts';
import { windingOf } from '../../../src/lib/geo/fabric/winding-of.ts';
import { jstsFault, jstsGeometry } from '../../support/jsts-oracle.ts';
import { seeded } from '../../support/random.ts';
import { positions, randomScribble, randomStar } from './random-rings.ts';

const ring = (...numbers: number[]) => Int32Array.from(numbers);
const square = (x: number, y: number, width: number) =>
	ring(x, y, x + width, y, x + width, y + width, x, y + width);
const all = (present: readonly number[]) => (present.length > 0 ? 0 : -1);

describe('lay', () => {
	test.each<[string, Rings[], (present: readonly number[]) => number, number[][]]>([
		['one square is one face', [[square(0, 0, 10)]], all, [[100]]],
		['two that share a side are one together', [[square(0, 0, 10)], [square(10, 0, 10)]], all, [[200]]],
		[
			'two that touch in a corner are two faces',
			[[square(0, 0, 10)], [square(10, 10, 10)]],
			all,
			[[100], [100]]
		],
		[
			'one within another leaves a hole',
			[[square(0, 0, 10)], [square(2, 2, 3)]],
			(p) => (p.length === 1 ? 0 : -1),
			[[100, -9]]
		],
		[
			'a hole that touches the rim is a hole still',
			[[square(0, 0, 10)], [ring(0, 5, 4, 3, 4, 7)]],
			(p) => (p.length === 1 ? 0 : -1),
			[[100, -8]]
		],
		[
			'an island in a hole',
			[[square(0, 0, 30), ring(5, 5, 5, 25, 25, 25, 25, 5)], [square(10, 10, 5)]],
			all,
			[[900, -400], [25]]
		],
		['a spike is nothing', [[ring(0, 0, 10, 0, 20, 0, 10, 0, 10, 10, 0, 10)]], all, [[100]]],
		['a square wound twice is one', [[square(0, 0, 10), square(0, 0, 10)]], all, [[100]]]
	])('%s', (_, grounds, keyOf, areas) => {
		const faces = lay({ grounds }).faces(keyOf);
		expect(faces.map(({ rings }) => rings.map(area)).sort((a, b) => b[0] - a[0])).toEqual(areas);
	});

	test('walls part what they cross, and what juts into a face parts nothing', () => {
		const laid = lay({
			grounds: [[square(0, 0, 10)]],
			walls: [ring(-5, 4, 15, 4), ring(5, 4, 5, 8), ring(2, 6, 3, 7)]
		});
		expect(laid.faces(all).map(({ rings }) => rings.map(area))).toEqual([[60], [40]]);
	});

	test('a ring of walls on a stalk cuts an island out', () => {
		const walls = [ring(0, 5, 4, 5), ring(4, 4, 6, 4, 6, 6, 4, 6, 4, 5, 4, 4)];
		const faces = lay({ grounds: [[square(0, 0, 10)]], walls }).faces(all);
		expect(faces.map(({ rings }) => rings.map(area))).toEqual([[100, -4], [4]]);
	});

	test('a guest is cut where it is met, and cuts nothing into faces', () => {
		const laid = lay({
			grounds: [[square(0, 0, 10)]],
			guests: [
				[20, 5, 5, 5],
				[0, 0, 0, 10]
			]
		});
		expect([...(laid.guestCuts[0] as Int32Array)]).toEqual([10, 5]);
		expect(laid.guestCuts[1]).toBe(null);
		expect(laid.faces(all)).toHaveLength(1);
	});

	// as wide as the world, as a prefecture, as a street, and on a lattice where everything touches
	test.each([8e8, 1e7, 3000, 12])('agrees with JSTS on what two shapes hold, %d wide', (size) => {
		const random = seeded(size);
		let met = 0;
		for (let round = 0; round < 30; round++) {
			const a = randomStar(random, 0, 0, size, 3 + Math.floor(random() * 12));
			const b = randomStar(
				random,
				(random() - 0.5) * size,
				(random() - 0.5) * size,
				size,
				3 + Math.floor(random() * 12)
			);
			if (jstsFault(polygon([a])) || jstsFault(polygon([b]))) continue;
			met++;
			const laid = lay({ grounds: [[a], [b]] });
			const [ga, gb] = [jstsGeometry(polygon([a])), jstsGeometry(polygon([b]))];
			const slack = 40 * size; // rounding to the grid moves a side by up to half a unit
			for (const [keyOf, wanted] of [
				[(p: readonly number[]) => p.length - 2, OverlayOp.intersection(ga, gb)],
				[all, OverlayOp.union(ga, gb)],
				[(p: readonly number[]) => (p.length === 1 && p[0] === 0 ? 0 : -1), OverlayOp.difference(ga, gb)]
			] as const) {
				const faces = laid.faces((present) => (keyOf(present) === 0 ? 0 : -1)).map(({ rings }) => rings);
				if (faces.length > 0) expect(jstsFault(multi(faces))).toBe(null);
				expect(Math.abs(sum(faces) - wanted.getArea())).toBeLessThan(slack);
			}
		}
		expect(met).toBeGreaterThan(20);
	});

	test('of scribbles every face is valid, and holds what is wound round', () => {
		const random = seeded(5);
		for (let round = 0; round < 150; round++) {
			const size = [6, 40, 1000][round % 3];
			const scribble = randomScribble(random, size, 4 + Math.floor(random() * 9));
			const faces = lay({ grounds: [[scribble]] }).faces((_, counts) => (counts.length > 0 ? 0 : -1));
			if (faces.length === 0) continue;
			const rings = faces.map((face) => face.rings);
			expect(jstsFault(multi(rings)), [...scribble].join()).toBe(null);
			if (size > 6) continue;
			// on a lattice this small the grid rounds much: ask only where rounding cannot reach
			for (let k = 0; k < 20; k++) {
				const [x, y] = [Math.floor(random() * size) + 0.5, Math.floor(random() * size) + 0.5];
				if (distanceTo([scribble], x, y) < 1.5) continue;
				expect(windingOf(rings.flat(), x, y) !== 0).toBe(windingOf([scribble], x, y) !== 0);
			}
		}
	});

	test('no two edges of what was laid meet but at their ends', () => {
		const random = seeded(9);
		let meetings = 0;
		for (let round = 0; round < 45; round++) {
			const size = [8, 60, 1e9][round % 3];
			const grounds = [0, 1, 2].map(() => [randomScribble(random, size, 7)]);
			const { vertices, from, to } = lay({ grounds }).arrangement.edges;
			const { x, y } = vertices;
			for (let e = 0; e < from.length; e++) {
				for (let f = e + 1; f < from.length; f++) {
					const [a, b, c, d] = [from[e], to[e], from[f], to[f]];
					const side = (p: number, q: number, r: number) => turn(x[p], y[p], x[q], y[q], x[r], y[r]);
					const crosses = side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
					if (crosses) meetings++;
				}
				for (let v = 0; v < vertices.count; v++) {
					if (v === from[e] || v === to[e]) continue;
					const isOn =
						turn(x[from[e]], y[from[e]], x[to[e]], y[to[e]], x[v], y[v]) === 0 &&
						(x[v] - x[from[e]]) * (x[v] - x[to[e]]) <= 0 &&
						(y[v] - y[from[e]]) * (y[v] - y[to[e]]) <= 0;
					if (isOn) meetings++;
				}
			}
		}
		expect(meetings).toBe(0);
	});
});

function area(points: Int32Array): number {
	let twice = 0;
	for (let i = 0, k = points.length - 2; i < points.length; k = i, i += 2) {
		twice += points[k] * points[i + 1] - points[i] * points[k + 1];
	}
	return twice / 2;
}

function sum(faces: readonly Rings[]): number {
	return faces.flat().reduce((total, points) => total + area(points), 0);
}

function polygon(rings: Rings) {
	return { type: 'Polygon' as const, coordinates: rings.map(positions) };
}

function multi(faces: readonly Rings[]): MultiPolygon {
	return { type: 'MultiPolygon', coordinates: faces.map((rings) => rings.map(positions)) };
}

function distanceTo(rings: Rings, x: number, y: number): number {
	let least = Infinity;
	for (const points of rings) {
		for (let i = 0, k = points.length - 2; i < points.length; k = i, i += 2) {
			const [dx, dy] = [points[i] - points[k], points[i + 1] - points[k + 1]];
			const lengthSq = dx * dx + dy * dy;
			const t = lengthSq > 0 ? ((x - points[k]) * dx + (y - points[k + 1]) * dy) / lengthSq : 0;
			const s = Math.min(1, Math.max(0, t));
			least = Math.min(least, Math.hypot(points[k] + s * dx - x, points[k + 1] + s * dy - y));
		}
	}
	return least;
}
