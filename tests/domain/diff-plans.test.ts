import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffPlans, editOfDiff } from '../../src/lib/domain/diff-plans.ts';
import { applyEdit } from '../../src/lib/domain/edit.ts';
import type { Item, ItemId } from '../../src/lib/domain/items.ts';
import type { Plan } from '../../src/lib/domain/plan.ts';
import { sameJson } from '../../src/lib/domain/same-json.ts';
import { printPlan } from '../../src/lib/formats/print-plan.ts';
import { arbitraryPlan } from '../support/arbitrary-plan.ts';
import { checkpoint, planOf, ring } from '../support/plan-samples.ts';

const LABEL = { verb: 'change' } as const;
const copyOf = (plan: Plan): Plan => structuredClone({ ...plan, items: new Map(plan.items) });

/** The second plan has some things of the first as they are, some of its own under the same ids, and its own. */
const twoPlans = fc
	.tuple(arbitraryPlan, arbitraryPlan, fc.array(fc.nat(2), { minLength: 12, maxLength: 12 }))
	.map(([a, b, choices]): [Plan, Plan] => {
		const items = new Map(b.items);
		[...a.items.values()].forEach((item, i) => {
			if (choices[i] === 0) items.set(item.id, item);
			else if (choices[i] === 1) items.delete(item.id);
		});
		const { foreign: _of, ...rest } = b;
		return [a, { ...rest, items, ...(a.foreign && { foreign: a.foreign }) }];
	});

describe('what makes one plan into another', () => {
	test('is nothing between a plan and itself, or a copy of it', () => {
		fc.assert(
			fc.property(arbitraryPlan, (plan) => {
				const nothing = { added: [], removed: [], changed: [], header: null };
				expect(diffPlans(plan, plan)).toEqual(nothing);
				expect(diffPlans(plan, copyOf(plan))).toEqual(nothing);
			}),
			{ seed: 3, numRuns: 200 }
		);
	});

	test('done as an edit makes the other plan, touches nothing that is the same, and mirrors', () => {
		let met = 0;
		fc.assert(
			fc.property(twoPlans, ([a, b]) => {
				const diff = diffPlans(a, b);
				const edit = editOfDiff(diff, LABEL);
				expect(printPlan(applyEdit(a, edit).plan)).toBe(printPlan(b));
				for (const item of edit.put) {
					expect(JSON.stringify(item)).not.toBe(JSON.stringify(a.items.get(item.id)));
				}
				const back = diffPlans(b, a);
				const ids = (items: readonly Item[]) => items.map(({ id }) => id).sort();
				expect(ids(back.added)).toEqual(ids(diff.removed));
				expect(ids(back.removed)).toEqual(ids(diff.added));
				expect(ids(back.changed.map(({ after }) => after))).toEqual(
					ids(diff.changed.map(({ after }) => after))
				);
				if (diff.added.length && diff.removed.length && diff.changed.length) met++;
			}),
			{ seed: 4, numRuns: 300 }
		);
		expect(met).toBeGreaterThan(30);
	});
});

describe('how something changed', () => {
	const changesOf = (before: Item, after: Item) => {
		const [one] = diffPlans(planOf([before]), planOf([after])).changed;
		return one && { changes: one.changes, properties: one.properties };
	};
	const square = ring('r', 1, 0.01);
	const withCorners = (map: (p: number[], i: number) => number[]): Item => ({
		...square,
		geometry: { type: 'Polygon', coordinates: square.geometry.coordinates.map((r) => r.map(map)) } as never
	});

	test('a point goes elsewhere, an area is shifted whole: moved', () => {
		expect(changesOf(checkpoint('a', 71), checkpoint('a', 72))?.changes).toEqual(['moved']);
		const shifted = withCorners(([lng, lat], i) => [
			(lng as number) + 0.02,
			(lat as number) - 0.01 + (i % 2) * 1e-7
		]);
		expect(changesOf(square, shifted)?.changes).toEqual(['moved']);
	});

	test('one corner a metre elsewhere, or a corner more: reshaped', () => {
		const pulled = withCorners(([lng, lat], i) => [lng as number, (lat as number) + (i === 1 ? 1e-5 : 0)]);
		expect(changesOf(square, pulled)?.changes).toEqual(['reshaped']);
		const outer = square.geometry.coordinates[0] as unknown as number[][];
		const more = {
			...square,
			geometry: { type: 'Polygon', coordinates: [[...outer.slice(0, 4), [71, 51], outer[4]]] }
		} as unknown as Item;
		expect(changesOf(square, more)?.changes).toEqual(['reshaped']);
	});

	test('what is said of it, by name; its order in the file; members of the file', () => {
		const before = checkpoint('a', 71, 0, 'North');
		expect(changesOf(before, checkpoint('a', 71, 0, 'South'))).toEqual({
			changes: ['properties'],
			properties: ['name']
		});
		expect(changesOf(before, { ...before, rank: 5 })).toEqual({ changes: ['rank'], properties: [] });
		expect(changesOf(before, { ...before, foreign: { by: 'survey' } } as Item)?.changes).toEqual(['foreign']);
		expect(changesOf(before, { ...before, properties: { name: 'North', note: undefined } } as Item)).toBe(
			undefined
		);
	});

	test('a plan of another name says so in its header alone', () => {
		const diff = diffPlans(planOf([square], 'A'), planOf([square], 'B'));
		expect(diff).toEqual({ added: [], removed: [], changed: [], header: planOf([], 'B').header });
		expect(editOfDiff(diff, LABEL).header?.name).toBe('B');
		expect(diffPlans(planOf([square]), planOf([])).removed.map(({ id }) => id)).toEqual(['r' as ItemId]);
	});
});

test('the same JSON is told apart as its text is, members sorted', () => {
	const sorted = (value: unknown): string =>
		JSON.stringify(value, (_, v: unknown) =>
			typeof v === 'object' && v !== null && !Array.isArray(v)
				? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
				: v
		);
	// small values, so that like ones meet
	const value = fc.letrec((tie) => ({
		any: fc.oneof(
			{ maxDepth: 3 },
			fc.constantFrom(null, 0, 1, '', 'a', true),
			fc.array(tie('any'), { maxLength: 2 }),
			fc.dictionary(fc.constantFrom('a', 'b', 'constructor', '0'), tie('any'), {
				maxKeys: 2,
				noNullPrototype: true
			})
		)
	})).any;
	fc.assert(
		fc.property(value, value, (a, b) => {
			expect(sameJson(a, b)).toBe(sorted(a) === sorted(b));
			expect(sameJson(a, JSON.parse(JSON.stringify(a)))).toBe(true);
		}),
		{ seed: 8, numRuns: 3000 }
	);
});
