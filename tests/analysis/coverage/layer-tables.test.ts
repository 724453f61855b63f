import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LayerTables } from '../../../src/lib/analysis/coverage/layer-tables.ts';
import { CODES, LayerTable } from '../../../src/lib/analysis/coverage/layers.ts';
import { scenarios } from '../../../src/lib/analysis/coverage/scenarios.ts';
import { NEED } from '../../../src/lib/domain/needs.ts';

const code = fc.integer({ min: 0, max: CODES - 1 });
const switched = fc
	.subarray([NEED.JOIN, NEED.REPAIR, NEED.PLANNED, NEED.PTZ])
	.map((needs) => needs.reduce((set: number, need) => set | need, 0));
const cell = fc.record({
	codes: fc.oneof(
		fc.array(code, { minLength: 1, maxLength: 4 }),
		// every combination of switches has a layer of its own, so these make large sets
		fc.array(fc.oneof(code, switched), { minLength: 30, maxLength: 60 })
	),
	present: fc.array(fc.integer({ min: 0, max: 2 ** 29 - 1 }), { minLength: 1, maxLength: 8 })
});
const cells = fc.array(cell, { minLength: 1, maxLength: 12 });
const grants = fc.array(fc.constantFrom(0, NEED.REPAIR, NEED.JOIN | NEED.PTZ), {
	minLength: 2,
	maxLength: 3
});

test('cell after cell, under one switch after the other, tables say what one made for the cell alone says', () => {
	let small = 0;
	let large = 0;
	fc.assert(
		fc.property(cells, grants, (cells, grants) => {
			const tables = new LayerTables();
			for (const granted of grants) {
				tables.grant(granted);
				const sets = scenarios(granted);
				for (const { codes, present } of cells) {
					const found = tables.of([...codes.keys()], Uint16Array.from(codes));
					const alone = new LayerTable(codes, granted);
					for (const one of codes) expect(found.table.of(one)).toBe(alone.of(one));
					expect(found.table.needs).toEqual(alone.needs);
					// asked twice, since the second answer is the remembered one
					for (const any of [...present, ...present]) {
						const set = any & ((1 << alone.count) - 1);
						if (set < 1 << 12) small++;
						else large++;
						expect(found.labelOf(set)).toBe(alone.labelOf(set, granted));
						expect(found.heldUnder(set)).toBe(alone.heldUnder(set, sets));
					}
				}
			}
		}),
		{ seed: 9 }
	);
	expect(Math.min(small, large)).toBeGreaterThan(0.1 * (small + large));
});

test('the same codes, in any order and number, have one table', () => {
	const tables = new LayerTables();
	const layer = Uint16Array.of(0, 4, 2, 4);
	const found = tables.of([0, 1, 2, 3], layer);
	expect(tables.of([2, 1, 0], layer)).toBe(found);
	expect(tables.of([0], layer)).not.toBe(found);
	expect(tables.of([0], layer)).toBe(tables.of([0, 0], layer));
});
