import { describe, expect, test } from 'vitest';
import {
	heedChecks,
	ignoreChecks,
	ignoredChecks,
	isIgnored
} from '../../../src/lib/domain/checks/ignored-checks.ts';
import { applyEdit } from '../../../src/lib/domain/edit.ts';
import type { Plan } from '../../../src/lib/domain/plan.ts';
import { parsePlan } from '../../../src/lib/formats/plan-geojson.ts';
import { printPlan } from '../../../src/lib/formats/print-plan.ts';
import { camera } from '../../support/plan-items.ts';
import { checked, found } from './checked.ts';
import { fixedAll } from './fixed.ts';

const empty: Plan = { header: { format: 1, name: 'A', region: 'astana' }, items: new Map() };
const keys = (plan: Plan) => [...ignoredChecks(plan)];

describe('what a plan ignores', () => {
	test('is remembered in its header, can be undone and taken back', () => {
		const { plan, inverse } = applyEdit(empty, ignoreChecks(empty, ['camera-double a b']));
		expect(keys(plan)).toEqual(['camera-double a b']);
		expect(applyEdit(plan, inverse).plan.header).toEqual(empty.header);
		const more = applyEdit(plan, ignoreChecks(plan, ['zones-gap'])).plan;
		expect(keys(more)).toEqual(['camera-double a b', 'zones-gap']);
		const back = applyEdit(more, heedChecks(more, ['zones-gap', 'camera-double a b'])).plan;
		expect(back.header).toEqual(empty.header);
	});
	test('a code takes all of its findings back, one by one ignored or not', () => {
		const { plan } = applyEdit(empty, ignoreChecks(empty, ['zones-gap x', 'zones-gap', 'zones-overlap y']));
		expect(keys(applyEdit(plan, heedChecks(plan, ['zones-gap'])).plan)).toEqual(['zones-overlap y']);
	});
	test('goes through a file', () => {
		const { plan } = applyEdit(empty, ignoreChecks(empty, ['zones-gap x']));
		const read = parsePlan(printPlan(plan), { newId: () => 'x' });
		expect(read.problems).toEqual([]);
		expect(keys(read.plan)).toEqual(['zones-gap x']);
	});
	test('what is no list of texts ignores nothing', () => {
		for (const ignored of ['zones-gap', 3, null, { a: 1 }, [3, null]]) {
			expect(keys({ ...empty, header: { ...empty.header, ignoredChecks: ignored } })).toEqual([]);
		}
	});
	test('a finding is ignored by its key or by its code', () => {
		const finding = { key: 'zones-gap x', code: 'zones-gap' as const };
		expect(isIgnored(new Set(['zones-gap x']), finding)).toBe(true);
		expect(isIgnored(new Set(['zones-gap']), finding)).toBe(true);
		expect(isIgnored(new Set(['zones-gap y', 'zones-overlap']), finding)).toBe(false);
	});
	test('"fix all" leaves what is ignored', () => {
		const view = { azimuthDeg: 0 };
		const plan = checked([
			camera('a', 0, 0, view),
			camera('b', 0, 0, view),
			camera('c', 9, 0, view),
			camera('d', 9, 0, view)
		]);
		expect(found(plan)).toHaveLength(2);
		const { plan: after } = fixedAll(plan, { ignored: ['camera-double a b'] });
		expect([...after.items.keys()]).toEqual(['a', 'b', 'c']);
		expect(fixedAll(plan, { ignored: ['camera-double'] }).answer.edit).toBeNull();
	});
});
