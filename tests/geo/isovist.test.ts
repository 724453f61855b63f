import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Isovist } from '../../src/lib/geo/isovist.ts';
import { seeded, shuffled } from '../support/random.ts';
import { distanceToRings, isWithin } from '../support/sight-oracle.ts';
import { polygonFault, signedArea } from '../support/valid-polygon.ts';

type Wall = readonly [ax: number, ay: number, bx: number, by: number];

const EYE = [714300000, 511300000] as const;
const isovist = new Isovist();

/** A rim of `corners` points about the eye, from `fromDeg` on over `spanDeg`. */
function rimOf(reach: number, fromDeg: number, spanDeg: number, corners: number): Int32Array {
	const isFull = spanDeg === 360;
	return Int32Array.from({ length: 2 * corners }, (_, i) => {
		const share = (i >> 1) / (isFull ? corners : corners - 1);
		const angle = ((fromDeg + share * spanDeg) * Math.PI) / 180;
		return Math.round(EYE[i % 2] + reach * (i % 2 ? Math.sin(angle) : Math.cos(angle)));
	});
}

/** What is seen, relative to the eye, the eye first where the view is not all round; null where nothing is. */
function look(rim: Int32Array, isFull: boolean, walls: readonly Wall[]): number[] | null {
	isovist.begin(rim, 0, rim.length / 2, EYE[0], EYE[1], isFull);
	for (const [ax, ay, bx, by] of walls) {
		isovist.addWall(ax, ay, bx, by);
		isovist.addWall(bx, by, ax, ay);
	}
	const n = isovist.look();
	if (n < (isFull ? 3 : 2)) return null;
	return [...(isFull ? [] : [0, 0]), ...isovist.points.subarray(0, 2 * n)];
}

function isStopped(walls: readonly Wall[], x: number, y: number): boolean {
	return walls.some(([ax, ay, bx, by]) => {
		const across = (x: number, y: number, u: number, v: number) => Math.sign(x * v - y * u);
		const eyeSide = Math.sign(ax * by - ay * bx);
		const pointSide = across(bx - ax, by - ay, x - ax, y - ay);
		return eyeSide * pointSide < 0 && across(x, y, ax, ay) * across(x, y, bx, by) < 0;
	});
}

describe('named cases', () => {
	const square = rimOf(1000, 45, 360, 4);
	test.each<[string, Wall[], number]>([
		['no wall', [], 2_000_000],
		['a wall across the east', [[300, -300, 300, 300]], 2_000_000 - 500_000 + 90_000],
		['the same wall twice', [[300, -300, 300, 300], [300, 300, 300, -300]], 1_590_000], // prettier-ignore
		['two halves of it', [[300, -300, 300, 0], [300, 0, 300, 300]], 1_590_000], // prettier-ignore
		['halves that overlap', [[300, -300, 300, 100], [300, -100, 300, 300]], 1_590_000], // prettier-ignore
		['a wall that points at the eye', [[100, 100, 500, 500]], 2_000_000],
		['a wall beyond the rim', [[900, -900, 900, 900]], 2_000_000],
		['two that cross', [[400, -400, 200, 200], [400, 400, 200, -200]], 1_553_333], // prettier-ignore
		['a closed room', [[9, -9, 9, 9], [9, 9, -9, 9], [-9, 9, -9, -9], [-9, -9, 9, -9]], 324] // prettier-ignore
	])('%s', (_, walls, area) => {
		const seen = look(square, true, walls) as number[];
		expect(polygonFault([seen])).toBe(null);
		expect(Math.abs(signedArea(seen) - area)).toBeLessThan(3000 * Math.min(1, area / 2000));
		expect(isovist.isCut).toBe(area < 1_990_000);
	});

	test('corners of walls are kept to the unit', () => {
		const seen = look(square, true, [[313, -217, 291, 388]]) as number[];
		const corners = new Set(
			Array.from({ length: seen.length / 2 }, (_, i) => `${seen[2 * i]} ${seen[2 * i + 1]}`)
		);
		expect(corners.has('313 -217')).toBe(true);
		expect(corners.has('291 388')).toBe(true);
	});
});

/** Walls on a grid so coarse, and a rim so small, that rounding is as large as what is seen. */
const coarse = fc.integer({ min: 20, max: 3000 }).chain((reach) => {
	const place = fc.integer({ min: -Math.ceil(1.3 * reach), max: Math.ceil(1.3 * reach) });
	return fc.record({
		reach: fc.constant(reach),
		fromDeg: fc.integer({ min: 0, max: 359 }),
		spanDeg: fc.constantFrom(3, 40, 90, 180, 270, 359, 360, 360),
		corners: fc.integer({ min: 9, max: 40 }),
		walls: fc.array(fc.tuple(place, place, place, place), { maxLength: 40 })
	});
});

test('however coarse the grid, a simple ring that sees what no wall stops', () => {
	let looked = 0;
	let stopped = 0;
	fc.assert(
		fc.property(coarse, fc.integer({ min: 1 }), ({ reach, fromDeg, spanDeg, corners, walls }, seed) => {
			const clear = walls.filter((wall) => distanceToRings([wall], 0, 0) > 3);
			const rim = rimOf(reach, fromDeg, spanDeg, corners);
			const isFull = spanDeg === 360;
			const open = look(rim, isFull, []);
			const seen = look(rim, isFull, clear);
			if (!open) return;
			if (seen) expect(polygonFault([seen])).toBe(null);
			const random = seeded(seed);
			for (let i = 0; i < 40; i++) {
				const x = (2 * random() - 1) * reach;
				const y = (2 * random() - 1) * reach;
				if (!isWithin([open], x, y) || distanceToRings([seen ?? open, open], x, y) < 4) continue;
				const isHidden = isStopped(clear, x, y);
				looked++;
				if (isHidden) stopped++;
				expect(seen !== null && isWithin([seen], x, y)).toBe(!isHidden);
			}
		}),
		{ numRuns: 1500, seed: 8 }
	);
	expect(stopped).toBeGreaterThan(looked / 10);
	expect(looked - stopped).toBeGreaterThan(looked / 10);
});

test('the order of walls makes no difference but for rounding', () => {
	fc.assert(
		fc.property(coarse, ({ reach, walls }) => {
			const clear = walls.filter((wall) => distanceToRings([wall], 0, 0) > 3);
			const rim = rimOf(reach, 0, 360, 24);
			const first = look(rim, true, clear);
			const again = look(rim, true, shuffled(clear, seeded(clear.length)));
			expect(Math.abs(signedArea(first ?? [0, 0]) - signedArea(again ?? [0, 0]))).toBeLessThanOrEqual(
				4 * reach
			);
		}),
		{ numRuns: 200, seed: 9 }
	);
});
