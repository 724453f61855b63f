import { describe, expect, test } from 'vitest';
import { BARE, COVERED, LayerTable, PATROL, reasonOf } from '../../../src/lib/analysis/coverage/layers.ts';
import { scenarios } from '../../../src/lib/analysis/coverage/scenarios.ts';
import { NEED } from '../../../src/lib/domain/needs.ts';
import { seeded } from '../../support/random.ts';

const SWITCHES = [NEED.JOIN, NEED.REPAIR, NEED.PLANNED, NEED.PTZ];
/** Every set of needs, of cameras and of patrols: far more than an overlay has layers. */
const EVERY_CODE = Array.from({ length: 2 * PATROL }, (_, code) => code);

function grants(): number[] {
	return Array.from({ length: 16 }, (_, c) =>
		SWITCHES.reduce((set, need, s) => set | ((c >> s) & 1 && need), 0)
	);
}

/** What one ring of these needs makes of ground, written out. */
function labelByHand(needs: number, granted: number): number {
	const missing = needs & ~granted;
	if (missing === 0) return COVERED;
	if (missing & (NEED.PLANNED | NEED.PTZ | NEED.LIKELY | NEED.POSSIBLE)) return BARE;
	if (missing & NEED.CLEAR) return 6;
	if (missing & NEED.COARSE) return 5;
	if (missing & NEED.REPAIR) return 4;
	return missing & NEED.JOIN ? 3 : 2;
}

describe('layers of a cell', () => {
	test('never are more than the bits of a set, whatever meets there', () => {
		for (const granted of grants()) expect(new LayerTable(EVERY_CODE, granted).count).toBeLessThan(30);
	});

	test('keep for every set of needs its label and the scenarios that meet it', () => {
		for (const granted of grants()) {
			const table = new LayerTable(EVERY_CODE, granted);
			const sets = scenarios(granted);
			const wrong = EVERY_CODE.filter((code) => {
				const needs = code & (PATROL - 1);
				const layer = 1 << table.of(code);
				const held = [...sets].reduce((bits, set, s) => bits | ((needs & ~set) === 0 ? 1 << s : 0), 0);
				return (
					table.labelOf(1 | layer, granted) !== labelByHand(needs, granted) ||
					table.heldUnder(1 | layer, sets) !== held ||
					table.labelOf(layer, granted) !== 0 ||
					table.heldUnder(layer, sets) !== 0
				);
			});
			expect(wrong).toEqual([]);
		}
	});

	test('of several rings the one that takes least says why', () => {
		const random = seeded(3);
		const few = Array.from({ length: 40 }, () => Math.floor(random() * EVERY_CODE.length));
		for (const granted of grants()) {
			const table = new LayerTable(few, granted);
			for (let k = 0; k < 200; k++) {
				const here = few.filter(() => random() < 0.1);
				const present = here.reduce((bits, code) => bits | (1 << table.of(code)), 1);
				const least = Math.min(BARE, ...here.map((code) => labelByHand(code & (PATROL - 1), granted)));
				expect(table.labelOf(present, granted)).toBe(least);
			}
		}
	});

	test('reasons stand in the order of effort, and bare ground wants what was asked about', () => {
		const reasons = [2, 3, 4, 5, 6].map((label) => reasonOf(label, 'all'));
		expect(reasons).toEqual(['off-duty', 'not-integrated', 'broken', 'too-coarse', 'occluded']);
		expect(reasonOf(BARE, 'all')).toBe('no-camera');
		expect(reasonOf(BARE, 'cameras')).toBe('no-camera');
		expect(reasonOf(BARE, 'patrols')).toBe('no-patrol');
	});
});
