import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../src/lib/domain/edit.ts';
import type { Item, ItemId } from '../../../src/lib/domain/items.ts';
import { changeMany, type ManyChange } from '../../../src/lib/domain/operations/change-many.ts';
import { changeProperties } from '../../../src/lib/domain/operations/change-properties.ts';
import type { Plan } from '../../../src/lib/domain/plan.ts';
import { isRefusal } from '../../../src/lib/domain/refusal.ts';
import { planOf, ring } from '../../support/plan-samples.ts';

function camera(n: number, properties: object = {}): Item {
	const geometry = { type: 'Point', coordinates: [71 + n * 1e-5, 51] };
	return { id: `cam-${n}`, kind: 'camera', rank: n, geometry, properties } as unknown as Item;
}

/** To its end at once; the ids are all of the plan unless told. */
function run(plan: Plan, patch: Readonly<Record<string, unknown>>, ids = [...plan.items.keys()]): ManyChange {
	const steps = changeMany(plan, ids, () => patch);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

const reasons = ({ refused }: ManyChange) => refused.map(({ reason }) => reason);

describe('changeMany', () => {
	test('changes what is to be changed in one edit that undo takes back whole', () => {
		const plan = planOf([camera(0, { owner: 'a' }), camera(1), camera(2, { owner: 'b', note: 'x' })]);
		const { edit, refused } = run(plan, { owner: 'b' });
		expect(refused).toEqual([]);
		expect(edit?.put.map(({ id }) => id)).toEqual(['cam-0', 'cam-1']);
		expect(edit?.label).toEqual({ verb: 'change', kind: 'camera', name: undefined, count: 2 });
		const { plan: after, inverse } = applyEdit(plan, edit as NonNullable<typeof edit>);
		expect([...after.items.values()].map((item) => item.properties.owner)).toEqual(['b', 'b', 'b']);
		expect([...applyEdit(after, inverse).plan.items.values()]).toEqual([...plan.items.values()]);
	});
	test('takes a property away from those that have it', () => {
		const { edit } = run(planOf([camera(0, { owner: 'a', hours: '24/7' }), camera(1)]), { owner: undefined });
		expect(edit?.put.map(({ properties }) => properties)).toEqual([{ hours: '24/7' }]);
		expect(edit?.label.count).toBe(1);
	});
	test('tells each thing that refuses and changes the others', () => {
		const plan = planOf([
			camera(0, { rangeM: 50 }),
			camera(1, { rangeM: 10 }),
			camera(2, { locked: true }),
			ring('r', 1, 0.1, 3)
		]);
		const change = run(plan, { nearM: 20 });
		expect(reasons(change)).toEqual(['near-beyond-range', 'locked']);
		expect(change.refusedIds).toEqual(['cam-1', 'cam-2']);
		expect(change.edit?.put.map(({ id }) => id)).toEqual(['cam-0', 'r']);
		expect(reasons(run(plan, { level: undefined }, ['r' as ItemId]))).toEqual(['missing-property']);
		expect(reasons(run(planOf([camera(0)]), { hours: 'whenever' }))).toEqual(['bad-hours']);
		expect(reasons(run(planOf([camera(0)]), { phone: '+7 701 000 00 00' }))).toEqual(['personal-property']);
		expect(run(planOf([camera(0)]), { phone: '1' }).edit).toBeNull();
	});
	test('passes over what is gone, what is named twice and what has it already', () => {
		const plan = planOf([camera(0, { owner: 'a' }), camera(1)]);
		const ids = ['cam-1', 'gone', 'cam-1', 'cam-0'] as ItemId[];
		expect(run(plan, { owner: 'a' }, ids).edit?.put).toHaveLength(1);
		expect(run(plan, { owner: 'a' }, ['cam-0' as ItemId]).edit).toBeNull();
		expect(run(planOf([camera(0, { resolutionPx: [4, 3] })]), { resolutionPx: [4, 3] }).edit).toBeNull();
	});
	test('a value that was set aside gives way', () => {
		const aside = { ...camera(0), setAside: { owner: 5, hours: 7 } } as Item;
		const { edit } = run(planOf([aside]), { owner: 'a' });
		expect(edit?.put[0]?.setAside).toEqual({ hours: 7 });
	});
	test('does to each thing what changing it alone does', () => {
		const value = fc.constantFrom(
			'a',
			'working',
			5,
			-1,
			true,
			undefined,
			'24/7',
			'Mo-Fr 25:99',
			[16, 16],
			null
		);
		const key = fc.constantFrom(
			'owner',
			'health',
			'rangeM',
			'nearM',
			'hours',
			'integrated',
			'resolutionPx',
			'odd'
		);
		const sound = fc.record(
			{ owner: fc.constantFrom('a', 'b'), rangeM: fc.constantFrom(3, 60), nearM: fc.constantFrom(0, 2) },
			{ requiredKeys: [] }
		);
		fc.assert(
			fc.property(fc.array(sound, { maxLength: 6 }), fc.dictionary(key, value), (all, patch) => {
				const plan = planOf(all.map((properties, n) => camera(n, properties)));
				const { edit, refused, refusedIds } = run(plan, patch);
				const put = new Map(edit?.put.map((item) => [item.id, item]));
				for (const item of plan.items.values()) {
					const alone = changeProperties(item, patch);
					const at = refusedIds.indexOf(item.id);
					if (at >= 0) expect(alone).toMatchObject({ ok: false, reason: refused[at]?.reason });
					else expect(isRefusal(alone) ? null : alone.put[0]).toEqual(put.get(item.id) ?? item);
				}
			})
		);
	});
	test('a hundred thousand cameras go in short steps', () => {
		const plan = planOf(Array.from({ length: 100_000 }, (_, n) => camera(n, { owner: 'a', hours: '24/7' })));
		const steps = changeMany(plan, plan.items.keys(), () => ({ owner: 'b', hours: 'Mo-Fr 08:00-20:00' }));
		let count = 0;
		while (!steps.next().done) count++;
		expect(count).toBeGreaterThan(1000);
	});
});
