import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import type { ItemId } from '../../src/lib/domain/items.ts';
import { takeOver } from '../../src/lib/domain/operations/take-over.ts';
import { isRefusal } from '../../src/lib/domain/refusal.ts';
import { commandOf } from '../../src/lib/editor/commands/command-table.ts';
import type { Comparison } from '../../src/lib/editor/comparison.svelte.ts';
import { differenceRows, diffOfRows } from '../../src/lib/editor/difference-rows.ts';
import { desk } from '../support/desk.ts';
import { checkpoint } from '../support/plan-samples.ts';

// passing words go by themselves; no test waits for them
vi.stubGlobal('setTimeout', (() => 0) as never);

/** The demo with a copy of it that has a checkpoint more and one less; the copy is open. */
async function compared() {
	const { made, others, store } = await desk();
	await made.start(null);
	await made.proposals.copy();
	const { editor } = made;
	const put = [checkpoint('new', 71.4, 9, 'New')];
	editor.do({ label: { verb: 'add', kind: 'checkpoint' }, put, drop: ['checkpoint-1' as ItemId] });
	editor.assume({ assumptions: { ...editor.assumptions, assumeIntegrated: true }, minAreaM2: 55 });
	await made.keeper.settled();
	const [other] = made.proposals.beside;
	expect(await made.compareWith(other.id)).toBe(true);
	return { made, others, store, comparison: made.comparison as Comparison };
}

test('the other plan has an editor and threads of its own, judged as the open one is, and only to look at', async () => {
	const { made, others, comparison } = await compared();
	expect(comparison.names).toEqual(['Proposal B', 'Proposal A']);
	expect(others).toHaveLength(1);
	expect(others[0].items.has('checkpoint-1' as ItemId)).toBe(true);
	expect(others[0].options?.assumptions).toEqual(made.editor.assumptions);
	expect(others[0].options?.minAreaM2).toBe(55);
	expect(others[0].packs.roads).toBe('/regions/astana/roads.bin');
	expect(comparison.right.isReadOnly).toBe(true);
	made.editor.assume({ minAreaM2: 70 });
	comparison.judgeAlike();
	expect(others[0].options?.minAreaM2).toBe(70);
});

test('what differs is listed, and taken over one by one or all at once until nothing does', async () => {
	const { made, comparison } = await compared();
	await comparison.reckon();
	const rows = differenceRows(comparison.diff as never, null);
	expect(rows.map(({ sort, item }) => `${sort} ${item.id}`)).toEqual(['added checkpoint-1', 'removed new']);
	expect(made.act(takeOver(made.editor.plan, diffOfRows(rows.slice(0, 1))))).toBe(true);
	expect([...made.editor.plan.items.keys()].sort()).toEqual(['checkpoint-1', 'new', 'ring-1']);
	await comparison.reckon();
	expect(comparison.diff?.added).toEqual([]);
	const all = takeOver(made.editor.plan, diffOfRows(differenceRows(comparison.diff as never, null)));
	expect(isRefusal(all)).toBe(false);
	made.act(all);
	await comparison.reckon();
	expect(comparison.diff).toMatchObject({ added: [], removed: [], changed: [], header: null });
	made.editor.undo();
	made.editor.undo();
	expect([...made.editor.plan.items.keys()].sort()).toEqual(['new', 'ring-1']);
});

test('ending it, or opening another plan, lets the other threads go', async () => {
	const one = await compared();
	one.made.endComparison();
	expect(one.others[0].isClosed).toBe(true);
	expect(one.made.comparison).toBe(null);
	const two = await compared();
	await two.made.newPlan();
	expect(two.others[0].isClosed).toBe(true);
	expect(two.made.comparison).toBe(null);
});

test('a plan that is gone is not compared with, which is said', async () => {
	const { made, others } = await desk();
	await made.start(null);
	expect(await made.compareWith('nowhere')).toBe(false);
	expect(others).toEqual([]);
	expect(made.screen.toasts.at(-1)?.tone).toBe('wrong');
	expect(made.screen.busy).toBe(null);
});

test('asked for twice, only the last comparison starts threads; one that is given up starts none', async () => {
	const { made, others } = await desk();
	await made.start(null);
	await made.proposals.copy();
	const [other] = made.proposals.beside;
	const twice = await Promise.all([made.compareWith(other.id), made.compareWith(other.id)]);
	expect(twice).toEqual([false, true]);
	expect(others).toHaveLength(1);
	const given = made.compareWith(other.id);
	made.endComparison();
	expect(await given).toBe(false);
	expect(others.map(({ isClosed }) => isClosed)).toEqual([true]);
	expect(made.comparison).toBe(null);
	expect(made.screen.busy).toBe(null);
});

test('a plan of another region is not laid beside this one', async () => {
	const { made, others } = await desk();
	await made.start(null);
	const demo = made.keeper.planId as string;
	await made.newPlan();
	made.chooseRegion('liechtenstein');
	await made.keeper.settled();
	await made.refreshKept();
	expect(made.proposals.beside).toEqual([]);
	expect(await made.compareWith(demo)).toBe(false);
	expect(others).toEqual([]);
	expect(made.screen.toasts.at(-1)?.tone).toBe('wrong');
});

test('Escape ends it once nothing is picked out', async () => {
	const { made } = await compared();
	made.editor.select({ what: 'item', id: 'new' as ItemId });
	commandOf('step-back').run(made);
	expect(made.comparison).not.toBe(null);
	commandOf('step-back').run(made);
	expect(made.comparison).toBe(null);
});

test('the divider stays on the screen', async () => {
	const { comparison } = await compared();
	for (const [to, at] of [
		[-1, 0.02],
		[0.3, 0.3],
		[7, 0.98]
	]) {
		comparison.moveTo(to);
		expect(comparison.share).toBe(at);
	}
});
