import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Edit } from '../../src/lib/domain/edit.ts';
import { doEdit, EMPTY_HISTORY, redo, undo, type History } from '../../src/lib/domain/history.ts';
import type { Item, ItemId } from '../../src/lib/domain/items.ts';
import { addItem, type NewItem } from '../../src/lib/domain/operations/add-item.ts';
import { changeProperties } from '../../src/lib/domain/operations/change-properties.ts';
import { moveItem } from '../../src/lib/domain/operations/move-item.ts';
import { removeItems } from '../../src/lib/domain/operations/remove-items.ts';
import { turnCamera } from '../../src/lib/domain/operations/turn-camera.ts';
import type { Plan } from '../../src/lib/domain/plan.ts';
import { isRefusal, type Refusal } from '../../src/lib/domain/refusal.ts';
import { validateItem } from '../../src/lib/domain/validate-item.ts';
import { printPlan } from '../../src/lib/formats/print-plan.ts';
import { arbitraryItem, arbitraryPlan } from '../support/arbitrary-plan.ts';

/** The slow, obvious history: every state of the plan, printed whole. */
interface Model {
	states: string[];
	cursor: number;
}
interface Real {
	plan: Plan;
	history: History;
	fresh: number;
}

type Command = fc.Command<Model, Real>;
const pick = (plan: Plan, n: number): Item | undefined =>
	[...plan.items.values()][n % Math.max(1, plan.items.size)];

class Do implements Command {
	constructor(
		readonly name: string,
		readonly operate: (real: Real) => Edit | Refusal | null
	) {}
	check = (): boolean => true;
	run(model: Model, real: Real): void {
		const edit = this.operate(real);
		if (!edit || isRefusal(edit)) {
			met.refused++;
			return;
		}
		met.done++;
		const next = doEdit(real.plan, real.history, edit);
		real.plan = next.plan;
		real.history = next.history;
		model.states = [...model.states.slice(0, model.cursor + 1), printPlan(real.plan)];
		model.cursor++;
		for (const item of edit.put) expect(validateItem(item).filter((p) => p.severity === 'error')).toEqual([]);
	}
	toString = (): string => this.name;
}

class Step implements Command {
	constructor(readonly way: 'undo' | 'redo') {}
	check = (): boolean => true;
	run(model: Model, real: Real): void {
		const cursor = model.cursor + (this.way === 'undo' ? -1 : 1);
		const result = (this.way === 'undo' ? undo : redo)(real.plan, real.history);
		expect(result === null).toBe(model.states[cursor] === undefined);
		if (!result) return;
		met[this.way]++;
		model.cursor = cursor;
		real.plan = result.plan;
		real.history = result.history;
		expect(printPlan(real.plan)).toBe(model.states[cursor]);
	}
	toString = (): string => this.way;
}

const met = { done: 0, refused: 0, undo: 0, redo: 0 };
const n = fc.nat(50);
const place = fc.tuple(fc.integer({ min: -190, max: 190 }), fc.integer({ min: -80, max: 80 }));
const commands = [
	arbitraryItem.map(
		(item) =>
			new Do('add', (real) => addItem(real.plan, item as unknown as NewItem, `new-${real.fresh++}` as ItemId))
	),
	fc.tuple(n, n).map(
		([a, b]) =>
			new Do('remove', ({ plan }) =>
				removeItems(
					plan,
					[pick(plan, a), pick(plan, b)].flatMap((item) => (item ? [item.id] : []))
				)
			)
	),
	fc.tuple(n, place).map(
		([a, to]) =>
			new Do('move', ({ plan }) => {
				const item = pick(plan, a);
				return item ? moveItem(item, to) : null;
			})
	),
	fc.tuple(n, fc.integer({ min: -720, max: 720 })).map(
		([a, azimuthDeg]) =>
			new Do('turn', ({ plan }) => {
				const item = pick(plan, a);
				return item?.kind === 'camera' ? turnCamera(item, azimuthDeg) : null;
			})
	),
	fc.tuple(n, fc.constantFrom<unknown>('A', 5, undefined)).map(
		([a, value]) =>
			new Do('change', ({ plan }) => {
				const item = pick(plan, a);
				return item ? changeProperties(item, { name: value, extra: value }) : null;
			})
	),
	fc.constant(new Step('undo')),
	fc.constant(new Step('undo')),
	// a redo is possible only right after an undo
	fc.constant(new Step('redo')),
	fc.constant(new Step('redo')),
	fc.constant(new Step('redo'))
];

test('a walk of edits, undos and redos goes as the slow history says, and back to the first byte', () => {
	fc.assert(
		fc.property(arbitraryPlan, fc.commands(commands, { maxCommands: 80, size: 'max' }), (plan, walk) => {
			const first = printPlan(plan);
			const real: Real = { plan, history: EMPTY_HISTORY, fresh: 0 };
			fc.modelRun(() => ({ model: { states: [first], cursor: 0 }, real }), walk);

			for (let back = undo(real.plan, real.history); back; back = undo(back.plan, back.history)) {
				real.plan = back.plan;
				real.history = back.history;
			}
			expect(printPlan(real.plan)).toBe(first);
		}),
		{ seed: 5, numRuns: 150 }
	);
	// the walk meets what it is for
	const total = met.done + met.refused + met.undo + met.redo;
	for (const share of Object.values(met)) expect(share / total).toBeGreaterThan(0.05);
	expect(met.done / total).toBeGreaterThan(0.3);
});
