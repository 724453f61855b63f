import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Edit } from '../../src/lib/domain/edit.ts';
import { EMPTY_HISTORY } from '../../src/lib/domain/history.ts';
import type { Item } from '../../src/lib/domain/items.ts';
import { Editor } from '../../src/lib/editor/editor.svelte.ts';
import { Keeper } from '../../src/lib/editor/storage/keeper.svelte.ts';
import { LogConflict, logEntry, PlanStore } from '../../src/lib/editor/storage/plan-store.ts';
import { FakeAnalysis } from '../support/fake-analysis.ts';
import { checkpoint, NO_PACKS, planOf } from '../support/plan-samples.ts';

let database = 0;
let store: PlanStore;
const at = (second: number): Date => new Date(Date.UTC(2026, 0, 1, 0, 0, second));
const put = (item: Item): Edit => ({ label: { verb: 'add', kind: item.kind }, put: [item], drop: [] });

beforeEach(async () => {
	store = await PlanStore.open(`test-${++database}`);
});

/** A tab with a plan open and kept. */
async function tab(plan = planOf([checkpoint('a', 71)]), conflicts: string[] = []) {
	const editor = new Editor(new FakeAnalysis());
	let second = 0;
	let ids = 0;
	const keeper: Keeper = new Keeper(
		editor,
		store,
		() => at(++second),
		() => `plan-${database}-${++ids}`,
		() => conflicts.push(keeper.planId ?? '')
	);
	editor.open(plan, null, NO_PACKS);
	await keeper.begin(plan, EMPTY_HISTORY);
	return { editor, keeper };
}

describe('what was acknowledged survives', () => {
	test('the plan comes back with its undo history', async () => {
		const { editor, keeper } = await tab();
		editor.do(put(checkpoint('b', 72, 1)));
		editor.do(put(checkpoint('c', 73, 2)));
		editor.undo();
		await keeper.settled();
		expect(keeper.state).toBe('kept');

		const kept = await store.load(keeper.planId as string, at(9));
		expect(kept?.plan).toEqual(editor.plan);
		expect(kept?.history).toEqual(editor.history);
		expect(kept?.seq).toBe(3);
	});

	test('what the file had beside the plan comes back too', async () => {
		const plan = { ...planOf([checkpoint('a', 71)]), foreign: { note: 'kept' } };
		const { keeper } = await tab(plan);
		expect((await store.load(keeper.planId as string, at(9)))?.plan).toEqual(plan);
	});

	test('a long log is folded into a snapshot, and nothing changes by it', async () => {
		const { editor, keeper } = await tab();
		for (let i = 0; i < 230; i++) editor.do(put(checkpoint(`n${i}`, 71 + i / 1000, i + 1)));
		editor.undo();
		await keeper.settled();
		const id = keeper.planId as string;
		const first = await store.load(id, at(9));
		const raw = await openDB(`test-${database}`);
		expect(await raw.count('log')).toBe(0);
		const again = await store.load(id, at(10));
		expect(again).toEqual(first);
		expect(again?.plan).toEqual(editor.plan);
		expect(again?.history.cursor).toBe(229);

		// and the log goes on from there
		keeper.follow(id, again?.seq as number);
		editor.do(put(checkpoint('late', 70, 999)));
		await keeper.settled();
		expect((await store.load(id, at(11)))?.plan).toEqual(editor.plan);
		raw.close();
	});

	test('another plan can be opened while steps are still being kept', async () => {
		const { editor, keeper } = await tab();
		const first = keeper.planId as string;
		editor.do(put(checkpoint('b', 72, 1)));
		const second = planOf([], 'Second');
		editor.open(second, null, NO_PACKS);
		await keeper.begin(second, EMPTY_HISTORY);
		await keeper.settled();
		expect((await store.load(first, at(9)))?.plan.items.size).toBe(2);
		expect((await store.list()).map(({ name }) => name).sort()).toEqual(['Sample', 'Second']);
	});
});

describe('two tabs on one plan', () => {
	test('an entry that is taken is refused, not overwritten', async () => {
		const { editor, keeper } = await tab();
		const id = keeper.planId as string;
		const step = { type: 'do', edit: put(checkpoint('b', 72, 1)) } as const;
		await store.append(logEntry(id, 1, step, at(2)), editor.plan);
		await expect(store.append(logEntry(id, 1, { type: 'undo' }, at(3)), editor.plan)).rejects.toThrow(
			LogConflict
		);
		expect((await store.load(id, at(9)))?.plan.items.size).toBe(2);
	});

	test('the second tab carries on in a copy with all it did', async () => {
		const conflicts: string[] = [];
		const { editor, keeper } = await tab(undefined, conflicts);
		const id = keeper.planId as string;
		await store.append(
			logEntry(id, 1, { type: 'do', edit: put(checkpoint('other', 75, 1)) }, at(2)),
			editor.plan
		);
		editor.do(put(checkpoint('mine', 72, 1)));
		editor.do(put(checkpoint('mine-too', 73, 2)));
		await keeper.settled();
		editor.do(put(checkpoint('mine-later', 74, 3)));
		await keeper.settled();

		expect(conflicts).toHaveLength(1);
		expect(keeper.planId).not.toBe(id);
		const copy = await store.load(keeper.planId as string, at(9));
		expect(copy?.plan).toEqual(editor.plan);
		expect(copy?.history).toEqual(editor.history);
		expect([...((await store.load(id, at(10)))?.plan.items.keys() ?? [])]).toEqual(['a', 'other']);
	});
});

test('where an append fails the state says so, and the next step keeps the whole plan', async () => {
	const { editor, keeper } = await tab();
	const append = store.append.bind(store);
	store.append = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
	editor.do(put(checkpoint('b', 72, 1)));
	await keeper.settled();
	expect(keeper.state).toBe('failed');
	store.append = append;
	editor.do(put(checkpoint('c', 73, 2)));
	await keeper.settled();
	expect(keeper.state).toBe('kept');
	expect((await store.load(keeper.planId as string, at(9)))?.plan).toEqual(editor.plan);
});

test('without storage the screen works and says that nothing is kept', async () => {
	const editor = new Editor(new FakeAnalysis());
	const keeper = new Keeper(
		editor,
		null,
		() => at(1),
		() => 'x',
		() => undefined
	);
	editor.open(planOf([]), null, NO_PACKS);
	await keeper.begin(planOf([]), EMPTY_HISTORY);
	editor.do(put(checkpoint('b', 72)));
	await keeper.settled();
	expect(keeper.state).toBe('off');
});

test('a removed plan is gone with its log', async () => {
	const { editor, keeper } = await tab();
	editor.do(put(checkpoint('b', 72, 1)));
	await keeper.settled();
	await store.remove(keeper.planId as string);
	expect(await store.list()).toEqual([]);
	expect(await store.load(keeper.planId as string, at(9))).toBe(null);
});
