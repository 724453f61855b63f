import { describe, expect, test } from 'vitest';
import { PRESENT } from '../../src/lib/domain/assumptions.ts';
import type { Edit } from '../../src/lib/domain/edit.ts';
import type { Item, ItemId } from '../../src/lib/domain/items.ts';
import { Editor, type EditorStep } from '../../src/lib/editor/editor.svelte.ts';
import { FakeAnalysis } from '../support/fake-analysis.ts';
import {
	checkpoint,
	coverageAnswer,
	NO_PACKS,
	NOTHING_SEALED,
	planOf,
	regionNamed
} from '../support/plan-samples.ts';

function opened(items: readonly Item[] = [checkpoint('a', 71)], roads: string | null = '/roads.bin') {
	const analysis = new FakeAnalysis();
	const editor = new Editor(analysis);
	editor.open(planOf(items), regionNamed('astana'), { ...NO_PACKS, roads });
	return { analysis, editor };
}

function put(item: Item, verb: Edit['label']['verb'] = 'move'): Edit {
	return { label: { verb, kind: item.kind }, put: [item], drop: [] };
}

const lngOf = (items: ReadonlyMap<ItemId, Item>, id: string): unknown =>
	(items.get(id as ItemId)?.geometry.coordinates as number[] | undefined)?.[0];

describe('the analysis mirrors what is shown', () => {
	test('opening hands the whole plan over, with roads and options', () => {
		const { analysis, editor } = opened();
		expect([...analysis.items.keys()]).toEqual(['a']);
		expect(analysis.packs.roads).toBe('/roads.bin');
		expect(analysis.options).toEqual({
			assumptions: PRESENT,
			by: 'all',
			minAreaM2: 100,
			occlusion: true
		});
		expect(analysis.number).toBe(editor.number);
	});

	test('a preview goes over and is taken back whole', () => {
		const { analysis, editor } = opened();
		editor.showPreview(put(checkpoint('a', 72)));
		expect(lngOf(analysis.items, 'a')).toBe(72);
		expect(lngOf(editor.plan.items, 'a')).toBe(71);
		editor.showPreview(put(checkpoint('b', 73), 'add'));
		expect([lngOf(analysis.items, 'a'), lngOf(analysis.items, 'b')]).toEqual([71, 73]);
		editor.showPreview(null);
		expect([...analysis.items]).toEqual([...editor.plan.items]);
	});

	test('a drag that is let go is one edit', () => {
		const { analysis, editor } = opened();
		for (const lng of [71.1, 71.2, 71.3]) editor.showPreview(put(checkpoint('a', lng)));
		editor.do(put(checkpoint('a', 71.3)));
		expect(editor.preview).toBe(null);
		expect(editor.history.steps).toHaveLength(1);
		expect(lngOf(analysis.items, 'a')).toBe(71.3);
		editor.undo();
		expect(lngOf(analysis.items, 'a')).toBe(71);
		editor.redo();
		expect(lngOf(analysis.items, 'a')).toBe(71.3);
	});

	test('undo throws a running preview away first', () => {
		const { analysis, editor } = opened();
		editor.do(put(checkpoint('b', 73), 'add'));
		editor.showPreview(put(checkpoint('b', 74)));
		editor.undo();
		expect([...analysis.items.keys()]).toEqual(['a']);
		expect([...editor.shown.items.keys()]).toEqual(['a']);
	});

	test('a name is an edit that the analysis does not need to hear of', () => {
		const { analysis, editor } = opened();
		const before = analysis.number;
		editor.do({
			label: { verb: 'rename' },
			put: [],
			drop: [],
			header: { ...editor.plan.header, name: 'New' }
		});
		expect(editor.plan.header.name).toBe('New');
		expect(analysis.number).toBe(before);
		expect(editor.isStale('coverage')).toBe(true); // still waiting for the first answer, no more
		editor.undo();
		expect(editor.plan.header.name).toBe('Sample');
	});
});

describe('answers', () => {
	test('a late one is dropped', () => {
		const { analysis, editor } = opened();
		const first = editor.number;
		editor.do(put(checkpoint('a', 72)));
		analysis.say({ type: 'coverage', number: editor.number, answer: coverageAnswer(0.5) });
		analysis.say({ type: 'coverage', number: first, answer: coverageAnswer(0.1) });
		expect(editor.coverage?.summary.coveredShare).toBe(0.5);
		expect(editor.isStale('coverage')).toBe(false);
	});

	test('one of the plan before is dropped, though no newer one has come', () => {
		const { analysis, editor } = opened();
		const before = editor.number;
		editor.open(planOf([]), null, NO_PACKS);
		analysis.say({ type: 'coverage', number: before, answer: coverageAnswer(0.1) });
		expect(editor.coverage).toBe(null);
	});

	test('an old one stays while a new one is worked out', () => {
		const { analysis, editor } = opened();
		analysis.say({ type: 'coverage', number: editor.number, answer: coverageAnswer(0.5) });
		editor.do(put(checkpoint('a', 72)));
		expect(editor.coverage?.summary.coveredShare).toBe(0.5);
		expect(editor.isStale('coverage')).toBe(true);
	});

	test('without roads no ring is waited for', () => {
		const { editor } = opened([], null);
		expect(editor.isStale('seal')).toBe(false);
		expect(editor.isStale('coverage')).toBe(true);
	});

	test('a failure ends the wait and keeps the old answer; the next answer takes it away', () => {
		const { analysis, editor } = opened();
		analysis.say({ type: 'seal', number: editor.number, answer: NOTHING_SEALED });
		editor.do(put(checkpoint('a', 72)));
		analysis.say({ type: 'failed', question: 'seal', message: 'out of memory' });
		expect(editor.failed.seal).toBe('out of memory');
		expect(editor.isStale('seal')).toBe(false);
		expect(editor.seal).toEqual(NOTHING_SEALED);
		analysis.say({ type: 'seal', number: editor.number, answer: { ...NOTHING_SEALED } });
		expect(editor.failed.seal).toBe(undefined);
	});

	test('suggestions and depth stay while rings are dragged, are said to be old, and follow', () => {
		const { analysis, editor } = opened();
		const { suggestions: _, depth: __, ...verdicts } = NOTHING_SEALED;
		analysis.say({ type: 'seal', number: editor.number, answer: verdicts });
		expect(editor.seal).toMatchObject({ suggestions: [], depth: null });
		expect(editor.isStale('seal')).toBe(false);
		expect(editor.isStale('advice')).toBe(true);
		analysis.say({ type: 'advice', number: editor.number, answer: { suggestions: [], depth: 3 } });
		expect(editor.seal?.depth).toBe(3);
		expect(editor.isStale('advice')).toBe(false);

		editor.do(put(checkpoint('a', 72)));
		analysis.say({ type: 'seal', number: editor.number, answer: verdicts });
		expect(editor.seal?.depth).toBe(3);
		expect(editor.isStale('advice')).toBe(true);
		analysis.say({ type: 'advice', number: editor.number - 1, answer: { suggestions: [], depth: 2 } });
		expect(editor.isStale('advice')).toBe(true);
		analysis.say({ type: 'advice', number: editor.number, answer: { suggestions: [], depth: 4 } });
		expect(editor.seal?.depth).toBe(4);
		analysis.say({ type: 'failed', question: 'seal', message: 'out of memory' });
		editor.do(put(checkpoint('b', 72)));
		expect(editor.isStale('advice')).toBe(false);
	});

	test('progress is told until it is done', () => {
		const { analysis, editor } = opened();
		analysis.say({ type: 'progress', question: 'roads', done: 1, total: 3 });
		expect(editor.progress.roads).toEqual({ done: 1, total: 3 });
		analysis.say({ type: 'progress', question: 'roads', done: 3, total: 3 });
		expect(editor.progress.roads).toBe(undefined);
	});
});

describe('review', () => {
	test('nothing can be changed', () => {
		const { editor } = opened();
		editor.do(put(checkpoint('b', 73), 'add'));
		editor.setMode('review');
		editor.do(put(checkpoint('c', 74), 'add'));
		editor.undo();
		editor.setTool('draw-ring');
		expect([...editor.plan.items.keys()]).toEqual(['a', 'b']);
		expect(editor.tool).toBe('select');
		expect(editor.canUndo).toBe(false);
		editor.setMode('plan');
		expect(editor.canUndo).toBe(true);
	});
});

test('steps taken for good are told in order, previews are not', () => {
	const { editor } = opened();
	const steps: EditorStep['type'][] = [];
	const stop = editor.listenSteps((step) => steps.push(step.type));
	editor.showPreview(put(checkpoint('a', 72)));
	editor.do(put(checkpoint('a', 72)));
	editor.undo();
	editor.undo(); // nothing is left to undo: no step
	editor.redo();
	stop();
	editor.undo();
	expect(steps).toEqual(['do', 'undo', 'redo']);
});
