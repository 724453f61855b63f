import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Arrangement } from '../../../src/lib/geo/overlay/arrangement.ts';
import { Segments } from '../../../src/lib/geo/overlay/segments.ts';

type Segment = readonly [ax: number, ay: number, bx: number, by: number];

const NAMED: [string, Segment[], boolean][] = [
	['two apart', [s(0, 0, 9, 0), s(0, 2, 9, 3)], true],
	['a fan', [s(0, 5, 9, 0), s(0, 5, 9, 5), s(0, 5, 9, 9)], true],
	['a cross', [s(0, 0, 9, 9), s(0, 9, 9, 0)], false],
	[
		'a cross seen only after what lay between has ended',
		[s(0, 0, 20, 9), s(0, 4, 5, 4), s(0, 9, 20, 0)],
		false
	],
	['an end on another', [s(0, 0, 8, 0), s(4, 0, 8, 6)], false],
	['a right end on another', [s(0, 0, 8, 0), s(0, 6, 4, 0)], false],
	['along one line, overlapping', [s(0, 0, 6, 3), s(2, 1, 8, 4)], false],
	['along one line from one point', [s(0, 0, 4, 2), s(0, 0, 8, 4)], false],
	['along one line, end to end', [s(0, 0, 4, 2), s(4, 2, 8, 4)], true],
	['upright ones end to end', [s(3, 0, 3, 4), s(3, 4, 3, 8)], true],
	['an upright one through a flat one', [s(0, 4, 9, 4), s(3, 0, 3, 8)], false],
	['a corner that touches an upright one', [s(3, 0, 3, 8), s(3, 4, 6, 2)], false]
];

test.each(NAMED)('%s', (_, segments, isNoded) => {
	expect(meetAtEndsOnly(segments)).toBe(isNoded);
	expect(sweepOf(segments)).toBe(isNoded);
});

test('the sweep agrees with looking at every pair', () => {
	const place = fc.integer({ min: 0, max: 24 });
	const segment = fc
		.tuple(place, place, fc.integer({ min: -7, max: 7 }), fc.integer({ min: -7, max: 7 }))
		.filter(([, , dx, dy]) => dx !== 0 || dy !== 0)
		.map(([x, y, dx, dy]): Segment =>
			dx > 0 || (dx === 0 && dy > 0) ? s(x, y, x + dx, y + dy) : s(x + dx, y + dy, x, y)
		);
	let noded = 0;
	let runs = 0;
	fc.assert(
		fc.property(fc.array(segment, { minLength: 2, maxLength: 9 }), (segments) => {
			const distinct = [...new Map(segments.map((one) => [one.join(), one])).values()];
			const isNoded = meetAtEndsOnly(distinct);
			runs++;
			if (isNoded) noded++;
			expect(sweepOf(distinct)).toBe(isNoded);
		}),
		{ numRuns: 4000, seed: 12 }
	);
	expect(noded / runs).toBeGreaterThan(0.1);
	expect(noded / runs).toBeLessThan(0.9);
});

function s(ax: number, ay: number, bx: number, by: number): Segment {
	return [ax, ay, bx, by];
}

const arrangement = new Arrangement();

function sweepOf(segments: readonly Segment[]): boolean {
	const sorted = [...segments].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3]);
	const noded = new Segments();
	noded.clear([1], sorted.length);
	sorted.forEach(([ax, ay, bx, by], i) => {
		noded.x1[i] = ax;
		noded.y1[i] = ay;
		noded.x2[i] = bx;
		noded.y2[i] = by;
		noded.delta[i] = 1;
	});
	noded.count = sorted.length;
	arrangement.label(() => 1);
	return arrangement.sweep(noded);
}

/** Whether no two segments share a point other than an end of both. */
function meetAtEndsOnly(segments: readonly Segment[]): boolean {
	return segments.every((a, i) => segments.slice(i + 1).every((b) => !meet(a, b)));
}

function meet([ax, ay, bx, by]: Segment, [cx, cy, dx, dy]: Segment): boolean {
	const c = side(ax, ay, bx, by, cx, cy);
	const d = side(ax, ay, bx, by, dx, dy);
	const a = side(cx, cy, dx, dy, ax, ay);
	const b = side(cx, cy, dx, dy, bx, by);
	if (a * b < 0 && c * d < 0) return true;
	return (
		(c === 0 && isInside(ax, ay, bx, by, cx, cy)) ||
		(d === 0 && isInside(ax, ay, bx, by, dx, dy)) ||
		(a === 0 && isInside(cx, cy, dx, dy, ax, ay)) ||
		(b === 0 && isInside(cx, cy, dx, dy, bx, by))
	);
}

function side(ax: number, ay: number, bx: number, by: number, px: number, py: number): number {
	return Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax));
}

/** Whether p, on the line from a to b, lies between them. */
function isInside(ax: number, ay: number, bx: number, by: number, px: number, py: number): boolean {
	const along = (px - ax) * (bx - ax) + (py - ay) * (by - ay);
	return along > 0 && along < (bx - ax) ** 2 + (by - ay) ** 2;
}
