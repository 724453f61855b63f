import { describe, expect, test } from 'vitest';
import type { ItemId } from '../../../src/lib/domain/items.ts';
import { chooseHit, hoveredHit, type Hit, type HitExtent } from '../../../src/lib/editor/tools/choose-hit.ts';

const hit = (id: string, extent: HitExtent): Hit => ({
	selection: { what: 'item', id: id as ItemId },
	extent
});
const item = (id: string) => ({ what: 'item' as const, id: id as ItemId });
const post = hit('post', 'place');
const camera = hit('camera', 'place');
const ring = hit('ring', 'line');
const zone = hit('zone', 'ground');
const other = hit('other zone', 'ground');

describe('chooseHit', () => {
	test.each([
		['nothing', [], null, { select: null }],
		['one thing', [ring], null, { select: item('ring') }],
		['a symbol on a line on ground', [zone, ring, post], null, { select: item('post') }],
		['a line on ground', [zone, ring], null, { select: item('ring') }],
		[
			'two symbols on one another',
			[post, camera, zone],
			null,
			{ offer: [item('post'), item('camera'), item('zone')] }
		],
		['the same thing drawn twice', [zone, zone], null, { select: item('zone') }],
		['two grounds on one another: the upper one', [zone, other], null, { select: item('zone') }],
		[
			'what is selected already, and more',
			[post, zone],
			item('post'),
			{ offer: [item('post'), item('zone')] }
		],
		['what is selected already, alone', [post], item('post'), { select: item('post') }],
		['the upper ground again', [zone, other], item('zone'), { offer: [item('zone'), item('other zone')] }]
	])('%s', (_, hits, selected, expected) => {
		expect(chooseHit(hits, selected)).toEqual(expected);
	});
});

describe('hoveredHit', () => {
	test('is what a click would pick out', () => {
		expect(hoveredHit([zone, ring, post])).toEqual(item('post'));
		expect(hoveredHit([zone, other])).toEqual(item('zone'));
		expect(hoveredHit([])).toBe(null);
	});
});
