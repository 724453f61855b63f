import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	COUNT_CELLS,
	CountPyramid,
	type CountCell
} from '../../../src/lib/formats/plan-tiles/count-pyramid.ts';
import { mercatorX, mercatorY } from '../../../src/lib/geo/mercator.ts';

interface Point {
	readonly lng: number;
	readonly lat: number;
	readonly isOff: boolean;
}

function cellsOf(pyramid: CountPyramid, z: number, x: number, y: number): CountCell[] {
	const cells: CountCell[] = [];
	pyramid.forEachCell(z, x, y, (cell) => cells.push(cell));
	return cells;
}

/** The slow, obvious count: every point looked at for every cell. */
function bruteForce(points: readonly Point[], z: number, x: number, y: number): { n: number; off: number }[] {
	const size = 2 ** z * COUNT_CELLS;
	const cells: { n: number; off: number }[] = [];
	for (let row = 0; row < COUNT_CELLS; row++) {
		for (let column = 0; column < COUNT_CELLS; column++) {
			const inCell = points.filter(
				({ lng, lat }) =>
					Math.floor(mercatorX(lng / 1e7) * size) === x * COUNT_CELLS + column &&
					Math.floor(mercatorY(lat / 1e7) * size) === y * COUNT_CELLS + row
			);
			if (inCell.length > 0)
				cells.push({ n: inCell.length, off: inCell.filter(({ isOff }) => isOff).length });
		}
	}
	return cells;
}

function tileOf({ lng, lat }: Point, z: number): [x: number, y: number] {
	return [Math.floor(mercatorX(lng / 1e7) * 2 ** z), Math.floor(mercatorY(lat / 1e7) * 2 ** z)];
}

const coordinate = (middle: number) =>
	fc.integer({ min: -2_000_000, max: 2_000_000 }).map((d) => Math.round(middle * 1e7) + d);
const point = fc.record({ lng: coordinate(71.43), lat: coordinate(51.13), isOff: fc.boolean() });

describe('CountPyramid', () => {
	test('counts as the slow way does, on every zoom, whatever comes and goes', () => {
		let gone = 0;
		fc.assert(
			fc.property(
				fc.array(fc.record({ point, stays: fc.boolean() }), { minLength: 1, maxLength: 40 }),
				(steps) => {
					const pyramid = new CountPyramid(6, 13);
					for (const { point: p } of steps) pyramid.add(p.lng, p.lat, p.isOff, 1);
					for (const { point: p, stays } of steps) if (!stays) pyramid.add(p.lng, p.lat, p.isOff, -1);
					const left = steps.filter(({ stays }) => stays).map(({ point: p }) => p);
					gone += steps.length - left.length;
					for (const z of [6, 9, 13]) {
						const [x, y] = tileOf((steps[0] as { point: Point }).point, z);
						expect(cellsOf(pyramid, z, x, y).map(({ n, off }) => ({ n, off }))).toEqual(
							bruteForce(left, z, x, y)
						);
					}
				}
			),
			{ numRuns: 100 }
		);
		expect(gone).toBeGreaterThan(100);
	});

	test('a cell knows the middle of what stands in it, and forgets who left without a trace', () => {
		const pyramid = new CountPyramid(6, 6);
		const [a, b, c] = [714_300_000, 714_300_700, 714_380_000];
		pyramid.add(a, 511_300_000, false, 1);
		pyramid.add(c, 511_300_000, true, 1);
		pyramid.add(b, 511_300_000, false, 1);
		pyramid.add(c, 511_300_000, true, -1);
		const [cell, ...others] = cellsOf(pyramid, 6, ...tileOf({ lng: a, lat: 511_300_000, isOff: false }, 6));
		expect(others).toEqual([]);
		expect(cell).toMatchObject({ n: 2, off: 0 });
		expect(cell?.x).toBeCloseTo(mercatorX(71.430035), 8);
		expect(cell?.y).toBeCloseTo(mercatorY(51.13), 8);
	});

	test('every zoom counts every point once, taken all at once or one by one', () => {
		const pyramid = new CountPyramid(6, 13);
		const points = Array.from({ length: 500 }, (_, i) => ({
			lng: 714_300_000 + ((i * 7919) % 1000) * 1000,
			lat: 511_300_000 + ((i * 104_729) % 1000) * 1000,
			isOff: i % 3 === 0
		}));
		pyramid.fill((add) => points.forEach((p) => add(p.lng, p.lat, p.isOff)));
		const oneByOne = new CountPyramid(6, 13);
		for (const p of points) oneByOne.add(p.lng, p.lat, p.isOff, 1);
		for (let z = 6; z <= 13; z++) {
			const tiles = new Set(points.map((p) => tileOf(p, z).join()));
			let n = 0;
			for (const tile of tiles) {
				const [x, y] = tile.split(',').map(Number) as [number, number];
				for (const cell of cellsOf(pyramid, z, x, y)) n += cell.n;
				expect(cellsOf(pyramid, z, x, y)).toEqual(cellsOf(oneByOne, z, x, y));
			}
			expect(n).toBe(500);
		}
	});

	test('a zoom that is not kept, and one that was emptied, holds nothing', () => {
		const pyramid = new CountPyramid(6, 13);
		const p = { lng: 714_300_000, lat: 511_300_000, isOff: false };
		pyramid.add(p.lng, p.lat, p.isOff, 1);
		expect(cellsOf(pyramid, 14, ...tileOf(p, 14))).toEqual([]);
		expect(cellsOf(pyramid, 13, ...tileOf(p, 13))).toHaveLength(1);
		pyramid.fill(() => undefined);
		expect(cellsOf(pyramid, 13, ...tileOf(p, 13))).toEqual([]);
	});
});
