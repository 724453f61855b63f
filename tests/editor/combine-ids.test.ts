import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemId } from '../../src/lib/domain/items.ts';
import { combineIds, toggleId } from '../../src/lib/editor/combine-ids.ts';
import { itemsWithin } from '../../src/lib/editor/items-within.ts';
import { DEFAULT_LAYERS } from '../../src/lib/editor/layers.ts';
import type { LngLat } from '../../src/lib/geo/coordinates.ts';
import { checkpoint, planOf, ring } from '../support/plan-samples.ts';

const some = fc.uniqueArray(fc.constantFrom(...('abcdefgh'.split('') as ItemId[])));

describe('ids', () => {
	test('are combined as sets are, each once and in order', () => {
		fc.assert(
			fc.property(some, some, (before, found) => {
				expect(combineIds(before, [...found, ...found], 'replace')).toEqual(found);
				const sum = combineIds(before, found, 'add');
				expect(sum.slice(0, before.length)).toEqual(before);
				expect(new Set(sum)).toEqual(new Set([...before, ...found]));
				expect(new Set(sum).size).toBe(sum.length);
				expect(combineIds(sum, found, 'take')).toEqual(before.filter((id) => !found.includes(id)));
			})
		);
	});
	test('toggled twice are the same set', () => {
		fc.assert(
			fc.property(some, fc.constantFrom('a' as ItemId, 'z' as ItemId), (before, id) => {
				const once = toggleId(before, id);
				expect(once.includes(id)).toBe(!before.includes(id));
				expect(new Set(toggleId(once, id))).toEqual(new Set(before));
			})
		);
	});
});

describe('itemsWithin', () => {
	const plan = planOf([checkpoint('in', 71.05, 0), checkpoint('bay', 71.3, 1), ring('r', 1, 0.1, 2)]);
	/** A hook open to the east: all about (71, 51), and two arms that leave (71.3, 51) out. */
	const hook: LngLat[] = [
		[70.5, 50.5],
		[71.5, 50.5],
		[71.5, 50.7],
		[71.2, 50.7],
		[71.2, 51.3],
		[71.5, 51.3],
		[71.5, 51.5],
		[70.5, 51.5]
	];
	test('finds what lies in the polygon wholly, whichever way it runs', () => {
		expect(new Set(itemsWithin(plan, DEFAULT_LAYERS, hook))).toEqual(new Set(['in', 'r']));
		expect(new Set(itemsWithin(plan, DEFAULT_LAYERS, hook.toReversed()))).toEqual(new Set(['in', 'r']));
		const half: LngLat[] = [
			[71, 50.5],
			[71.5, 50.5],
			[71.5, 51.5],
			[71, 51.5]
		];
		expect(itemsWithin(plan, DEFAULT_LAYERS, half)).toEqual(['in', 'bay']);
	});
	test('leaves out what is not shown', () => {
		const layers = { ...DEFAULT_LAYERS, checkpoints: { visible: false, opacity: 1 } };
		expect(itemsWithin(plan, layers, hook)).toEqual(['r']);
	});
});
