import fc from 'fast-check';
import { expect, test } from 'vitest';
import { squaredDistances } from '../../src/lib/geo/distance-field.ts';

test('each cell has the distance to the nearest cell of the mask, as trying them all finds', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 14 }),
			fc.integer({ min: 1, max: 14 }),
			fc.array(fc.nat(195), { minLength: 1, maxLength: 9 }),
			(columns, rows, set) => {
				const mask = new Uint8Array(columns * rows);
				for (const i of set) mask[i % mask.length] = 1;
				const field = squaredDistances(mask, columns, rows);
				for (let i = 0; i < mask.length; i++) {
					let best = Infinity;
					for (let k = 0; k < mask.length; k++) {
						const dx = (i % columns) - (k % columns);
						const dy = Math.floor(i / columns) - Math.floor(k / columns);
						if (mask[k]) best = Math.min(best, dx * dx + dy * dy);
					}
					expect(field[i]).toBe(best);
				}
			}
		),
		{ numRuns: 120, seed: 2 }
	);
});

test('without a cell in the mask everything is endlessly far', () => {
	expect([...squaredDistances(new Uint8Array(4), 2, 2)]).toEqual([Infinity, Infinity, Infinity, Infinity]);
	expect(() => squaredDistances(new Uint8Array(3), 2, 2)).toThrow(/mask of 3 cells, wanted 2 by 2/);
});
