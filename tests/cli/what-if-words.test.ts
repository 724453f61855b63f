import { describe, expect, test } from 'vitest';
import { whatIfLine } from '../../src/cli/what-if-words.ts';
import { WHAT_IFS, type WhatIf } from '../../src/lib/domain/findings/gaps.ts';

const shares = (closes: Partial<Record<WhatIf, number>>) =>
	WHAT_IFS.map((what) => ({ what, coveredM2: 0, coveredShare: 0, closesM2: closes[what] ?? 0 }));

describe('whatIfLine', () => {
	test.each<[string, Partial<Record<WhatIf, number>>, string | null, string | null]>([
		['nothing to gain', { now: 0 }, null, null],
		['dust', { planned: 0.4, 'any-hour': 0.001 }, null, null],
		[
			'repair and connection, together more',
			{ repaired: 3.1e6, integrated: 5.4e6, 'repaired-and-integrated': 9e6, everything: 2e7 },
			'repairing what is broken closes 3.10 km2, connecting what is there 5.40 km2, repairing and connecting 9.00 km2',
			'修复故障可消除 3.10 平方公里，联网现有的可消除 5.40 平方公里，修复并联网 9.00 平方公里'
		],
		[
			'one alone: no word of both',
			{ repaired: 20_000, 'repaired-and-integrated': 20_000 },
			'repairing what is broken closes 0.02 km2',
			'修复故障可消除 0.02 平方公里'
		],
		[
			'both, each of which alone closes nothing',
			{ 'repaired-and-integrated': 20_000 },
			'repairing and connecting closes 0.02 km2',
			'修复并联网 0.02 平方公里'
		],
		[
			'little ground',
			{ unobstructed: 812.4 },
			'seeing past buildings closes 812 m2',
			'消除建筑遮挡 812 平方米'
		]
	])('%s', (_, closes, en, zh) => {
		expect(whatIfLine(shares(closes), 'en')).toBe(en);
		expect(whatIfLine(shares(closes), 'zh')).toBe(zh);
	});
});
