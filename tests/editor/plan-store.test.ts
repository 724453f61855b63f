import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Edit } from '../../src/lib/domain/edit.ts';
import { EMPTY_HISTORY } from '../../src/lib/domain/history.ts';
import type { ItemMap } from '../../src/lib/domain/item-map.ts';
import type { Item, ItemId } from '../../src/lib/domain/items.ts';
import { Editor } from '../../src/lib/editor/editor.svelte.ts';
import { Keeper } from '../../src/lib/editor/storage/keeper.svelte.ts';
import { replay, takeSnapshot, type LogEntry } from '../../src/lib/editor/storage/plan-log.ts';
import { LogConflict, logEntry, PlanStore } from '../../src/lib/editor/storage/plan-store.ts';
import { UnkeptSteps, type TabStorage } from '../../src/lib/editor/storage/unkept-steps.ts';
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
	let second = 0;
	const editor = new Editor(new FakeAnalysis(), () => at(++second));
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

	test('jumps in the history come back, and times of steps with them', async () => {
		const { editor, keeper } = await tab();
		for (let i = 1; i <= 6; i++) editor.do(put(checkpoint(`n${i}`, 71 + i / 100, i)));
		editor.jump(2);
		editor.jump(5);
		editor.jump(99);
		editor.undo();
		editor.jump(1);
		editor.do(put(checkpoint('late', 70, 9)));
		editor.jump(0);
		await keeper.settled();
		const kept = await store.load(keeper.planId as string, at(90));
		expect(kept?.history.steps).toHaveLength(2);
		expect(kept?.history.cursor).toBe(0);
		expect(kept?.history).toEqual(editor.history);
		expect(kept?.history.steps.every((step) => /^2026-01-01T/.test(step.at ?? ''))).toBe(true);
		expect(kept?.plan).toEqual(editor.plan);
		// a jump to nowhere is no step of the log
		expect(kept?.seq).toBe(12);
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

describe('a large plan', () => {
	const large = (name = 'Large', count = 2300) =>
		planOf(
			Array.from({ length: count }, (_, i) => checkpoint(`c-${i}`, 71 + i / 1e5, i)),
			name
		);
	const raw = () => openDB(`test-${database}`);

	test('is kept in pieces, its steps in the log, and comes back the same', async () => {
		const { editor, keeper } = await tab(large());
		editor.do(put(checkpoint('late', 72, 9000)));
		editor.do({ label: { verb: 'remove' }, put: [], drop: ['c-7' as ItemId] });
		await keeper.settled();
		const db = await raw();
		expect(await db.count('pieces')).toBe(5);
		expect(((await db.getAll('snapshots')) as { snapshot: { items: [] } }[])[0]?.snapshot.items).toEqual([]);
		const kept = await store.load(keeper.planId as string, at(9));
		expect([...(kept?.plan.items ?? [])]).toEqual([...editor.plan.items]);
		expect(kept?.history).toEqual(editor.history);
		db.close();
	});

	test('kept anew has its old pieces taken away, and so has one that is removed', async () => {
		await store.create('a', large(), EMPTY_HISTORY, at(1));
		await store.create('b', large(), EMPTY_HISTORY, at(1));
		await store.rewrite('a', large('Anew', 1600), EMPTY_HISTORY, 0, at(2));
		const db = await raw();
		expect(await db.count('pieces')).toBe(4 + 5);
		expect((await store.load('a', at(3)))?.plan).toEqual(large('Anew', 1600));
		await store.rewrite('a', large('Small', 3), EMPTY_HISTORY, 0, at(4));
		expect(await db.count('pieces')).toBe(5);
		await store.remove('b');
		expect(await db.count('pieces')).toBe(0);
		expect((await store.load('a', at(5)))?.plan.header.name).toBe('Small');
		db.close();
	});

	test('half written, is not there, and the one before it is whole', async () => {
		await store.create('a', large('Before'), EMPTY_HISTORY, at(1));
		const crashed = await raw();
		for (let number = 0; number < 3; number++) {
			const items = [checkpoint(`half-${number}`, 71)];
			await crashed.put('pieces', { plan: 'a', mark: '2026-01-01T00:00:02.000Z half', number, items });
			await crashed.put('pieces', { plan: 'new', mark: '2026-01-01T00:00:02.000Z half', number, items });
		}
		expect((await store.load('a', at(3)))?.plan).toEqual(large('Before'));
		expect(await store.load('new', at(3))).toBe(null);
		// a day later they are swept up, the others stay
		await store.tidy(new Date(Date.UTC(2026, 0, 1, 12)));
		expect(await crashed.count('pieces')).toBe(5 + 6);
		await store.tidy(new Date(Date.UTC(2026, 0, 3)));
		expect(await crashed.count('pieces')).toBe(5);
		expect((await store.load('a', at(4)))?.plan).toEqual(large('Before'));
		crashed.close();
	});

	test('with a piece missing is refused, not opened in part', async () => {
		await store.create('a', large(), EMPTY_HISTORY, at(1));
		const db = await raw();
		const keys = await db.getAllKeys('pieces');
		await db.delete('pieces', keys[2] as IDBValidKey);
		await expect(store.load('a', at(2))).rejects.toThrow('piece 2 of 5');
		db.close();
	});

	test('kept by two tabs at once is whole afterwards', async () => {
		const other = await PlanStore.open(`test-${database}`);
		const results = await Promise.allSettled([
			store.create('a', large('One'), EMPTY_HISTORY, at(1)),
			other.create('a', large('Two', 1700), EMPTY_HISTORY, at(1))
		]);
		expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
		const kept = (await store.load('a', at(2)))?.plan;
		expect(kept).toEqual(kept?.header.name === 'One' ? large('One') : large('Two', 1700));
		other.close();
	});
});

test('what the first version of the store kept reads as before', async () => {
	const name = `old-${database}`;
	const old = await openDB(name, 1, {
		upgrade(db) {
			db.createObjectStore('plans', { keyPath: 'id' });
			db.createObjectStore('snapshots', { keyPath: 'id' });
			db.createObjectStore('log', { keyPath: ['plan', 'seq'] });
		}
	});
	const plan = planOf([checkpoint('a', 71), checkpoint('b', 72, 1)], 'Old');
	const { header } = plan;
	await old.put('plans', { id: 'a', name: 'Old', region: null, things: 2, touched: 'x', foldedSeq: 0 });
	await old.put('snapshots', {
		id: 'a',
		snapshot: { header, items: [...plan.items.values()], rest: {}, history: EMPTY_HISTORY }
	});
	await old.put('log', {
		...logEntry('a', 1, { type: 'do', edit: put(checkpoint('c', 73, 2)) }, at(1))
	});
	old.close();
	const now = await PlanStore.open(name);
	const kept = await now.load('a', at(2));
	expect([...(kept?.plan.items.keys() ?? [])]).toEqual(['a', 'b', 'c']);
	expect(kept?.history.cursor).toBe(1);
	now.close();
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

test('a plan that is looked at is as it was: not touched, its log not folded', async () => {
	const { editor, keeper } = await tab();
	for (let i = 0; i < 205; i++) editor.do(put(checkpoint(`n${i}`, 71 + i / 1000, i + 1)));
	await keeper.settled();
	const id = keeper.planId as string;
	const rows = await store.list();
	const entries = async () => (await openDB(`test-${database}`)).count('log');
	const before = await entries();
	expect((await store.peek(id))?.plan).toEqual(editor.plan);
	expect(await store.list()).toEqual(rows);
	expect(await entries()).toBe(before);
	expect(await store.peek('nothing')).toBeNull();
	await store.load(id, at(900));
	expect(await entries()).toBe(0);
});

test('a removed plan is gone with its log', async () => {
	const { editor, keeper } = await tab();
	editor.do(put(checkpoint('b', 72, 1)));
	await keeper.settled();
	await store.remove(keeper.planId as string);
	expect(await store.list()).toEqual([]);
	expect(await store.load(keeper.planId as string, at(9))).toBe(null);
});

describe('two tabs on one plan', () => {
	/** A second tab on the plan that `keeper` keeps. */
	async function second(id: string, conflicts: string[]) {
		const editor = new Editor(new FakeAnalysis());
		let ids = 0;
		const keeper: Keeper = new Keeper(
			editor,
			store,
			() => at(50),
			() => `other-${database}-${++ids}`,
			() => conflicts.push(keeper.planId ?? '')
		);
		const kept = await store.load(id, at(40));
		editor.open(kept?.plan ?? planOf([]), null, NO_PACKS, kept?.history);
		keeper.follow(id, kept?.seq ?? 0);
		return { editor, keeper };
	}

	test('an edit after the other has folded the log is not dropped', async () => {
		const conflicts: string[] = [];
		const { editor, keeper } = await tab(planOf([checkpoint('a', 71)]), conflicts);
		const id = keeper.planId as string;
		for (let i = 0; i < 205; i++) editor.do(put(checkpoint(`n${i}`, 71 + i / 1000, i + 1)));
		await keeper.settled();
		const other = await second(id, []);
		other.editor.do(put(checkpoint('theirs', 72, 900)));
		await other.keeper.settled();
		await store.rewrite(id, other.editor.plan, other.editor.history, 206, at(60));
		editor.do(put(checkpoint('mine', 73, 901)));
		await keeper.settled();
		expect(conflicts).toHaveLength(1);
		expect((await store.load(keeper.planId as string, at(70)))?.plan.items.has('mine' as ItemId)).toBe(true);
		expect((await store.load(id, at(70)))?.plan.items.has('theirs' as ItemId)).toBe(true);
	});

	test('to keep a plan whole after a failure writes over nothing of the other', async () => {
		const conflicts: string[] = [];
		const { editor, keeper } = await tab(planOf([checkpoint('a', 71)]), conflicts);
		const id = keeper.planId as string;
		const append = store.append.bind(store);
		store.append = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
		editor.do(put(checkpoint('mine', 72, 1)));
		await keeper.settled();
		expect(keeper.state).toBe('failed');
		store.append = append;
		const other = await second(id, []);
		other.editor.do(put(checkpoint('theirs', 73, 1)));
		await other.keeper.settled();
		expect(await keeper.keepAll()).toBe(true);
		expect(conflicts).toHaveLength(1);
		expect(keeper.planId).not.toBe(id);
		expect((await store.load(id, at(70)))?.plan.items.has('theirs' as ItemId)).toBe(true);
		expect((await store.load(keeper.planId as string, at(70)))?.plan.items.has('mine' as ItemId)).toBe(true);
	});

	test('an edit in a plan that the other removed goes on in one of its own', async () => {
		const conflicts: string[] = [];
		const { editor, keeper } = await tab(planOf([checkpoint('a', 71)]), conflicts);
		const id = keeper.planId as string;
		await store.remove(id);
		editor.do(put(checkpoint('mine', 72, 1)));
		await keeper.settled();
		expect(conflicts).toHaveLength(1);
		expect(keeper.planId).not.toBe(id);
		expect((await store.load(keeper.planId as string, at(9)))?.plan).toEqual(editor.plan);
	});

	test('what is read of a plan leaves what another said of it meanwhile', async () => {
		const { keeper } = await tab();
		const id = keeper.planId as string;
		await Promise.all([store.load(id, at(8)), store.mark(id, { proposal: 'Night' })]);
		const [row] = await store.list();
		expect(row.proposal).toBe('Night');
	});
});

test('what could not be kept is kept once there is room, and nothing is lost of it', async () => {
	const { editor, keeper } = await tab();
	const append = store.append.bind(store);
	store.append = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
	editor.do(put(checkpoint('b', 72, 1)));
	await keeper.settled();
	expect(keeper.state).toBe('failed');
	const rewrite = store.rewrite.bind(store);
	store.rewrite = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
	expect(await keeper.keepAll()).toBe(false);
	store.append = append;
	store.rewrite = rewrite;
	expect(await keeper.keepAll()).toBe(true);
	editor.do(put(checkpoint('c', 73, 2)));
	await keeper.settled();
	const kept = await store.load(keeper.planId as string, at(9));
	expect(kept?.plan).toEqual(editor.plan);
	expect(kept?.history).toEqual(editor.history);
});

test('a log is read as its steps were taken, whatever they were', () => {
	const kinds = fc.array(fc.nat({ max: 9 }), { maxLength: 60 });
	fc.assert(
		fc.property(kinds, fc.nat({ max: 12 }), (steps, to) => {
			const editor = new Editor(new FakeAnalysis());
			editor.open(planOf([checkpoint('a', 71)]), null, NO_PACKS);
			const snapshot = { ...takeSnapshot(editor.plan, editor.history), items: [] };
			const { items } = editor.plan;
			const entries: LogEntry[] = [];
			editor.listenSteps((step) => entries.push(logEntry('p', entries.length + 1, step, at(1))));
			for (const [i, kind] of steps.entries()) {
				if (kind < 5) editor.do(put(checkpoint(`n${kind}`, 71 + i / 100, i + 1)));
				else if (kind < 7) editor.undo();
				else if (kind < 9) editor.redo();
				else editor.jump(to);
			}
			const read = replay(snapshot, items as ItemMap, entries, 0);
			expect(read.history).toEqual(editor.history);
			expect(read.plan).toEqual(editor.plan);
		})
	);
});

describe('a tab that is left before the store has answered', () => {
	/** What a tab keeps over a reload. */
	function tabStorage(): TabStorage & { readonly kept: Map<string, string> } {
		const kept = new Map<string, string>();
		return {
			kept,
			getItem: (key) => kept.get(key) ?? null,
			setItem: (key, text) => void kept.set(key, text),
			removeItem: (key) => void kept.delete(key)
		};
	}

	async function left(storage: TabStorage, work: (editor: Editor) => void) {
		const editor = new Editor(new FakeAnalysis(), () => at(1));
		const id = `left-${database}`;
		const keeper = new Keeper(
			editor,
			store,
			() => at(2),
			() => id,
			() => undefined,
			new UnkeptSteps(storage)
		);
		const plan = planOf([checkpoint('a', 71)]);
		editor.open(plan, null, NO_PACKS);
		await keeper.begin(plan, EMPTY_HISTORY);
		editor.do(put(checkpoint('b', 72, 1)));
		await keeper.settled();
		// from here on nothing reaches the disk
		store.append = () => new Promise(() => undefined);
		work(editor);
		return { id, editor };
	}

	/** The tab after its reload, as the desk opens a kept plan. */
	async function back(storage: TabStorage, id: string) {
		store = await PlanStore.open(`test-${database}`);
		const editor = new Editor(new FakeAnalysis(), () => at(5));
		const keeper = new Keeper(
			editor,
			store,
			() => at(6),
			() => 'new',
			() => undefined,
			new UnkeptSteps(storage)
		);
		const kept = await store.load(id, at(4));
		editor.open(kept?.plan ?? planOf([]), null, NO_PACKS, kept?.history);
		keeper.follow(id, kept?.seq ?? 0);
		for (const step of keeper.takeUnkept(id, kept?.seq ?? 0)) editor.take(step);
		await keeper.settled();
		return { editor, keeper };
	}

	test('has every step when it comes back, and keeps them then', async () => {
		const storage = tabStorage();
		const { id, editor } = await left(storage, (one) => {
			one.do(put(checkpoint('c', 73, 2)));
			one.do(put(checkpoint('d', 74, 3)));
			one.undo();
			one.jump(0);
			one.redo();
			one.do(put(checkpoint('e', 75, 4)));
		});
		const again = await back(storage, id);
		expect([...again.editor.plan.items.keys()]).toEqual(['a', 'b', 'e']);
		expect(again.editor.plan).toEqual(editor.plan);
		expect(again.editor.history.steps).toHaveLength(editor.history.steps.length);
		expect(again.keeper.state).toBe('kept');
		expect((await store.load(id, at(9)))?.plan).toEqual(editor.plan);
		expect(storage.kept.size).toBe(0);
	});

	test('takes up nothing of another plan, nothing that is on disk already, nothing after a hole', async () => {
		const storage = tabStorage();
		const { id } = await left(storage, (one) => one.do(put(checkpoint('c', 73, 2))));
		const step = { type: 'do' as const, edit: put(checkpoint('x', 79, 9)) };
		const entry = (plan: string, seq: number) => logEntry(plan, seq, step, at(3));
		const noted = JSON.parse(storage.kept.get('cordon.unkept') ?? '[]') as LogEntry[];
		const odd = [entry('another', 2), entry(id, 1), ...noted, entry(id, 4)];
		storage.setItem('cordon.unkept', JSON.stringify(odd));
		const again = await back(storage, id);
		expect([...again.editor.plan.items.keys()]).toEqual(['a', 'b', 'c']);
	});

	test('a step of very many things is left to the store, and what came before it with it', async () => {
		const storage = tabStorage();
		const many = Array.from({ length: 1001 }, (_, i) => checkpoint(`m${i}`, 71 + i / 1e4, i + 5));
		const { id } = await left(storage, (one) => {
			one.do(put(checkpoint('c', 73, 2)));
			one.do({ label: { verb: 'add' }, put: many, drop: [] });
		});
		expect(storage.kept.size).toBe(0);
		expect((await back(storage, id)).editor.plan.items.size).toBe(2);
	});

	test('what is no list of steps is passed over, and a tab that refuses storage works', async () => {
		const storage = tabStorage();
		storage.setItem('cordon.unkept', '{"not":');
		const { id } = await left(storage, () => undefined);
		expect((await back(storage, id)).editor.plan.items.size).toBe(2);
		const full: TabStorage = {
			...tabStorage(),
			setItem: () => {
				throw new DOMException('full', 'QuotaExceededError');
			}
		};
		store = await PlanStore.open(`test-${++database}`);
		const { editor } = await left(full, (one) => one.do(put(checkpoint('c', 73, 2))));
		expect(editor.plan.items.size).toBe(3);
	});
});
