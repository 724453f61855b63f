import { expect, test } from 'vitest';
import type { RingVerdict } from '../../src/lib/domain/findings/sealing.ts';
import { shareText } from '../../src/lib/editor/wording/quantity.ts';
import { changesText, compareTexts } from '../../src/lib/editor/wording/compare-words.ts';

const ring = (id: string, level: 1 | 2 | 3, leaks: number): RingVerdict =>
	({ ring: id, level, name: undefined, sealed: leaks === 0, leaks, crossings: 9, open: leaks }) as never;

test('how the other plan does is said ring by ring, and of the ground', () => {
	const open = { rings: [ring('a', 1, 2), ring('b', 2, 3), ring('c', 3, 0)], coveredShare: 0.2 };
	const other = { rings: [ring('a', 1, 0), ring('b', 2, 4), ring('c', 3, 0)], coveredShare: 0.25 };
	expect(compareTexts(open, other)).toEqual([
		'Right, Core ring is sealed.',
		'Right, Outer ring has 1 leak more.',
		`Right covers ${shareText(0.05)} more of the ground.`
	]);
	expect(compareTexts(other, open)).toEqual([
		'Right, Core ring is not sealed.',
		'Right, Outer ring has 1 leak fewer.',
		`Right covers ${shareText(0.05)} less of the ground.`
	]);
	expect(compareTexts(open, open)).toEqual([]);
	expect(compareTexts(open, { rings: [ring('a', 1, 2), ring('d', 3, 1)], coveredShare: null })).toEqual([
		'Right has another ring, Border ring.',
		'Right has no Outer ring.',
		'Right has no Border ring.'
	]);
	expect(compareTexts({ ...open, rings: null }, other)).toBe(null);
});

test('a change is named by its fields', () => {
	expect(changesText(['moved', 'properties'], ['owner', 'health'])).toBe('moved · owner, health');
	expect(changesText(['rank'], [])).toBe('another place in the order');
});
