import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffPlans, diffSteps } from '../../../src/lib/domain/diff-plans.ts';
import { applyEdit } from '../../../src/lib/domain/edit.ts';
import type { Item, ItemId } from '../../../src/lib/domain/items.ts';
import { takeOver } from '../../../src/lib/domain/operations/take-over.ts';
import { isRefusal } from '../../../src/lib/domain/refusal.ts';
import { checkpoint, planOf } from '../../support/plan-samples.ts';

function zone(id: string, west: number, east: number): Item {
	const ring = [
		[west, 51],
		[east, 51],
		[east, 51.01],
		[west, 51.01],
		[west, 51]
	];
	return {
		id: id as ItemId,
		kind: 'patrol-zone',
		geometry: { type: 'Polygon', coordinates: [ring] },
		properties: { level: 'city', name: id },
		rank: 0
	};
}

describe('what another plan has otherwise is taken over', () => {
	test('all of it makes the one plan into the other', () => {
		const things = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 10 });
		fc.assert(
			fc.property(things, things, fc.integer({ min: 0, max: 3 }), (here, there, shift) => {
				const a = planOf([...new Set(here)].map((i) => checkpoint(`c${i}`, 71 + i / 100, i)));
				const b = planOf([...new Set(there)].map((i) => checkpoint(`c${i}`, 71 + (i + shift) / 100, i)));
				const edit = takeOver(a, diffPlans(a, b));
				if (isRefusal(edit)) throw new Error(edit.problem.code);
				const { plan } = applyEdit(a, edit);
				const left = diffPlans(plan, b);
				expect([left.added, left.removed, left.changed]).toEqual([[], [], []]);
			})
		);
	});

	test('a zone that would lie over one that stays is refused, both together are not', () => {
		const here = planOf([zone('west', 71, 71.02), zone('east', 71.02, 71.04)]);
		const there = planOf([zone('west', 71, 71.01), zone('east', 71.01, 71.04)]);
		const diff = diffPlans(here, there);
		expect(diff.changed).toHaveLength(2);
		const east = { ...diff, changed: diff.changed.filter(({ after }) => after.id === 'east') };
		const refused = takeOver(here, east);
		expect(isRefusal(refused) && [refused.problem.code, refused.problem.seen]).toEqual(['overlaps', 'west']);
		const west = { ...diff, changed: diff.changed.filter(({ after }) => after.id === 'west') };
		expect(isRefusal(takeOver(here, west))).toBe(false);
		expect(isRefusal(takeOver(here, diff))).toBe(false);
	});

	test('what lay over another already may stay so', () => {
		const here = planOf([zone('west', 71, 71.03), zone('east', 71.02, 71.04)]);
		const named = { ...zone('east', 71.02, 71.04), properties: { level: 'city', name: 'East' } } as Item;
		const there = planOf([zone('west', 71, 71.03), named]);
		expect(isRefusal(takeOver(here, diffPlans(here, there)))).toBe(false);
	});

	test.each([0, 1])(
		'of two that change, it is enough that one comes to lie over the other (order %i)',
		(first) => {
			const sorted = (zones: Item[]) => planOf(first === 0 ? zones : zones.reverse());
			const here = sorted([zone('west', 71, 71.02), zone('east', 71.02, 71.04)]);
			const named = { ...zone('west', 71, 71.02), properties: { level: 'city', name: 'West' } } as Item;
			const there = sorted([named, zone('east', 71.01, 71.04)]);
			const refused = takeOver(here, diffPlans(here, there));
			expect(isRefusal(refused) && refused.problem.code).toBe('overlaps');
		}
	);

	test('an area is judged by the level it comes to have, though its shape stays', () => {
		const area = (id: string, level: string) =>
			({ ...zone(id, 71, 71.02), kind: 'area', properties: { level } }) as Item;
		const here = planOf([area('a', 'city'), area('b', 'district')]);
		const there = planOf([area('a', 'city'), area('b', 'city')]);
		const refused = takeOver(here, diffPlans(here, there));
		expect(isRefusal(refused) && refused.problem.code).toBe('overlaps');
	});
});

test('the steps of a comparison come to the same as the whole of it', () => {
	const a = planOf(Array.from({ length: 1200 }, (_, i) => checkpoint(`c${i}`, 71 + i / 1e5, i)));
	const b = planOf(Array.from({ length: 1200 }, (_, i) => checkpoint(`c${i + 40}`, 71 + i / 1e5, i)));
	const steps = diffSteps(a, b);
	let count = 0;
	let step = steps.next();
	for (; !step.done; step = steps.next()) count++;
	expect(count).toBeGreaterThan(3);
	expect(step.value).toEqual(diffPlans(a, b));
});
