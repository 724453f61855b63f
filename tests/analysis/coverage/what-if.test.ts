import { describe, expect, test } from 'vitest';
import { PRESENT, type Assumptions } from '../../../src/lib/domain/assumptions.ts';
import { WHAT_IFS, type WhatIf } from '../../../src/lib/domain/findings/gaps.ts';
import { windingAt } from '../../../src/lib/geo/winding.ts';
import { ringsOf } from '../../../src/lib/analysis/coverage/item-rings.ts';
import { NEED } from '../../../src/lib/domain/needs.ts';
import { DutyBook } from '../../../src/lib/domain/on-duty.ts';
import { at } from '../../support/plan-items.ts';
import { seeded } from '../../support/random.ts';
import { expectSound, finish, finished, gridRings } from './finished.ts';
import { mixedScene } from './mixed-scene.ts';

const NOON: Assumptions = { ...PRESENT, at: '2026-05-01T19:00', minPxPerM: 20 };

/** Each what-if that is a question of its own, asked as such. */
const ASKED: [WhatIf, Partial<Assumptions>][] = [
	['any-hour', { at: undefined }],
	['integrated', { assumeIntegrated: true }],
	['repaired', { assumeRepaired: true }],
	['repaired-and-integrated', { assumeRepaired: true, assumeIntegrated: true }],
	['planned', { countPlanned: true }],
	['coarser', { minPxPerM: undefined }],
	['ptz', { countPtz: true }]
];

describe('what is covered under one assumption more', () => {
	test.each([1, 2, 3])('is what asking under that assumption says, scene %i', (seed) => {
		const items = mixedScene(seed);
		for (const given of [NOON, { ...NOON, assumeIntegrated: true, countPtz: true }]) {
			const { whatIf, coveredM2, areaM2 } = finished(items, { assumptions: given }).summary();
			expect(whatIf.map(({ what }) => what)).toEqual(WHAT_IFS);
			expect(whatIf[0]).toEqual({ what: 'now', coveredM2, coveredShare: coveredM2 / areaM2, closesM2: 0 });
			for (const [what, change] of ASKED) {
				const asked = finished(items, { assumptions: { ...given, ...change } }).summary();
				const said = whatIf.find((one) => one.what === what);
				// the sides of a view and of its longer twin are snapped to the grid at other ends
				const slackM2 = what === 'coarser' ? 3 : 0.01;
				expect(Math.abs((said?.coveredM2 ?? 0) - asked.coveredM2), what).toBeLessThan(slackM2);
				expect(said?.closesM2).toBeCloseTo((said?.coveredM2 ?? 0) - coveredM2, 3);
			}
			const everything = whatIf.at(-1)?.coveredM2 ?? 0;
			for (const share of whatIf) expect(share.coveredM2).toBeLessThanOrEqual(everything + 0.01);
			// the scenes are made so that every one of them closes something
			for (const { what, closesM2 } of whatIf) {
				const isGranted =
					what === 'now' || what === 'unobstructed' || (given !== NOON && /integ|ptz/.test(what));
				if (!isGranted) expect(closesM2, what).toBeGreaterThan(100);
			}
		}
	});

	test('is known for any combination of switches before cells are worked out anew', () => {
		const items = mixedScene(4);
		const model = finished(items, { assumptions: NOON });
		for (let c = 0; c < 16; c++) {
			const assumptions = {
				...NOON,
				assumeRepaired: (c & 1) > 0,
				assumeIntegrated: (c & 2) > 0,
				countPlanned: (c & 4) > 0,
				countPtz: (c & 8) > 0
			};
			model.assume({ assumptions, by: 'all', minAreaM2: 0 });
			const { coveredM2: atOnce } = model.summary();
			finish(model);
			expect(Math.abs(atOnce - model.summary().coveredM2)).toBeLessThan(0.01);
			expect(JSON.stringify(model.answer())).toBe(JSON.stringify(finished(items, { assumptions }).answer()));
		}
	});

	test('each gap says what of it is likely, possible and planned', () => {
		const items = mixedScene(5);
		const model = finished(items, { assumptions: NOON });
		const answer = model.answer();
		expectSound(answer);
		const { summary } = answer;
		const rows = model.gaps();
		const sum = (key: 'likelyM2' | 'possibleM2' | 'plannedM2') =>
			rows.reduce((all, row) => all + row[key], 0);
		expect(sum('likelyM2')).toBeCloseTo(summary.likelyM2, 0);
		expect(sum('possibleM2')).toBeCloseTo(summary.possibleM2, 0);
		expect(sum('plannedM2')).toBeCloseTo(
			summary.whatIf.find(({ what }) => what === 'planned')?.closesM2 ?? 0,
			0
		);
		for (const row of rows) {
			for (const m2 of [row.likelyM2, row.possibleM2, row.plannedM2]) {
				expect(m2).toBeGreaterThanOrEqual(0);
				expect(m2).toBeLessThanOrEqual(row.areaM2 + 1e-6);
			}
		}

		// counted by hand on a grid of points, for the gaps that hold enough of them
		const duty = new DutyBook(NOON);
		const rings = items.flatMap((item) => {
			if (item.kind !== 'camera') return [];
			const { rings: all, needs } = ringsOf(item, { minPxPerM: 20, walls: null });
			return all.map((ring, r) => ({ ring, needs: needs[r] | (duty.needsOf(item) as number) }));
		});
		const likely = rings.filter(({ needs }) => (needs & ~NEED.LIKELY) === 0).map(({ ring }) => ring);
		const random = seeded(1);
		for (const { geometry, properties } of answer.features.slice(0, 4)) {
			const outline = gridRings(geometry);
			let inside = 0;
			let hit = 0;
			for (let s = 0; s < 6000; s++) {
				const [lng, lat] = at((random() - 0.5) * 1600, (random() - 0.5) * 1600);
				const [x, y] = [Math.round(lng * 1e7), Math.round(lat * 1e7)];
				if (windingAt(x, y, outline) <= 0) continue;
				inside++;
				if (windingAt(x, y, likely) > 0) hit++;
			}
			if (inside < 300) continue;
			const share = Number(properties?.likelyM2) / Number(properties?.areaM2);
			expect(Math.abs(hit / inside - share)).toBeLessThan(4 * Math.sqrt(0.25 / inside));
		}
	});
});
