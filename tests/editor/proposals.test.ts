import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Item, ItemId } from '../../src/lib/domain/items.ts';
import type { Desk } from '../../src/lib/editor/desk.svelte.ts';
import { printPlan } from '../../src/lib/formats/print-plan.ts';
import { desk } from '../support/desk.ts';
import { checkpoint, coverageAnswer, NOTHING_SEALED, planOf } from '../support/plan-samples.ts';

// passing words go by themselves; no test waits for them
vi.stubGlobal('setTimeout', (() => 0) as never);

let made: Desk;
let store: string;

beforeEach(async () => {
	({ made, store } = await desk());
	await made.start(null);
});

function put(item: Item): void {
	made.editor.do({ label: { verb: 'add', kind: item.kind }, put: [item], drop: [] });
}
const ids = (): string[] => [...made.editor.plan.items.keys()];
const names = (): string[] => made.proposals.all.map((plan) => made.proposals.nameOf(plan));
const idOf = (name: string): string =>
	made.proposals.all.find((plan) => made.proposals.nameOf(plan) === name)?.id ?? '';

describe('proposals of a plan', () => {
	test('a copy is gone on in, and the one it was made from stays to the last step', async () => {
		put(checkpoint('before', 71.2, 5));
		const first = printPlan(made.editor.plan);
		expect(await made.proposals.copy()).toBe(true);
		expect(names()).toEqual(['Proposal A', 'Proposal B']);
		put(checkpoint('after', 71.3, 6));
		made.editor.undo();
		made.editor.undo();
		put(checkpoint('instead', 71.4, 7));
		const second = printPlan(made.editor.plan);

		await made.proposals.switchTo(idOf('Proposal A'));
		expect(printPlan(made.editor.plan)).toBe(first);
		expect(made.editor.history.cursor).toBe(1);
		made.editor.undo();
		expect(ids()).not.toContain('before');
		made.editor.redo();
		await made.proposals.switchTo(idOf('Proposal B'));
		expect(printPlan(made.editor.plan)).toBe(second);
		made.editor.undo();
		expect(ids()).not.toContain('instead');
	});

	test('switching leaves the map where it is, and what is selected where it is there too', async () => {
		put(checkpoint('only-here', 71.2, 5));
		await made.proposals.copy();
		made.editor.do({ label: { verb: 'remove' }, put: [], drop: ['only-here' as ItemId] });
		made.editor.view = null;
		made.editor.select({ what: 'item', id: 'checkpoint-1' as ItemId });
		await made.proposals.switchTo(idOf('Proposal A'));
		expect(made.editor.view).toBe(null);
		expect(made.editor.selection).toEqual({ what: 'item', id: 'checkpoint-1' });
		made.editor.select({ what: 'item', id: 'only-here' as ItemId });
		await made.proposals.switchTo(idOf('Proposal B'));
		expect(made.editor.selection).toBe(null);
	});

	test('they outlive the tab with their names, in the order they were made', async () => {
		await made.proposals.copy();
		await made.proposals.rename(made.keeper.planId as string, '  North first ');
		await made.proposals.copy();
		await made.proposals.rename(made.keeper.planId as string, '   ');
		put(checkpoint('x', 71.2, 5));
		await made.keeper.settled();
		const last = made.keeper.planId;
		({ made } = await desk({ store }));
		await made.start(last);
		expect(names()).toEqual(['Proposal A', 'North first', 'Proposal C']);
		expect(ids()).toContain('x');
		expect(made.proposals.all[2].copiedFrom).toBe(idOf('North first'));
	});

	test('a letter that is taken is not given again', async () => {
		await made.proposals.copy();
		await made.proposals.copy();
		const third = made.keeper.planId as string;
		await made.proposals.switchTo(idOf('Proposal A'));
		await made.forget(idOf('Proposal B'));
		await made.proposals.copy();
		expect(new Set(names()).size).toBe(3);
		expect(names()).toContain('Proposal C');
		expect(made.proposals.all.map(({ id }) => id)).toContain(third);
	});

	test('one that is removed comes back as it was', async () => {
		await made.proposals.copy();
		await made.proposals.rename(made.keeper.planId as string, 'Night');
		const night = made.keeper.planId as string;
		await made.proposals.switchTo(idOf('Proposal A'));
		await made.forget(night);
		expect(names()).toEqual(['Proposal A']);
		made.screen.toasts.at(-1)?.action?.run();
		await vi.waitFor(() => expect(names()).toEqual(['Proposal A', 'Night']));
	});

	test('a file is opened as one of them, another plan is none of them', async () => {
		const text = printPlan(planOf([checkpoint('f', 71.5)], 'Filed', 'astana'));
		await made.proposals.openFile(new File([text], 'from-the-county.geojson'));
		expect(names()).toEqual(['Proposal A', 'from-the-county']);
		expect(ids()).toEqual(['f']);
		await made.newPlan();
		expect(made.proposals.all).toHaveLength(1);
		expect(made.kept).toHaveLength(3);
	});

	test('how one stands is kept with it when every answer is there, and steps leave it', async () => {
		const { editor } = made;
		await made.proposals.keepFigures();
		expect(made.proposals.current?.figures).toBe(undefined);
		editor.coverage = coverageAnswer(0.25);
		editor.seal = NOTHING_SEALED;
		editor.answered = { coverage: editor.number, seal: editor.number, advice: editor.number, routes: -1 };
		await made.proposals.keepFigures();
		expect(made.proposals.current?.figures?.coveredShare).toBe(0.25);
		put(checkpoint('x', 71.2, 5));
		await made.keeper.settled();
		await made.proposals.rename(made.keeper.planId as string, 'One');
		expect(made.proposals.current?.figures?.coveredShare).toBe(0.25);
		expect(made.proposals.current?.proposal).toBe('One');
		expect(made.proposals.current?.things).toBe(3);
	});

	test('two tabs on one plan: neither loses a step, and what parts becomes a proposal beside it', async () => {
		const other = await desk({ store });
		await other.made.start(made.keeper.planId);
		put(checkpoint('here', 71.2, 5));
		await made.keeper.settled();
		other.made.editor.do({
			label: { verb: 'add', kind: 'checkpoint' },
			put: [checkpoint('there', 71.3, 5)],
			drop: []
		});
		await other.made.keeper.settled();
		expect(other.made.screen.toasts.some(({ tone }) => tone === 'wrong')).toBe(true);
		await vi.waitFor(() => expect(other.made.proposals.all).toHaveLength(2));
		expect(ids()).toContain('here');
		const mine = made.keeper.planId as string;
		expect(other.made.keeper.planId).not.toBe(mine);
		await other.made.proposals.switchTo(mine);
		expect([...other.made.editor.plan.items.keys()]).toContain('here');
		expect([...other.made.editor.plan.items.keys()]).not.toContain('there');
	});
});

test('plans that were kept before there were proposals open as they were, each alone', async () => {
	put(checkpoint('old', 71.2, 5));
	await made.keeper.settled();
	const id = made.keeper.planId as string;
	const raw = await openDB(store);
	const row = (await raw.get('plans', id)) as Record<string, unknown>;
	expect(Object.keys(row).sort()).toEqual(['foldedSeq', 'id', 'name', 'region', 'things', 'touched']);
	raw.close();
	({ made } = await desk({ store }));
	await made.start(id);
	expect(ids()).toContain('old');
	expect(made.proposals.all.map((plan) => plan.id)).toEqual([id]);
	expect(made.editor.history.cursor).toBe(1);
});

test('where nothing can be kept there are no proposals, which is said', async () => {
	await made.keeper.settled();
	made.keeper.state = 'failed';
	expect(await made.proposals.copy()).toBe(false);
	expect(made.screen.toasts.at(-1)?.tone).toBe('wrong');
	expect(made.kept).toHaveLength(1);
});
