import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sideEnd } from '../../../../src/lib/editor/tools/drawing/side-end.ts';
import {
	isSideKey,
	readTypedSide,
	typedSideText
} from '../../../../src/lib/editor/tools/drawing/typed-side.ts';
import { localPlane, toPlane } from '../../../../src/lib/geo/local-plane.ts';

/** Whether every key of a text goes on with those before it. */
const canBeTyped = (text: string): boolean => [...text].every((key, i) => isSideKey(text.slice(0, i), key));

describe('a side that is typed', () => {
	test.each([
		['120', { lengthM: 120 }, '120 m'],
		['12.5<45', { lengthM: 12.5, bearingDeg: 45 }, '12.5 ∠ 45°'],
		['<405', { bearingDeg: 45 }, ' ∠ 405°'],
		['@30,40', { lengthM: 50, bearingDeg: expect.closeTo(36.8699, 4) as number }, '@30, 40 m'],
		['@-30,0', { lengthM: 30, bearingDeg: 270 }, '@-30, 0 m'],
		['@0,-7.5', { lengthM: 7.5, bearingDeg: 180 }, '@0, -7.5 m'],
		['@5,0', { lengthM: 5, bearingDeg: 90 }, '@5, 0 m']
	])('%s', (text, side, shown) => {
		expect(canBeTyped(text)).toBe(true);
		expect(readTypedSide(text)).toEqual(side);
		expect(typedSideText(text)).toBe(shown);
	});

	test.each(['', '.', '<', '@', '@5', '@0,0', '@,', '0'])('%j is no side yet', (text) => {
		expect(readTypedSide(text)).toBeNull();
	});

	test.each(['-5', '12-3', '1,2', '@1,2,3', '@1<5', '5@', '@--1', '@1-', '12<-4', 'a'])(
		'%j cannot be typed',
		(text) => {
			expect(canBeTyped(text)).toBe(false);
		}
	);

	test('metres east and north lead there, wherever it begins', () => {
		const metres = fc.integer({ min: -5000, max: 5000 });
		fc.assert(
			fc.property(metres, metres, fc.double({ min: -60, max: 60, noNaN: true }), (east, north, lat) => {
				fc.pre(east !== 0 || north !== 0);
				const from = [71.4, lat] as const;
				const end = sideEnd(from, [71.5, lat], readTypedSide(`@${east},${north}`));
				const { x, y } = toPlane(localPlane(from), end);
				expect(Math.hypot(x - east, y - north)).toBeLessThan(0.02);
			})
		);
	});
});
