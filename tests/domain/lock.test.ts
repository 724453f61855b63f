import { describe, expect, test } from 'vitest';
import type { Edit } from '../../src/lib/domain/edit.ts';
import type { Item, ItemId } from '../../src/lib/domain/items.ts';
import { isLocked, lockedIn } from '../../src/lib/domain/lock.ts';
import { changeProperties } from '../../src/lib/domain/operations/change-properties.ts';
import { lockItems } from '../../src/lib/domain/operations/lock-items.ts';
import { moveItem } from '../../src/lib/domain/operations/move-item.ts';
import { removeItems } from '../../src/lib/domain/operations/remove-items.ts';
import { Editor } from '../../src/lib/editor/editor.svelte.ts';
import { FakeAnalysis } from '../support/fake-analysis.ts';
import { checkpoint, NO_PACKS, planOf } from '../support/plan-samples.ts';

const free = checkpoint('free', 71, 0);
const held: Item = { ...checkpoint('held', 71.1, 1, 'Gate'), properties: { name: 'Gate', locked: true } };
const plan = planOf([free, held]);
const sure = (edit: ReturnType<typeof changeProperties>): Edit => edit as Edit;

describe('lockedIn', () => {
	test('only true locks', () => {
		expect(isLocked(held)).toBe(true);
		expect(isLocked({ ...free, properties: { locked: 'true' } } as Item)).toBe(false);
	});
	test('refuses what moves, changes or drops a locked thing, wherever it stands in the edit', () => {
		const moved = sure(moveItem(held, [71.2, 51]));
		const both: Edit = { ...moved, put: [{ ...free, rank: 9 }, ...moved.put] };
		const unlockedAndMoved = changeProperties(moved.put[0] as Item, { locked: undefined });
		for (const edit of [
			moved,
			both,
			changeProperties(held, { team: 'x' }),
			changeProperties(held, { team: 'x', locked: undefined }),
			changeProperties(held, { name: undefined }),
			unlockedAndMoved,
			removeItems(plan, ['free', 'held'] as ItemId[])
		]) {
			expect(lockedIn(plan, sure(edit))).toMatchObject({ reason: 'locked', problem: { seen: 'Gate' } });
		}
	});
	test('lets pass what takes the lock away, leaves the thing as it is, or is of others', () => {
		const same: Edit = { label: { verb: 'change' }, put: [structuredClone(held)], drop: [] };
		for (const edit of [
			changeProperties(held, { locked: undefined }),
			changeProperties(held, { locked: false }),
			changeProperties(free, { team: 'x' }),
			changeProperties(free, { locked: true }),
			removeItems(plan, ['free' as ItemId]),
			same
		]) {
			expect(lockedIn(plan, sure(edit))).toBeNull();
		}
	});
});

describe('lockItems', () => {
	const both = ['free', 'held', 'gone'] as ItemId[];
	test('locks what is free, sets free what is locked, and leaves the rest of a thing alone', () => {
		const locked = lockItems(plan, both, true) as Edit;
		expect(locked.put).toEqual([{ ...free, properties: { locked: true } }]);
		expect(locked.label).toMatchObject({ verb: 'lock', kind: 'checkpoint', count: 1 });
		const unlocked = lockItems(plan, both, false) as Edit;
		expect(unlocked.put).toEqual([{ ...held, properties: { name: 'Gate' } }]);
		expect(lockedIn(plan, unlocked)).toBeNull();
	});
	test('refuses where nothing is left to do', () => {
		expect(lockItems(plan, ['held', 'gone'] as ItemId[], true)).toMatchObject({ ok: false });
	});
});

describe('the editor', () => {
	const opened = () => {
		const editor = new Editor(new FakeAnalysis());
		editor.open(plan, null, NO_PACKS);
		const told: string[] = [];
		editor.listenRefusals(({ reason }) => told.push(reason));
		return { editor, told };
	};
	test('does nothing to a locked thing and says why', () => {
		const { editor, told } = opened();
		expect(editor.do(sure(moveItem(held, [71.2, 51])))).toBe(false);
		expect([editor.plan.items.get(held.id), editor.canUndo, told]).toEqual([held, false, ['locked']]);
		editor.showPreview(sure(moveItem(held, [71.2, 51])));
		expect(editor.preview).toBeNull();
	});
	test('unlocks, and takes back and does again what was done before the lock', () => {
		const { editor, told } = opened();
		editor.do(sure(changeProperties(free, { team: 'north' })));
		editor.do(sure(changeProperties(editor.plan.items.get(free.id) as Item, { locked: true })));
		editor.undo();
		editor.undo();
		expect(editor.plan.items.get(free.id)?.properties).toEqual({});
		editor.redo();
		editor.redo();
		expect(editor.plan.items.get(free.id)?.properties).toEqual({ team: 'north', locked: true });
		expect(editor.do(sure(changeProperties(held, { locked: undefined })))).toBe(true);
		expect(editor.do(sure(changeProperties(editor.plan.items.get(held.id) as Item, { team: 'x' })))).toBe(
			true
		);
		expect(told).toEqual([]);
	});
});
