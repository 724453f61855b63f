import { expect, test } from 'vitest';
import type { Item, ItemId } from '../../src/lib/domain/items.ts';
import { stackAt } from '../../src/lib/editor/stack-at.ts';
import type { Selection } from '../../src/lib/editor/selection.ts';
import { checkpoint, planOf, ring } from '../support/plan-samples.ts';

const as = (kind: string, id: string, half: number, rank: number): Item =>
	({ ...ring(id, 1, half, rank), kind, properties: {} }) as unknown as Item;
const hollow: Item = {
	...as('patrol-zone', 'hollow', 0.02, 4),
	geometry: {
		type: 'Polygon',
		coordinates: [0.02, 0.01].map((half) => ring('r', 1, half).geometry.coordinates[0])
	}
} as unknown as Item;
const plan = planOf([
	as('area', 'county', 0.3, 0),
	as('area', 'village', 0.1, 1),
	ring('core', 1, 0.2, 2),
	as('patrol-zone', 'beat', 0.05, 3),
	hollow,
	checkpoint('gate', 71, 5)
]);
const item = (id: string): Selection => ({ what: 'item', id: id as ItemId });
const ids = (stack: readonly Selection[]) => stack.map((one) => ('id' in one ? one.id : one.what));

test('what was hit comes first, then the ground below, the finest first, each once', () => {
	expect(ids(stackAt(plan, [71, 51], [item('gate'), item('core')]))).toEqual([
		'gate',
		'core',
		'beat',
		'village',
		'county'
	]);
});

test('ground with a hole is not in its hole, and nothing lies beyond all of it', () => {
	expect(ids(stackAt(plan, [71.015, 51], []))).toContain('hollow');
	expect(ids(stackAt(plan, [71.005, 51], []))).not.toContain('hollow');
	expect(stackAt(plan, [72, 51], [])).toEqual([]);
});
