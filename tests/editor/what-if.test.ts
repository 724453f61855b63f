import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { PRESENT, type Assumptions } from '../../src/lib/domain/assumptions.ts';
import { WHAT_IFS, type WhatIf, type WhatIfShare } from '../../src/lib/domain/findings/gaps.ts';
import { language } from '../../src/lib/editor/language.svelte.ts';
import { granting, isGranted, whatIfRows, withdrawing } from '../../src/lib/editor/what-if.ts';
import { beforeBuyingText, WHAT_IF_WORDS } from '../../src/lib/editor/wording/what-if-words.ts';

afterEach(() => {
	language.locale = 'en';
});

const asItStands = { assumptions: PRESENT, occlusion: true };

/** Shares of 100 km² with 40 covered, each what-if closing what is named here and the rest nothing. */
function sharesOf(closes: Partial<Record<WhatIf, number>>): WhatIfShare[] {
	return WHAT_IFS.map((what) => {
		const closesM2 = closes[what] ?? 0;
		return { what, closesM2, coveredM2: 40e6 + closesM2, coveredShare: (40e6 + closesM2) / 100e6 };
	});
}

describe('switching a what-if on', () => {
	test.each<[WhatIf, Partial<Assumptions>, boolean]>([
		['integrated', { assumeIntegrated: true }, true],
		['repaired', { assumeRepaired: true }, true],
		['repaired-and-integrated', { assumeIntegrated: true, assumeRepaired: true }, true],
		['planned', { countPlanned: true }, true],
		['ptz', { countPtz: true }, true],
		['unobstructed', {}, false]
	])('%s moves its own switches and no other', (what, change, occlusion) => {
		expect(granting(what, asItStands)).toEqual({ assumptions: { ...PRESENT, ...change }, occlusion });
	});

	test('an hour and a density are let go of', () => {
		const asked = { assumptions: { ...PRESENT, at: '2026-05-01T22:30', minPxPerM: 125 }, occlusion: true };
		expect(granting('any-hour', asked)?.assumptions).toMatchObject({ at: undefined, minPxPerM: 125 });
		expect(granting('coarser', asked)?.assumptions).toMatchObject({
			at: '2026-05-01T22:30',
			minPxPerM: undefined
		});
	});

	test.each(['likely', 'possible', 'everything'] as const)('%s is a hope: it has no switch', (what) => {
		expect(granting(what, asItStands)).toBe(null);
		expect(withdrawing(what, asItStands)).toBe(null);
		expect(isGranted(what, asItStands)).toBe(false);
	});

	test('on and off again leaves everything as it was, whatever else is set', () => {
		const options = fc.record({
			assumptions: fc.record({
				countPlanned: fc.boolean(),
				assumeRepaired: fc.boolean(),
				assumeIntegrated: fc.boolean(),
				countPtz: fc.boolean(),
				at: fc.option(fc.constant('2026-05-01T22:30'), { nil: undefined }),
				without: fc.constant(['camera-1'])
			}),
			occlusion: fc.boolean()
		});
		const single = fc.constantFrom('integrated', 'repaired', 'planned', 'ptz', 'unobstructed');
		fc.assert(
			fc.property(options, single, (before, what) => {
				if (isGranted(what, before)) {
					const off = withdrawing(what, before);
					expect(off && isGranted(what, off)).toBe(false);
					expect(off && granting(what, off)).toEqual(before);
				} else {
					const on = granting(what, before);
					expect(on && isGranted(what, on)).toBe(true);
					expect(on && withdrawing(what, on)).toEqual(before);
				}
			})
		);
	});
});

describe('the rows', () => {
	test('as it stands comes first, then by effort; what closes nothing is folded', () => {
		const { rows, idle } = whatIfRows(
			sharesOf({ repaired: 3.1e6, integrated: 5.4e6, 'repaired-and-integrated': 8.6e6, everything: 9e6 }),
			asItStands
		);
		expect(rows.map(({ what }) => what)).toEqual([
			'now',
			'integrated',
			'repaired',
			'repaired-and-integrated',
			'everything'
		]);
		expect(idle).toEqual(['planned', 'unobstructed', 'ptz', 'likely', 'possible']);
	});

	test('what is switched on stays, so that it can be switched off', () => {
		const on = { ...asItStands, assumptions: { ...PRESENT, assumeRepaired: true, countPtz: true } };
		const { rows, idle } = whatIfRows(sharesOf({}), on);
		expect(rows.map(({ what }) => what)).toEqual(['now', 'repaired', 'ptz']);
		expect(idle).not.toContain('repaired');
	});

	test('an hour that is asked for is folded when nobody else would be on duty', () => {
		const asked = { ...asItStands, assumptions: { ...PRESENT, at: '2026-05-01T22:30' } };
		expect(whatIfRows(sharesOf({}), asked).idle).toContain('any-hour');
		expect(whatIfRows(sharesOf({}), asItStands).idle).not.toContain('any-hour');
	});
});

describe('before buying', () => {
	const S = '\u202f';
	test.each<[string, Partial<Record<WhatIf, number>>, string]>([
		[
			'both help',
			{ repaired: 3.1e6, integrated: 5.4e6, 'repaired-and-integrated': 9e6 },
			`Connecting what is there closes 5.4${S}km², repairing what is broken 3.1${S}km², both together 9${S}km²; only then buy.`
		],
		['repair helps', { repaired: 3.1e6 }, `Repairing what is broken closes 3.1${S}km²; only then buy.`],
		['connecting helps', { integrated: 5e6 }, `Connecting what is there closes 5${S}km²; only then buy.`],
		[
			'only together',
			{ 'repaired-and-integrated': 2e6 },
			`Repairing and connecting together closes 2${S}km²; only then buy.`
		],
		['neither', { planned: 2e6 }, 'Neither repairs nor connections close anything here.']
	])('%s', (_, closes, words) => {
		expect(beforeBuyingText(sharesOf(closes), false)).toBe(words);
	});

	test('nothing is said without an answer, or where both are assumed already', () => {
		expect(beforeBuyingText([], false)).toBe(null);
		expect(beforeBuyingText(sharesOf({}).slice(0, 2), false)).toBe(null);
		expect(beforeBuyingText(sharesOf({}), true)).toBe(null);
	});

	test('every what-if has its own words in both languages', () => {
		for (const locale of ['en', 'zh'] as const) {
			language.locale = locale;
			const names = WHAT_IFS.map((what) => WHAT_IF_WORDS[what].name());
			expect(new Set(names).size).toBe(WHAT_IFS.length);
		}
	});
});
