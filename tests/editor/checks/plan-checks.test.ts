import { describe, expect, test } from 'vitest';
import type { CheckFinding } from '../../../src/lib/domain/checks/check-finding.ts';
import { isRefusal } from '../../../src/lib/domain/refusal.ts';
import { PlanChecks } from '../../../src/lib/editor/checks/plan-checks.svelte.ts';
import { Editor } from '../../../src/lib/editor/editor.svelte.ts';
import { OnDemandAnswer } from '../../../src/lib/editor/on-demand.svelte.ts';
import type { Item, ItemId } from '../../../src/lib/domain/items.ts';
import { AnsweringAnalysis } from '../../support/answering-analysis.ts';
import { camera, square, zone } from '../../support/plan-items.ts';
import { NO_PACKS, planOf } from '../../support/plan-samples.ts';

const teamed = (id: string, x: number): Item => {
	const made = zone(id, square(x, 0, 100));
	return { ...made, properties: { team: 'A' } };
};
const view = { azimuthDeg: 0 };
/** Two overlaps and a camera that is there twice. */
const MESS = [
	teamed('a', 0),
	teamed('b', 90),
	teamed('c', 500),
	teamed('d', 590),
	camera('k', 0, 0, view),
	camera('l', 0, 0, view)
];

function scene(items: readonly Item[] = MESS) {
	const analysis = new AnsweringAnalysis();
	const editor = new Editor(analysis);
	editor.open(planOf(items.map((item, rank) => ({ ...item, rank }) as Item)), null, NO_PACKS);
	const refused: string[] = [];
	const checks = new PlanChecks(
		editor,
		new OnDemandAnswer(editor, 'checks'),
		new OnDemandAnswer(editor, 'fix-checks'),
		(result) => {
			if (isRefusal(result)) refused.push(result.reason);
			else editor.do(result);
			return !isRefusal(result);
		}
	);
	return { analysis, editor, checks, refused };
}
const first = (checks: PlanChecks): CheckFinding => checks.open[0] as CheckFinding;

describe('the checks of the open plan', () => {
	test('groups what is found, and counts it', async () => {
		const { checks } = scene();
		expect(checks.count).toBeNull();
		await checks.ask();
		expect(checks.groups.map(({ code, count }) => [code, count])).toEqual([
			['zones-overlap', 2],
			['camera-double', 1]
		]);
		expect([checks.count, checks.plainCount]).toEqual([3, 3]);
	});
	test('a fix is an edit; what it touched is no longer sound until it is checked again', async () => {
		const { checks, editor } = scene();
		await checks.ask();
		const [one, other] = checks.open as [CheckFinding, CheckFinding];
		expect(checks.fix(one, one.fixes[0] as never)).toBe(true);
		expect(checks.isSound(one)).toBe(false);
		expect(checks.isSound(other)).toBe(true);
		expect(checks.checks.isOld).toBe(true);
		await checks.ask();
		expect(checks.count).toBe(2);
		editor.undo();
		await checks.ask();
		expect(checks.count).toBe(3);
	});
	test('a finding that stays is the same object after it was checked again', async () => {
		const { checks } = scene();
		await checks.ask();
		const [one, other, double] = checks.open as CheckFinding[];
		checks.fix(one as CheckFinding, one?.fixes[0] as never);
		await checks.ask();
		expect(checks.open[0]).toBe(other);
		expect(checks.open[1]).toBe(double);
		expect(checks.isSound(other as CheckFinding)).toBe(true);
	});
	test('a finding about what is gone is refused in words, and changes nothing', async () => {
		const { checks, editor, refused } = scene();
		await checks.ask();
		const double = checks.open.find(({ code }) => code === 'camera-double') as CheckFinding;
		editor.do({ label: { verb: 'remove' }, put: [], drop: ['l' as ItemId] });
		expect(checks.isSound(double)).toBe(false);
		expect(checks.fix(double, double.fixes[0] as never)).toBe(false);
		expect(refused).toEqual(['nothing-to-remove']);
	});
	test('what is ignored does not count, stays with the plan, and can be taken back', async () => {
		const { checks, editor } = scene();
		await checks.ask();
		const { key } = first(checks);
		checks.ignore([key]);
		expect(checks.count).toBe(2);
		expect(checks.ignoredFindings.map((one) => one.key)).toEqual([key]);
		checks.ignore(['zones-overlap']);
		expect(checks.count).toBe(1);
		expect(checks.ignoredGroups).toMatchObject([{ code: 'zones-overlap', count: 2 }]);
		editor.undo();
		expect(checks.count).toBe(2);
		checks.heed([key]);
		expect(checks.count).toBe(3);
		expect(editor.plan.header).not.toHaveProperty('ignoredChecks');
	});
	test('"fix all" is one step, which undo takes back whole', async () => {
		const { checks, editor } = scene();
		const before = [...editor.plan.items.values()];
		const done = await checks.fixAll({ codes: null, how: null });
		expect(done).toMatchObject({ fixed: 3, leftCount: 0 });
		expect(editor.history.steps).toHaveLength(1);
		expect(editor.history.steps[0]?.edit.label).toEqual({ verb: 'repair', count: 3 });
		await checks.ask();
		expect(checks.count).toBe(0);
		editor.undo();
		expect([...editor.plan.items.values()].toSorted((a, b) => a.rank - b.rank)).toEqual(before);
	});
	test('"fix all" of a kind leaves the others, and what is ignored', async () => {
		const { checks, editor } = scene();
		await checks.ask();
		checks.ignore([first(checks).key]);
		const done = await checks.fixAll({ codes: ['zones-overlap'], how: null });
		expect(done).toMatchObject({ fixed: 1 });
		expect(editor.plan.items.has('l' as ItemId)).toBe(true);
	});
	test('an edit while it is fixed is not overwritten', async () => {
		const { analysis, checks, editor } = scene();
		analysis.meanwhile = () => editor.do({ label: { verb: 'remove' }, put: [], drop: ['a' as ItemId] });
		expect(await checks.fixAll({ codes: null, how: null })).toBe('changed');
		expect(editor.history.steps).toHaveLength(1);
		expect(editor.plan.items.has('l' as ItemId)).toBe(true);
	});
	test('a large plan is checked when somebody asks', () => {
		const { checks } = scene();
		expect(checks.isFollowing).toBe(true);
		const large = scene(Array.from({ length: 20_001 }, (_, i) => camera(`c${i}`, i, 0, view)));
		expect(large.checks.isFollowing).toBe(false);
		large.checks.isWanted = true;
		expect(large.checks.isFollowing).toBe(true);
	});
	test('in review nothing is fixed and nothing ignored', async () => {
		const { checks, editor } = scene();
		await checks.ask();
		const one = first(checks);
		editor.setMode('review');
		checks.fix(one, one.fixes[0] as never);
		checks.ignore([one.key]);
		await checks.fixAll({ codes: null, how: null });
		expect(editor.history.steps).toEqual([]);
		expect(checks.count).toBe(3);
	});
});
