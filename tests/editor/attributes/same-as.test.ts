import { expect, test } from 'vitest';
import { attributeMatcher } from '../../../src/lib/domain/attribute-query.ts';
import type { Item } from '../../../src/lib/domain/items.ts';
import { sameAs } from '../../../src/lib/editor/attributes/same-as.ts';

const camera = (properties: Record<string, unknown>): Item =>
	({
		id: 'c',
		kind: 'camera',
		rank: 0,
		geometry: { type: 'Point', coordinates: [0, 0] },
		properties
	}) as unknown as Item;

test.each<[string, Record<string, unknown>, string, Record<string, unknown>, boolean]>([
	['the same text', { owner: 'A' }, 'owner', { owner: 'A' }, true],
	['another text', { owner: 'A' }, 'owner', { owner: 'B' }, false],
	['both say nothing', {}, 'owner', {}, true],
	['one says nothing', {}, 'owner', { owner: 'B' }, false],
	['a default is as good as stated', {}, 'health', { health: 'working' }, true],
	['and the other way round', { health: 'working' }, 'health', {}, true],
	['false is a value', { integrated: false }, 'integrated', { integrated: false }, true],
	['one head of a pole', { heads: [{ rangeM: 1 }, { rangeM: 9 }] }, 'heads.1.rangeM', { rangeM: 9 }, true],
	['not its other head', { heads: [{ rangeM: 1 }, { rangeM: 9 }] }, 'heads.1.rangeM', { rangeM: 1 }, false],
	['what a head takes from its pole', { rangeM: 5, heads: [{}] }, 'heads.0.rangeM', { rangeM: 5 }, true],
	['a picture', { resolutionPx: [1920, 1080] }, 'resolutionPx', { resolutionPx: [1920, 1080] }, true]
])('%s', (_, mine, path, other, isSame) => {
	const query = sameAs(camera(mine), path);
	expect(attributeMatcher(query)(camera(mine))).toBe(true);
	expect(attributeMatcher(query)(camera(other))).toBe(isSame);
});
