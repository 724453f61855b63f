import { afterEach, describe, expect, test } from 'vitest';
import { language } from '../../src/lib/editor/language.svelte.ts';
import {
	areaText,
	countText,
	lengthText,
	shareText,
	withUnit
} from '../../src/lib/editor/wording/quantity.ts';

afterEach(() => {
	language.locale = 'en';
});

/** The thin unbreakable space between figure and unit. */
const S = '\u202f';

describe('figures as people read them', () => {
	test.each([
		['no length', lengthText(0), `0${S}m`],
		['metres under a kilometre', lengthText(850.4), `850${S}m`],
		['what rounds to a kilometre is one', lengthText(999.6), `1${S}km`],
		['kilometres above', lengthText(2104), `2.104${S}km`],
		['four significant digits', lengthText(123_456), `123.5${S}km`],
		['thousands are separated', lengthText(12_345_678), `12,350${S}km`],
		['a small area', areaText(12_340), `12,340${S}m²`],
		['an area from a tenth of a km²', areaText(100_000), `0.1${S}km²`],
		['a city', areaText(145_512_000), `145.5${S}km²`],
		['a count', countText(220_000), '220,000'],
		['an angle has no space', withUnit(70.25, '°'), '70.25°'],
		['a size', withUnit(4.8, 'mm'), `4.8${S}mm`]
	])('%s', (_, seen, wanted) => {
		expect(seen).toBe(wanted);
	});

	test.each([
		[0, `0${S}%`],
		[0.0001, `<${S}0.1${S}%`],
		[0.413, `41.3${S}%`],
		[0.99999, `99.9${S}%`],
		[1, `100${S}%`],
		[Number.NaN, '–']
	])('a share of %d', (share, wanted) => {
		expect(shareText(share)).toBe(wanted);
	});

	test('Chinese writes per cent without a space, and follows a switch at once', () => {
		language.locale = 'zh';
		expect(shareText(0.413)).toBe('41.3%');
		expect(lengthText(2104)).toBe(`2.104${S}km`);
		language.locale = 'en';
		expect(shareText(0.413)).toBe(`41.3${S}%`);
	});
});
