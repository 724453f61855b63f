import { describe, expect, test } from 'vitest';
import type { Edit } from '../../src/lib/domain/edit.ts';
import { doEdit, EMPTY_HISTORY, undo, type History } from '../../src/lib/domain/history.ts';
import type { ItemId } from '../../src/lib/domain/items.ts';
import { historyRows, touchedBy } from '../../src/lib/editor/history-rows.ts';
import { stepTimeText } from '../../src/lib/editor/wording/step-time.ts';
import { checkpoint, planOf } from '../support/plan-samples.ts';

/** Checkpoints North, South and East moved in turn, the last one undone. */
function threeMoves(): History {
	let plan = planOf([checkpoint('a', 71)]);
	let history = EMPTY_HISTORY;
	for (const [i, name] of ['North', 'South', 'East'].entries()) {
		const edit: Edit = {
			label: { verb: 'move', kind: 'checkpoint', name },
			put: [checkpoint('a', 72 + i), checkpoint(name, 70)],
			drop: ['gone' as ItemId, 'a' as ItemId]
		};
		({ plan, history } = doEdit(plan, history, edit, i === 0 ? undefined : `2026-01-01T10:0${i}:00.000Z`));
	}
	return (undo(plan, history) as { history: History }).history;
}

describe('the list of the history', () => {
	test('is of every state, newest first, and says which is the present one', () => {
		const rows = historyRows(threeMoves());
		expect(rows.map(({ to, state }) => [to, state])).toEqual([
			[3, 'undone'],
			[2, 'present'],
			[1, 'done'],
			[0, 'done']
		]);
		expect(rows.map(({ label }) => label?.name ?? null)).toEqual(['East', 'South', 'North', null]);
		expect(rows.map(({ at }) => at)).toEqual([
			'2026-01-01T10:02:00.000Z',
			'2026-01-01T10:01:00.000Z',
			null,
			null
		]);
		expect(historyRows(EMPTY_HISTORY)).toEqual([{ to: 0, label: null, at: null, state: 'present' }]);
	});

	test('is searched by its words, whatever the case, and rows still lead where they did', () => {
		expect(historyRows(threeMoves(), ' TH ').map(({ to }) => to)).toEqual([2, 1]);
		expect(historyRows(threeMoves(), 'move').map(({ to }) => to)).toEqual([3, 2, 1]);
		expect(historyRows(threeMoves(), 'west')).toEqual([]);
		expect(historyRows(threeMoves(), '  ')).toHaveLength(4);
	});

	test('knows what each step touched, each thing once', () => {
		expect(touchedBy(threeMoves(), 2)).toEqual(['a', 'South', 'gone']);
		expect(touchedBy(threeMoves(), 0)).toEqual([]);
	});

	test('says the day only of steps of another day', () => {
		const at = new Date(2026, 0, 1, 9, 5);
		expect(stepTimeText(at, new Date(2026, 0, 1, 23))).toBe('09:05');
		expect(stepTimeText(at, new Date(2026, 0, 2, 0))).toContain('Jan');
	});
});
