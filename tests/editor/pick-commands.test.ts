import { describe, expect, test } from 'vitest';
import type { Item, ItemId } from '../../src/lib/domain/items.ts';
import { EVERY_CAMERA } from '../../src/lib/domain/camera-filter.ts';
import { commandOf } from '../../src/lib/editor/commands/command-table.ts';
import type { Desk } from '../../src/lib/editor/desk.svelte.ts';
import { takeFound } from '../../src/lib/editor/attributes/take-found.ts';
import { Editor } from '../../src/lib/editor/editor.svelte.ts';
import { Screen } from '../../src/lib/editor/screen.svelte.ts';
import { selectedIds } from '../../src/lib/editor/selected-ids.ts';
import { selectionOfItems } from '../../src/lib/editor/selection.ts';
import { FakeAnalysis } from '../support/fake-analysis.ts';
import { checkpoint, NO_PACKS, planOf, regionNamed } from '../support/plan-samples.ts';

const ids = (...names: string[]) => names as ItemId[];

function camera(id: string, properties: Record<string, unknown> = {}): Item {
	const geometry = { type: 'Point', coordinates: [71.4, 51.1] };
	return { id, kind: 'camera', rank: 9, geometry, properties } as unknown as Item;
}

function opened(): Desk {
	const editor = new Editor(new FakeAnalysis());
	const items = [
		checkpoint('p1', 71),
		checkpoint('p2', 71.1),
		checkpoint('p3', 71.2),
		camera('c1'),
		camera('c2', { health: 'broken' })
	];
	editor.open(planOf(items), regionNamed('astana'), NO_PACKS);
	return { editor, screen: new Screen() } as unknown as Desk;
}

const run = (desk: Desk, id: string): void => commandOf(id).run(desk);
const picked = ({ editor }: Desk): string[] => selectedIds(editor).sort();

describe('all and the others', () => {
	test('all of the kind that is picked out', () => {
		const desk = opened();
		desk.editor.select({ what: 'item', id: 'p2' as ItemId });
		run(desk, 'pick-all');
		expect(picked(desk)).toEqual(['p1', 'p2', 'p3']);
	});

	test('nothing picked out: all things of the layers shown', () => {
		const desk = opened();
		run(desk, 'pick-all');
		expect(picked(desk)).toEqual(['c1', 'c2', 'p1', 'p2', 'p3']);
		desk.editor.select(null);
		desk.editor.setLayer('checkpoints', { visible: false });
		run(desk, 'pick-all');
		expect(picked(desk)).toEqual(['c1', 'c2']);
	});

	test('neither hidden things nor cameras that are filtered out', () => {
		const desk = opened();
		desk.editor.hide(ids('p1'));
		desk.editor.cameraFilter = { ...EVERY_CAMERA, health: ['broken'] };
		run(desk, 'pick-all');
		expect(picked(desk)).toEqual(['c2', 'p2', 'p3']);
	});

	test('the others of the kind, and back', () => {
		const desk = opened();
		desk.editor.select({ what: 'item', id: 'p2' as ItemId });
		run(desk, 'pick-invert');
		expect(picked(desk)).toEqual(['p1', 'p3']);
		run(desk, 'pick-invert');
		expect(picked(desk)).toEqual(['p2']);
		run(desk, 'pick-all');
		run(desk, 'pick-invert');
		expect(picked(desk)).toEqual([]);
		expect(desk.screen.toasts).toHaveLength(1);
		expect(commandOf('pick-invert').isEnabled?.(desk)).toBe(false);
	});
});

describe('what is done with what was found', () => {
	test.each([
		['replace', ['p2', 'p3']],
		['add', ['p1', 'p2', 'p3']],
		['take', ['p1']],
		['keep', ['p2']]
	] as const)('%s', (taking, wanted) => {
		const desk = opened();
		desk.editor.select(selectionOfItems(ids('p1', 'p2')));
		expect(takeFound(desk.editor, ids('p2', 'p3'), taking)).toBe(wanted.length);
		expect(picked(desk)).toEqual(wanted);
	});
});

describe('hiding', () => {
	test('takes the selection off the map and not out of the plan', () => {
		const desk = opened();
		const before = desk.editor.plan;
		const { number } = desk.editor;
		desk.editor.select(selectionOfItems(ids('p1', 'c1')));
		run(desk, 'pick-hide');
		expect([...desk.editor.hidden].sort()).toEqual(['c1', 'p1']);
		expect(desk.editor.selection).toBeNull();
		expect(desk.editor.plan).toBe(before);
		// no new state goes to the analysis: nothing is judged anew
		expect(desk.editor.number).toBe(number);
		expect(desk.editor.canUndo).toBe(false);
	});

	test('with nothing picked out the same key shows all', () => {
		const desk = opened();
		desk.editor.hide(ids('p1', 'p2'));
		run(desk, 'pick-hide');
		expect(desk.editor.hidden.size).toBe(0);
		expect(commandOf('pick-hide').isEnabled?.(desk)).toBe(false);
	});

	test('what is picked in a list and hidden already is shown', () => {
		const desk = opened();
		desk.editor.hide(ids('p1', 'p2'));
		desk.editor.select({ what: 'item', id: 'p1' as ItemId });
		run(desk, 'pick-hide');
		expect([...desk.editor.hidden]).toEqual(['p2']);
		expect(picked(desk)).toEqual(['p1']);
	});

	test('a hidden thing that is dropped is not counted, and comes back hidden', () => {
		const { editor } = opened();
		editor.hide(ids('p1', 'p2', 'nobody'));
		expect(editor.hiddenCount).toBe(2);
		editor.do({ label: { verb: 'remove', kind: 'checkpoint' }, put: [], drop: ids('p1') });
		expect(editor.hiddenCount).toBe(1);
		editor.undo();
		expect(editor.hiddenCount).toBe(2);
		expect(editor.hidden.has('p1' as ItemId)).toBe(true);
		editor.redo();
		expect(editor.hiddenCount).toBe(1);
	});

	test('another plan hides nothing', () => {
		const { editor } = opened();
		editor.hide(ids('p1'));
		editor.open(planOf([checkpoint('p1', 71)]), regionNamed('astana'), NO_PACKS);
		expect(editor.hidden.size).toBe(0);
		expect(editor.hiddenCount).toBe(0);
	});
});
