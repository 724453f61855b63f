import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { COMMANDS } from '../../src/lib/editor/commands/command-table.ts';
import { runByKey } from '../../src/lib/editor/commands/run-by-key.ts';
import type { Desk } from '../../src/lib/editor/desk.svelte.ts';
import { parsePlan } from '../../src/lib/formats/plan-geojson.ts';
import { printPlan } from '../../src/lib/formats/print-plan.ts';
import type { ItemId } from '../../src/lib/domain/items.ts';
import type { SealAnswer, Suggestion } from '../../src/lib/domain/findings/sealing.ts';
import { desk, read } from '../support/desk.ts';
import { checkpoint, NOTHING_SEALED, planOf } from '../support/plan-samples.ts';

// passing words go by themselves; no test waits for them
vi.stubGlobal('setTimeout', (() => 0) as never);

describe('the first start', () => {
	test('opens the demo over its region', async () => {
		const { made, analysis } = await desk();
		await made.start(null);
		expect(made.state).toBe('ready');
		expect(made.editor.plan.header.name).toBe('Demo');
		expect(analysis.packs.roads).toBe('/regions/astana/roads.bin');
		expect(made.editor.view).not.toBe(null);
	});

	test('without a region opens an empty plan and has no roads', async () => {
		const { made } = await desk({ regions: [] });
		await made.start(null);
		expect(made.state).toBe('ready');
		expect(made.editor.plan.items.size).toBe(0);
		expect(made.editor.hasRoads).toBe(false);
	});
});

describe('a reload', () => {
	test('brings back the plan, its changes and its undo history', async () => {
		const first = await desk();
		await first.made.start(null);
		first.made.rename('Night plan');
		first.made.editor.select({ what: 'item', id: 'checkpoint-1' as ItemId });
		runByKey(
			first.made,
			{ key: 'Delete', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false },
			false,
			false
		);
		await first.made.keeper.settled();

		const second = await desk({ store: first.store });
		await second.made.start(first.made.keeper.planId);
		expect(second.made.editor.plan).toEqual(first.made.editor.plan);
		second.made.editor.undo();
		expect(second.made.editor.plan.items.has('checkpoint-1' as ItemId)).toBe(true);
		second.made.editor.undo();
		expect(second.made.editor.plan.header.name).toBe('Demo');
	});

	test('brings back what was done in the moment before it, that the store never had', async () => {
		const kept = new Map<string, string>();
		const tab = {
			getItem: (key: string) => kept.get(key) ?? null,
			setItem: (key: string, text: string) => void kept.set(key, text),
			removeItem: (key: string) => void kept.delete(key)
		};
		const first = await desk({ tab });
		await first.made.start(null);
		await first.made.keeper.settled();
		// the page goes before anything more is written
		if (first.made.keeper.store) first.made.keeper.store.append = () => new Promise(() => undefined);
		first.made.rename('Night plan');

		const second = await desk({ store: first.store, tab });
		await second.made.start(first.made.keeper.planId);
		expect(second.made.editor.plan.header.name).toBe('Night plan');
		await second.made.keeper.settled();
		expect(kept.size).toBe(0);
		const third = await desk({ store: first.store });
		await third.made.start(first.made.keeper.planId);
		expect(third.made.editor.plan.header.name).toBe('Night plan');
	});
});

describe('opening a file', () => {
	test('keeps the plan that was open, one step away', async () => {
		const { made } = await desk();
		await made.start(null);
		made.editor.select({ what: 'item', id: 'checkpoint-1' as ItemId });
		await made.openText('mine.geojson', printPlan(planOf([checkpoint('x', 72)], 'Mine', 'astana')));
		expect(made.editor.plan.header.name).toBe('Mine');
		expect(made.editor.selection).toBe(null);
		const back = made.kept.find(({ name }) => name === 'Demo');
		expect(await made.openKept(back?.id as string)).toBe(true);
		expect(made.editor.plan.items.size).toBe(2);
	});

	test('what is no plan changes nothing and is listed', async () => {
		const { made } = await desk();
		await made.start(null);
		const before = made.editor.plan;
		await made.openText('broken.geojson', '{ "type": ');
		expect(made.editor.plan).toBe(before);
		expect(made.screen.problems.problems.map(({ code }) => code)).toEqual(['not-json']);
		expect(made.screen.tab).toBe('problems');
	});

	test('what is well-formed stays usable beside what is not', async () => {
		const { made } = await desk();
		await made.start(null);
		const file = JSON.parse(printPlan(planOf([checkpoint('x', 72), checkpoint('y', 73, 1)], 'Half'))) as {
			features: { properties: Record<string, unknown> }[];
		};
		(file.features[1] as (typeof file.features)[0]).properties.kind = 'dragon';
		await made.openText('half.geojson', JSON.stringify(file));
		expect([...made.editor.plan.items.keys()]).toEqual(['x']);
		expect(made.screen.problems.problems.some(({ code }) => code === 'unknown-kind')).toBe(true);
	});
});

describe('a file that is given up', () => {
	const file = new File([printPlan(planOf([checkpoint('x', 72)], 'Mine', 'astana'))], 'mine.geojson');

	test.each<[string, (made: Desk) => unknown]>([
		['by the person', (made) => made.screen.opening?.cancel()],
		['for a new plan', (made) => made.newPlan()],
		['for one that is kept', (made) => made.openKept(made.kept[0]?.id as string)]
	])('%s leaves no trace', async (_, giveUp) => {
		const { made } = await desk();
		await made.start(null);
		const opening = made.openFile(file);
		expect(made.screen.opening?.name).toBe('mine.geojson');
		await giveUp(made);
		await opening;
		expect(made.screen.opening).toBe(null);
		expect(made.editor.plan.header.name).not.toBe('Mine');
		expect(made.kept.map(({ name }) => name)).not.toContain('Mine');
		expect(made.screen.toasts.filter(({ tone }) => tone === 'wrong')).toEqual([]);
	});

	test('when it was read already leaves no trace either', async () => {
		const asked: { cancel?: (() => void) | undefined } = {};
		const { made } = await desk({
			// the person is quicker than the page is with what was read
			reads: (text, watch) => read(text, watch).finally(() => asked.cancel?.())
		});
		await made.start(null);
		const opening = made.openFile(file);
		asked.cancel = made.screen.opening?.cancel;
		await opening;
		expect(made.editor.plan.header.name).toBe('Demo');
		expect(made.screen.opening).toBe(null);
	});

	test('for another file opens that one alone', async () => {
		const { made } = await desk();
		await made.start(null);
		const other = new File([printPlan(planOf([checkpoint('y', 72)], 'Other', 'astana'))], 'other.geojson');
		await Promise.all([made.openFile(file), made.openFile(other)]);
		expect(made.editor.plan.header.name).toBe('Other');
		expect(made.kept.map(({ name }) => name)).not.toContain('Mine');
	});
});

test('another region is an edit, and undoing it lays the old roads again', async () => {
	const { made, analysis } = await desk();
	await made.start(null);
	made.chooseRegion('liechtenstein');
	expect(analysis.packs.roads).toBe('/regions/liechtenstein/roads.bin');
	made.editor.undo();
	expect(analysis.packs.roads).toBe('/regions/astana/roads.bin');
	expect(made.editor.canRedo).toBe(true);
});

test('a removed plan is offered back', async () => {
	const { made } = await desk();
	await made.start(null);
	const demoId = made.keeper.planId as string;
	await made.newPlan();
	await made.forget(demoId);
	expect(made.kept.map(({ id }) => id)).not.toContain(demoId);
	made.screen.toasts.at(-1)?.action?.run();
	await vi.waitFor(() => expect(made.kept.map(({ id }) => id)).toContain(demoId));
});

test('a table is delivered as a file for a spreadsheet, named after the plan and what it is of', async () => {
	const { made, delivered } = await desk();
	await made.start(null);
	made.exportTable('areas', [
		['Area', 'Gap (km²)'],
		['Esil, left bank', 1.5]
	]);
	expect(delivered.map(({ file }) => file)).toEqual(['Demo-areas.csv']);
	const bytes = await (delivered[0] as (typeof delivered)[0]).content.arrayBuffer();
	// a decoder would take the mark off
	expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(
		'\ufeffArea,Gap (km²)\r\n"Esil, left bank",1.5\r\n'
	);
});

test('answers on demand are of one plan: another forgets them', async () => {
	const { made } = await desk();
	await made.start(null);
	await made.areas.ask(null);
	await made.redundancy.ask(null);
	expect(made.areas.answer).toEqual([]);
	await made.newPlan();
	expect([made.areas.answer, made.redundancy.answer]).toEqual([null, null]);
});

test('exports are delivered, and a failure is told instead of thrown', async () => {
	const { made, delivered } = await desk();
	await made.start(null);
	await made.exportAnswer('gaps');
	await made.savePlan();
	expect(delivered.map(({ file }) => file)).toEqual(['Demo-gaps.geojson', 'Demo.geojson']);
	const text = await (delivered[1] as (typeof delivered)[0]).content.text();
	expect(parsePlan(text, { newId: () => 'x' }).problems).toEqual([]);
	await made.exportAnswer('routes');
	expect(made.screen.toasts.at(-1)?.tone).toBe('wrong');
	expect(made.screen.busy).toBe(null);
});

test('a leak is fixed by its suggestion, as one edit', async () => {
	const { made, analysis } = await desk();
	await made.start(null);
	const suggestion: Suggestion = {
		ring: 'ring-1' as ItemId,
		at: [71.1, 51],
		road: 'Kenesary',
		roadClass: 'primary',
		leaks: 1,
		controls: [{ way: 7, at: [71.1, 51] }]
	};
	const seal: SealAnswer = { ...NOTHING_SEALED, suggestions: [suggestion] };
	analysis.say({ type: 'seal', number: made.editor.number, answer: seal });
	const { sealBySuggestions } = await import('../../src/lib/editor/seal-by-suggestions.ts');
	expect(made.act(sealBySuggestions(made.editor.plan, [suggestion]))).toBe(true);
	const added = made.editor.plan.items.get('checkpoint-2' as ItemId);
	expect(added?.properties).toEqual({ name: 'Kenesary', ring: 'ring-1', controls: suggestion.controls });
	expect(made.editor.history.steps).toHaveLength(1);
});

test('while a text is typed, letters and Delete are letters and Delete', async () => {
	const { made } = await desk();
	await made.start(null);
	const press = (key: string, ctrlKey = false) =>
		runByKey(made, { key, ctrlKey, metaKey: false, shiftKey: false, altKey: false }, true, false);
	made.editor.select({ what: 'item', id: 'checkpoint-1' as ItemId });
	expect([press('k'), press('Delete'), press('z', true), press('Escape')]).toEqual([
		false,
		false,
		false,
		false
	]);
	expect(press('k', true)).toBe(true);
	expect(made.screen.dialog).toBe('palette');
});

test('in review no command changes the plan', async () => {
	const { made } = await desk();
	await made.start(null);
	made.rename('Changed');
	made.editor.select({ what: 'item', id: 'checkpoint-1' as ItemId });
	made.editor.setMode('review');
	const before = made.editor.plan;
	for (const command of COMMANDS.filter(({ group }) => group === 'edit' || group === 'tools')) {
		if (command.isEnabled?.(made) ?? true) command.run(made);
	}
	made.rename('Not this');
	expect(made.editor.plan).toBe(before);
	// picking things out changes nothing
	expect(['select', 'lasso', 'measure']).toContain(made.editor.tool);
});
