import { describe, expect, test } from 'vitest';
import { GAP_REASONS } from '../../src/lib/domain/findings/gaps.ts';
import { HATCHES, PLAN_COLOURS } from '../../src/lib/editor/symbols.ts';
import { hatchPixels, type Pixels } from '../../src/lib/map/images/hatch-pixels.ts';

const alpha = ({ data, width }: Pixels, x: number, y: number) =>
	data[(((y + width) % width) * width + ((x + width) % width)) * 4 + 3] as number;

describe.each(GAP_REASONS.map((reason) => [reason]))('the hatch of %s', (reason) => {
	const pixels = hatchPixels(HATCHES[reason], PLAN_COLOURS.light.gap, 2);

	test('is a square tile in the colour of gaps', () => {
		expect(pixels.width).toBe(HATCHES[reason].size * 2);
		expect(pixels.data.length).toBe(pixels.width * pixels.height * 4);
		expect([...pixels.data.slice(0, 3)]).toEqual([0xc2, 0x18, 0x5b]);
	});

	test('shows the ground through, and shows itself', () => {
		let drawn = 0;
		for (let i = 3; i < pixels.data.length; i += 4) drawn += (pixels.data[i] as number) / 255;
		const share = drawn / (pixels.width * pixels.height);
		expect(share).toBeGreaterThan(0.08);
		expect(share).toBeLessThan(0.5);
	});

	test('repeats without a seam: no step at its edge is steeper than within', () => {
		const within = steepest(pixels, 1, pixels.width - 1);
		expect(steepest(pixels, 0, 1)).toBeLessThanOrEqual(within);
	});

	test('is unlike every other one', () => {
		for (const other of GAP_REASONS) {
			if (other === reason) continue;
			expect(hatchPixels(HATCHES[other], '#000000', 2).data).not.toEqual(
				hatchPixels(HATCHES[reason], '#000000', 2).data
			);
		}
	});
});

describe('hatchPixels', () => {
	test('lines of a rise climb to the right', () => {
		const rise = hatchPixels({ size: 8, width: 1, strokes: ['rise'] }, '#000000', 1);
		// where the tile's corner lies, x + y is a whole size: the rising diagonal
		expect(alpha(rise, 7, 0)).toBeGreaterThan(200);
		expect(alpha(rise, 0, 7)).toBeGreaterThan(200);
		expect(alpha(rise, 4, 3)).toBe(255);
		expect(alpha(rise, 1, 1)).toBe(0);
	});

	test('lines of a fall drop to the right', () => {
		const fall = hatchPixels({ size: 8, width: 1, strokes: ['fall'] }, '#000000', 1);
		expect([0, 3, 7].map((i) => alpha(fall, i, i))).toEqual([255, 255, 255]);
		expect(alpha(fall, 7, 3)).toBe(0);
	});

	test.each([
		['rise', 1, -1],
		['fall', 1, 1],
		['vertical', 0, 1],
		['horizontal', 1, 0]
	] as const)('a %s runs on over the edges of its tile', (stroke, right, down) => {
		const pixels = hatchPixels({ size: 9, width: 1.4, strokes: [stroke] }, '#000000', 2);
		for (let y = 0; y < pixels.height; y++) {
			for (let x = 0; x < pixels.width; x++) {
				expect(alpha(pixels, x + right, y + down)).toBe(alpha(pixels, x, y));
			}
		}
	});

	test('a colour that is no #rrggbb is refused', () => {
		expect(() => hatchPixels(HATCHES.broken, 'red', 1)).toThrow(/wanted #rrggbb/);
	});
});

/** Greatest difference of alpha between neighbours across the columns and rows from `from` to `to`. */
function steepest(pixels: Pixels, from: number, to: number): number {
	let worst = 0;
	for (let i = from; i < to; i++) {
		for (let k = 0; k < pixels.width; k++) {
			worst = Math.max(
				worst,
				Math.abs(alpha(pixels, i, k) - alpha(pixels, i - 1, k)),
				Math.abs(alpha(pixels, k, i) - alpha(pixels, k, i - 1))
			);
		}
	}
	return worst;
}
