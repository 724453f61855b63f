import { describe, expect, test } from 'vitest';
import type { LngLat } from '../../src/lib/geo/coordinates.ts';
import { DISTRICTS, TOWNSHIPS, type AreaLine } from '../../tiles/build/demo/area-lines.ts';
import { polygonFault } from '../support/valid-polygon.ts';

const grid = (ring: readonly LngLat[]) =>
	ring.flatMap(([lng, lat]) => [Math.round(lng * 1e7), Math.round(lat * 1e7)]);
const doubleArea = (ring: readonly LngLat[]) => {
	const at = grid(ring).map(BigInt);
	let sum = 0n;
	for (let i = 0, j = at.length - 2; i < at.length; j = i, i += 2)
		sum += at[j] * at[i + 1] - at[i] * at[j + 1];
	return sum;
};

/** Sides that no other area of the level runs along the other way: the level's outer border. */
function outerBorder(areas: readonly AreaLine[]): string[] {
	const sides = new Set<string>();
	for (const { ring } of areas) {
		for (const [i, to] of ring.entries()) {
			const from = ring.at(i - 1) as LngLat;
			const side = `${from.join()} ${to.join()}`;
			expect(sides.has(side), `${side} twice the same way`).toBe(false);
			if (!sides.delete(`${to.join()} ${from.join()}`)) sides.add(side);
		}
	}
	return [...sides].sort();
}

describe('the areas of the demo', () => {
	test.each([...DISTRICTS, ...TOWNSHIPS])('$id: a sound outline, counter-clockwise', ({ ring }) => {
		expect(polygonFault([Int32Array.from(grid(ring))])).toBe(null);
		expect(doubleArea(ring) > 0n).toBe(true);
	});

	test('both levels tile the same ground: borders are shared side for side', () => {
		expect(outerBorder(TOWNSHIPS)).toEqual(outerBorder(DISTRICTS));
		const total = (areas: readonly AreaLine[]) => areas.reduce((sum, { ring }) => sum + doubleArea(ring), 0n);
		expect(total(TOWNSHIPS)).toBe(total(DISTRICTS));
	});

	test('townships are of every setting, and every name is in both languages', () => {
		const settings = TOWNSHIPS.map(({ setting }) => setting).sort();
		expect(new Set(settings)).toEqual(new Set(['urban', 'mixed', 'rural']));
		expect(TOWNSHIPS.length).toBeGreaterThanOrEqual(6);
		for (const { name } of [...DISTRICTS, ...TOWNSHIPS])
			expect(name).toMatch(/^[A-Z][a-z -]+ \p{Script=Han}+$/u);
		const ids = [...DISTRICTS, ...TOWNSHIPS].map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
	});
});
