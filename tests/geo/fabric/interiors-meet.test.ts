import { describe, expect, test } from 'vitest';
import { gridBox } from '../../../src/lib/geo/fabric/grid-box.ts';
import { interiorsMeet } from '../../../src/lib/geo/fabric/interiors-meet.ts';
import { isSound } from '../../../src/lib/geo/fabric/is-sound.ts';
import { lay, type Rings } from '../../../src/lib/geo/fabric/lay.ts';
import { jstsFault, jstsInteriorsMeet } from '../../support/jsts-oracle.ts';
import { seeded } from '../../support/random.ts';
import { positions, randomScribble } from './random-rings.ts';

const ring = (...numbers: number[]) => Int32Array.from(numbers);
const square = (x: number, y: number, width: number) =>
	ring(x, y, x + width, y, x + width, y + width, x, y + width);
const big = square(0, 0, 20);
const hole = ring(5, 5, 5, 15, 15, 15, 15, 5);

describe('interiorsMeet', () => {
	test.each<[string, Rings, Rings, boolean]>([
		['the same ground', [big], [big], true],
		['side by side', [big], [square(20, 0, 20)], false],
		['side by side, a shorter side on a longer one', [big], [square(20, 5, 4)], false],
		['corner to corner', [big], [square(20, 20, 4)], false],
		['a corner on a side', [big], [ring(20, 10, 30, 5, 30, 15)], false],
		['one within the other', [big], [square(5, 5, 4)], true],
		['within, along a side', [big], [square(0, 5, 4)], true],
		['within, between two corners', [big], [ring(0, 0, 20, 0, 20, 20)], true],
		['in the hole', [big, hole], [square(7, 7, 3)], false],
		['filling the hole', [big, hole], [square(5, 5, 10)], false],
		['filling the hole and more', [big, hole], [square(4, 4, 12)], true],
		['across', [big], [ring(-5, 9, 25, 9, 25, 11, -5, 11)], true],
		['across from corner to corner', [big], [ring(0, 0, 20, 20, 0, 20)], true],
		['far away', [big], [square(100, 100, 5)], false],
		[
			'half a unit deep',
			[square(0, 0, 1000)],
			[ring(1000, 0, 2000, 0, 2000, 1000, 1000, 1000, 999, 500)],
			true
		]
	])('%s', (_, a, b, wanted) => {
		expect(interiorsMeet(a, b) !== null).toBe(wanted);
		expect(interiorsMeet(b, a) !== null).toBe(wanted);
		expect(jstsInteriorsMeet(polygon(a), polygon(b))).toBe(wanted);
	});

	test('agrees with JSTS on faces of a small lattice, where everything touches', () => {
		const random = seeded(3);
		let yes = 0;
		let no = 0;
		while (yes + no < 700) {
			const [a, b] = [faceOf(random), faceOf(random)];
			if (!a || !b) continue;
			const wanted = jstsInteriorsMeet(polygon(a), polygon(b));
			expect(interiorsMeet(a, b) !== null, `${a.map((r) => [...r])} | ${b.map((r) => [...r])}`).toBe(wanted);
			if (wanted) yes++;
			else no++;
		}
		expect(Math.min(yes, no)).toBeGreaterThan(80);
	});

	test('looking only where ground changed finds what looking everywhere does', () => {
		const random = seeded(4);
		let news = 0;
		for (let round = 0; round < 4000; round++) {
			const [a, b] = [faceOf(random), faceOf(random)];
			if (a?.length !== 1 || !b || interiorsMeet(a, b)) continue;
			const moved = a[0].slice();
			const i = 2 * Math.floor((random() * moved.length) / 2);
			moved[i] = Math.floor(random() * 7);
			moved[i + 1] = Math.floor(random() * 7);
			if (!isSound([[moved]])) continue;
			const n = moved.length;
			const around = [a[0], moved].map((r) =>
				[(i + n - 2) % n, i, (i + 2) % n].flatMap((k) => [r[k], r[k + 1]])
			);
			const everywhere = interiorsMeet([moved], b);
			expect(interiorsMeet([moved], b, gridBox(around)) !== null).toBe(everywhere !== null);
			if (everywhere) news++;
		}
		expect(news).toBeGreaterThan(50);
	});
});

describe('isSound', () => {
	test.each<[string, Rings[], boolean]>([
		['a square', [[big]], true],
		['a square with a hole', [[big, hole]], true],
		['a hole that touches the rim', [[big, ring(0, 10, 5, 12, 5, 8)]], true],
		['a hole that touches the rim twice', [[big, ring(0, 10, 10, 12, 20, 10, 10, 8)]], false],
		['a hole along the rim', [[big, ring(0, 5, 0, 10, 5, 10, 5, 5)]], false],
		['a hole outside', [[big, ring(30, 5, 30, 10, 35, 10, 35, 5)]], false],
		['a hole in a hole', [[big, hole, ring(7, 7, 7, 9, 9, 9, 9, 7)]], false],
		['a bow-tie', [[ring(0, 0, 10, 10, 10, 0, 0, 10)]], false],
		['a ring that touches itself', [[ring(0, 0, 10, 0, 5, 5, 10, 10, 0, 10, 5, 5)]], false],
		['a spike', [[ring(0, 0, 10, 0, 20, 0, 10, 0, 10, 10, 0, 10)]], false],
		['two parts that touch in a corner', [[square(0, 0, 5)], [square(5, 5, 5)]], true],
		['two parts side by side', [[square(0, 0, 5)], [square(5, 0, 5)]], false],
		['two parts over each other', [[square(0, 0, 5)], [square(3, 3, 5)]], false],
		['a part in the hole of another', [[big, hole], [square(7, 7, 3)]], true],
		['nothing', [], false]
	])('%s', (_, parts, wanted) => {
		expect(isSound(parts)).toBe(wanted);
		if (parts.length > 0) {
			const geometry = {
				type: 'MultiPolygon' as const,
				coordinates: parts.map((rings) => rings.map(positions))
			};
			expect(jstsFault(geometry) === null).toBe(wanted);
		}
	});

	test('agrees with JSTS on scribbles', () => {
		const random = seeded(8);
		let yes = 0;
		for (let round = 0; round < 1500; round++) {
			const scribble = randomScribble(random, 9, 3 + Math.floor(random() * 3));
			const isRing = new Set(positions(scribble).map(String)).size === scribble.length / 2;
			if (!isRing) continue;
			const wanted = jstsFault({ type: 'Polygon', coordinates: [positions(scribble)] }) === null;
			const turned = wanted && windingSum(scribble) < 0 ? reversed(scribble) : scribble;
			expect(isSound([[turned]]), [...scribble].join()).toBe(wanted);
			if (wanted) yes++;
		}
		expect(yes).toBeGreaterThan(200);
	});
});

/** A valid polygon on a lattice of 7 by 7. */
function faceOf(random: () => number): Rings | null {
	const faces = lay({ grounds: [[randomScribble(random, 7, 3 + Math.floor(random() * 5))]] }).faces(
		(_, counts) => (counts.length > 0 ? 0 : -1)
	);
	return faces[0]?.rings ?? null;
}

function polygon(rings: Rings) {
	return { type: 'Polygon' as const, coordinates: rings.map(positions) };
}

function windingSum(points: Int32Array): number {
	let twice = 0;
	for (let i = 0, k = points.length - 2; i < points.length; k = i, i += 2) {
		twice += points[k] * points[i + 1] - points[i] * points[k + 1];
	}
	return twice;
}

function reversed(points: Int32Array): Int32Array {
	const out: number[] = [];
	for (let i = points.length - 2; i >= 0; i -= 2) out.push(points[i], points[i + 1]);
	return Int32Array.from(out);
}
