import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doubleArea } from '../../src/lib/geo/grid-ring.ts';
import { groundOfRings } from '../../src/lib/geo/ground-of-rings.ts';
import { windingAt } from '../../src/lib/geo/winding.ts';

const square = (x: number, y: number, size: number): Int32Array =>
	Int32Array.of(x, y, x + size, y, x + size, y + size, x, y + size);
const areaOf = (faces: readonly (readonly Int32Array[])[]): number =>
	faces.flat().reduce((sum, ring) => sum + doubleArea(ring), 0) / 2;
const isHeld = (x: number, y: number, faces: readonly (readonly Int32Array[])[]): boolean =>
	windingAt(x, y, faces.flat()) > 0;

describe('ground of rings', () => {
	test('joins what overlaps and what only touches along a side', () => {
		const faces = groundOfRings([square(0, 0, 1000), square(1000, 0, 1000), square(500, 500, 1000)]);
		expect(faces).toHaveLength(1);
		expect(areaOf(faces)).toBe(2.5e6);
	});

	test('takes away, and keeps holes behind their exterior', () => {
		const faces = groundOfRings([square(0, 0, 1000)], [square(200, 200, 100)]);
		expect(faces).toHaveLength(1);
		expect(faces[0]).toHaveLength(2);
		expect(doubleArea(faces[0][0])).toBeGreaterThan(0);
		expect(doubleArea(faces[0][1])).toBeLessThan(0);
		expect(groundOfRings([square(0, 0, 10)], [square(-5, -5, 100)])).toEqual([]);
		expect(groundOfRings([])).toEqual([]);
	});

	test('ground wider than an overlay is reckoned on a coarser grid', () => {
		const wide = 30_000_000;
		const faces = groundOfRings([square(-wide / 2, 7, wide)], [square(100, 100, 1_000_000)]);
		expect(faces).toHaveLength(1);
		expect(areaOf(faces) / (wide * wide - 1e12)).toBeCloseTo(1, 5);
	});

	test('holds a place iff a ring does and no other takes it', () => {
		const squares = fc.array(
			fc.record({ x: fc.nat(900), y: fc.nat(900), size: fc.integer({ min: 20, max: 500 }) }),
			{ minLength: 1, maxLength: 7 }
		);
		let mixed = 0;
		fc.assert(
			fc.property(squares, squares, (ground, gone) => {
				const held = ground.map(({ x, y, size }) => square(x, y, size));
				const taken = gone.map(({ x, y, size }) => square(x, y, size));
				const faces = groundOfRings(held, taken);
				let isMixed = 0;
				for (let x = 0.5; x < 1400; x += 97) {
					for (let y = 0.5; y < 1400; y += 97) {
						const wanted = windingAt(x, y, held) > 0 && !(windingAt(x, y, taken) > 0);
						expect(isHeld(x, y, faces)).toBe(wanted);
						isMixed |= wanted ? 1 : 2;
					}
				}
				if (isMixed === 3) mixed++;
			}),
			{ numRuns: 60, seed: 3 }
		);
		expect(mixed).toBeGreaterThan(30);
	});
});
