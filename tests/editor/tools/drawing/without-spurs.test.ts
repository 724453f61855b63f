import { expect, test } from 'vitest';
import { withoutSpurs } from '../../../../src/lib/editor/tools/drawing/without-spurs.ts';
import type { LngLat } from '../../../../src/lib/geo/coordinates.ts';

/** Corners named by letters, as far apart as the letters are. */
const corners = (text: string): LngLat[] => [...text].map((letter) => [letter.charCodeAt(0), 0]);

test.each([
	['a square', 'abcd', 'abcd'],
	['out and back', 'abcxcd', 'abcd'],
	['out and back by several', 'abcxyzyxcd', 'abcd'],
	['a corner twice', 'abbcd', 'abcd'],
	['closed twice', 'abcda', 'abcd'],
	['a spur at the first corner', 'xabcda', 'abcd'],
	['a spur at the first corner by two', 'yxabcdax', 'abcd'],
	['a spur before the first corner', 'abcdx', 'abcdx'],
	['nothing but a spur', 'abcba', 'a']
])('%s: %s is %s', (_, text, wanted) => {
	const left = withoutSpurs(corners(text)).map(([code]) => String.fromCharCode(code));
	// where the ring begins is of no matter
	const turned = wanted.length > 1 ? `${left.join('')}${left.join('')}` : left.join('');
	expect(left).toHaveLength(wanted.length);
	expect(turned).toContain(wanted);
});
