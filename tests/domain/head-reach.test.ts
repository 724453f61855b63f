import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headChangeFor } from '../../src/lib/domain/head-reach.ts';
import { opticsOf } from '../../src/lib/domain/head-optics.ts';
import { rangeOf } from '../../src/lib/domain/head-range.ts';
import type { CameraHead } from '../../src/lib/domain/items.ts';

const LENS = { sensorWidthMm: 5.6, focalLengthMm: 6, resolutionPx: [1920, 1080] } satisfies CameraHead;
const after = (head: CameraHead, reach: Parameters<typeof headChangeFor>[1]) =>
	opticsOf({ ...head, ...headChangeFor(head, reach) });

describe('what is stated is stated anew', () => {
	test.each([
		['width', { hfovDeg: 40 }, { hfovDeg: 40 }],
		['range', { rangeM: 90 }, { rangeM: 90 }],
		['near end', { nearM: 4 }, { nearM: 4 }],
		['all of them', { hfovDeg: 40, rangeM: 90, nearM: 4 }, { hfovDeg: 40, rangeM: 90, nearM: 4 }]
	])('%s', (_, reach, change) => {
		expect(headChangeFor({ hfovDeg: 60, rangeM: 80, nearM: 2 }, reach)).toEqual(change);
		expect(headChangeFor({ ...LENS, hfovDeg: 60, rangeM: 80, nearM: 2 }, reach)).toEqual(change);
	});

	test('nothing known states what is asked', () => {
		expect(headChangeFor({}, { hfovDeg: 70, rangeM: 30, nearM: 3 })).toEqual({
			hfovDeg: 70,
			rangeM: 30,
			nearM: 3
		});
	});
});

describe('what follows from optics is reached by the optics', () => {
	const focal = fc.double({ min: 2.8, max: 50, noNaN: true });
	const wanted = fc.integer({ min: 4, max: 160 });

	test('the width, by the focal length alone', () => {
		fc.assert(
			fc.property(focal, wanted, (focalLengthMm, hfovDeg) => {
				const head = { ...LENS, focalLengthMm };
				expect(Object.keys(headChangeFor(head, { hfovDeg }))).toEqual(['focalLengthMm']);
				// a hundredth of a millimetre is up to 0.4 degrees where the lens is widest
				expect(Math.abs(after(head, { hfovDeg }).hfovDeg - hfovDeg)).toBeLessThan(0.4);
			})
		);
	});

	test('all round is no lens: it is stated', () => {
		expect(headChangeFor(LENS, { hfovDeg: 360 })).toEqual({ hfovDeg: 360 });
	});

	test('the far end, by lens or tilt or both', () => {
		const ends = { rim: 0, density: 0 };
		fc.assert(
			fc.property(
				focal,
				fc.integer({ min: 3, max: 15 }),
				fc.integer({ min: 5, max: 60 }),
				fc.integer({ min: 12, max: 200 }),
				(focalLengthMm, heightM, tiltDeg, rangeM) => {
					const head: CameraHead = { ...LENS, focalLengthMm, heightM, tiltDeg };
					ends[rangeOf(opticsOf(head))?.endsBy as 'rim' | 'density']++;
					const change = headChangeFor(head, { rangeM });
					expect(change).not.toHaveProperty('rangeM');
					const reached = rangeOf(opticsOf({ ...head, ...change }))?.rangeM as number;
					expect(Math.abs(reached - rangeM) / rangeM).toBeLessThan(0.05);
				}
			),
			{ seed: 11 }
		);
		expect(Math.min(ends.rim, ends.density)).toBeGreaterThan(10);
	});

	test('the near end, by the tilt', () => {
		fc.assert(
			fc.property(
				focal,
				fc.integer({ min: 3, max: 15 }),
				fc.integer({ min: 1, max: 30 }),
				(focalLengthMm, heightM, nearM) => {
					const head: CameraHead = { ...LENS, focalLengthMm, heightM, tiltDeg: 20 };
					const change = headChangeFor(head, { nearM });
					expect(Object.keys(change)).toEqual(['tiltDeg']);
					expect(Math.abs(after(head, { nearM }).nearM - nearM)).toBeLessThan(0.02 * nearM + 0.02);
				}
			)
		);
	});
});
