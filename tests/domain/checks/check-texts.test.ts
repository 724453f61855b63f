import { describe, expect, test } from 'vitest';
import {
	CHECK_CODES,
	type CheckFinding,
	type CheckFix
} from '../../../src/lib/domain/checks/check-finding.ts';
import { checkText, checkTitle, fixText } from '../../../src/lib/domain/checks/check-texts.ts';
import type { ItemId } from '../../../src/lib/domain/items.ts';

const names = { nameOf: (id: ItemId) => `<${id}>`, area: () => '12 m²', length: () => '7 m' };
const [a, b] = ['a', 'b'] as ItemId[] as [ItemId, ItemId];
const full = (code: CheckFinding['code'], more: Partial<CheckFinding> = {}): CheckFinding => ({
	key: 'k',
	code,
	severity: 'error',
	about: [a, b],
	at: [0, 0],
	bbox: [0, 0, 0, 0],
	areaM2: 12,
	lengthM: 7,
	count: 2,
	level: 2,
	named: 'old ring',
	fault: 'spike',
	why: 'far',
	fixes: [],
	isPlain: false,
	...more
});
const FIXES: CheckFix[] = [
	{ how: 'remove', ids: [a] },
	{ how: 'cut', from: a },
	{ how: 'fill', into: a },
	{ how: 'clip', id: a },
	{ how: 'repair', id: a },
	{ how: 'drop-part', id: a, part: 1, ring: 0 },
	{ how: 'drop-part', id: a, part: 0, ring: 1 },
	{ how: 'drop-corner', id: a, at: { part: 0, ring: 0, corner: 1 } },
	{ how: 'restore', item: {} as never },
	{ how: 'move', id: a, to: [0, 0], onto: 'road' },
	{ how: 'move', id: a, to: [0, 0], onto: 'border' },
	{ how: 'take-ring', id: a, ring: b },
	{ how: 'forget-ring', id: a },
	{ how: 'forget-controls', id: a },
	{ how: 'set-level', id: a, level: 3 },
	{ how: 'swap-levels', ids: [a, b] }
];

describe.each(['en', 'zh'] as const)('%s', (language) => {
	test.each(CHECK_CODES)('%s has a title and a sentence', (code) => {
		const text = checkText(full(code), language, names);
		expect(text).not.toMatch(/undefined|\?|NaN|\s{2}/);
		expect(text).toMatch(code === 'unread-shape' ? /old ring/ : /<a>/);
		expect(checkTitle(code, language)).not.toBe('');
		// Chinese has no half-width commas, English no Chinese
		expect(text).not.toMatch(language === 'zh' ? /, / : /[\u4e00-\u9fff]/);
	});
	test.each(['no-road', 'stale', 'far'] as const)('idle because %s', (why) => {
		expect(checkText(full('checkpoint-idle', { why }), language, names)).not.toMatch(/undefined/);
	});
	test('every way is worded, and no two of a finding alike', () => {
		const texts = FIXES.map((fix) => fixText(fix, full('zones-overlap'), language, names));
		for (const text of texts) expect(text).not.toMatch(/undefined|\s{2}/);
		expect(new Set(texts).size).toBe(texts.length);
	});
});

test('many neighbours of a gap are counted', () => {
	const gap = full('zones-gap', { about: ['a', 'b', 'c', 'd', 'e'] as ItemId[] });
	expect(checkText(gap, 'en', names)).toBe('A gap of 12 m² between <a>, <b>, <c> and 2 more');
	expect(checkText(gap, 'zh', names)).toBe('<a>、<b>、<c>等 5 处之间有 12 m² 空隙');
	expect(checkText(full('zones-gap'), 'en', names)).toBe('A gap of 12 m² between <a> and <b>');
});
