import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doubleArea, tidyRing } from '../../src/lib/geo/grid-ring.ts';
import { RingBuffer } from '../../src/lib/geo/ring-buffer.ts';
import { drawSector, sectorRings } from '../../src/lib/geo/sector-rings.ts';

const SQUARE = Int32Array.of(0, 0, 4, 0, 4, 4, 0, 4);
const HOLE = Int32Array.of(1, 1, 1, 2, 2, 2, 2, 1);

function write(buffer: RingBuffer, points: readonly number[]): boolean {
	const first = buffer.begin(points.length / 2);
	buffer.coords.set(points, first);
	return buffer.end(points.length / 2);
}

describe('a ring that is written', () => {
	test.each([
		['stands as it is', [0, 0, 4, 0, 4, 4, 0, 4], [...SQUARE]],
		['loses points that repeat the one before', [0, 0, 0, 0, 4, 0, 4, 4, 4, 4, 0, 4], [...SQUARE]],
		['loses an end that is its start', [0, 0, 4, 0, 4, 4, 0, 4, 0, 0], [...SQUARE]],
		['is none where it is a line', [0, 0, 4, 0, 8, 0], null],
		['is none where it is a point', [3, 3, 3, 3, 3, 3], null]
	])('%s', (_, points, expected) => {
		const buffer = new RingBuffer();
		expect(write(buffer, points)).toBe(expected !== null);
		expect(buffer.rings().map((ring) => [...ring])).toEqual(expected === null ? [] : [expected]);
	});
});

describe('rings one after the other', () => {
	test('know exteriors from holes', () => {
		const buffer = new RingBuffer();
		buffer.add(SQUARE);
		buffer.add(HOLE);
		expect([...buffer.isExterior.subarray(0, 2)]).toEqual([1, 0]);
		expect(buffer.rings()).toEqual([SQUARE, HOLE]);
	});

	test('begin anew after a clear', () => {
		const buffer = new RingBuffer();
		buffer.add(SQUARE);
		buffer.clear();
		buffer.add(HOLE);
		expect(buffer.rings()).toEqual([HOLE]);
	});

	test('are what each would be alone, however many there are', () => {
		const corner = fc.integer({ min: -3, max: 3 });
		const ring = fc.array(fc.tuple(corner, corner), { minLength: 1, maxLength: 40 });
		let dropped = 0;
		let kept = 0;
		fc.assert(
			fc.property(fc.array(ring, { minLength: 1, maxLength: 250 }), (rings) => {
				const buffer = new RingBuffer();
				const alone: Int32Array[] = [];
				for (const points of rings) {
					const tidy = tidyRing(Int32Array.from(points.flat()));
					expect(write(buffer, points.flat())).toBe(tidy !== null);
					if (tidy) alone.push(tidy);
					else dropped++;
				}
				kept += alone.length;
				expect(buffer.rings()).toEqual(alone);
				expect([...buffer.isExterior.subarray(0, buffer.count)]).toEqual(
					alone.map((one) => (doubleArea(one) > 0 ? 1 : 0))
				);
			}),
			{ seed: 5, numRuns: 150 }
		);
		expect(Math.min(dropped, kept)).toBeGreaterThan(0.1 * (dropped + kept));
	});
});

test('sectors drawn into one buffer are those drawn alone', () => {
	const buffer = new RingBuffer();
	const alone: Int32Array[] = [];
	for (let i = 0; i < 400; i++) {
		const [azimuthDeg, hfovDeg, rangeM] = [i * 17, i % 5 === 0 ? 360 : 1 + (i % 300), 0.004 * i * i];
		const nearM = i % 3 === 0 ? rangeM * 0.3 : 0;
		drawSector(buffer, 71.4, 51.1, azimuthDeg, hfovDeg, rangeM, nearM);
		alone.push(...sectorRings([71.4, 51.1], azimuthDeg, hfovDeg, rangeM, nearM));
	}
	expect(alone.length).toBeGreaterThan(400);
	expect(buffer.rings()).toEqual(alone);
});
