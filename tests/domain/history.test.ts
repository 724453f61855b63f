import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Edit } from '../../src/lib/domain/edit.ts';
import { doEdit, EMPTY_HISTORY, redo, undo, type History } from '../../src/lib/domain/history.ts';
import type { Item, ItemId } from '../../src/lib/domain/items.ts';
import { jumpTo } from '../../src/lib/domain/jump-to.ts';
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
import { checkpoint } from '../support/plan-samples.ts';

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

/** A jump goes where the slow history was; what it tells the analysis brings a copy there too. */
class Jump implements Command {
	constructor(readonly n: number) {}
	check = (): boolean => true;
	run(model: Model, real: Real): void {
		// one past the end now and then
		const to = this.n % (model.states.length + 1);
		const before = real.plan;
		const result = jumpTo(real.plan, real.history, to);
		expect(result === null).toBe(to === model.cursor || to === model.states.length);
		if (!result) return;
		met.jump++;
		model.cursor = to;
		real.plan = result.plan;
		real.history = result.history;
		expect(printPlan(real.plan)).toBe(model.states[to]);
		expect(result.history.cursor).toBe(to);

		// as the map and the threads hear it: nothing that is as it was, nothing twice
		const { put, drop, header } = result.edit;
		const touched = [...drop, ...put.map(({ id }) => id)];
		expect(new Set(touched).size).toBe(touched.length);
		for (const item of put) expect(before.items.get(item.id)).not.toBe(item);
		for (const id of drop) expect(before.items.has(id)).toBe(true);
		const heard = new Map(before.items);
		for (const id of drop) heard.delete(id);
		for (const item of put) heard.set(item.id, item);
		expect(printPlan({ ...before, header: header ?? before.header, items: heard })).toBe(model.states[to]);
	}
	toString = (): string => `jump ${this.n}`;
}

const SAMPLE = checkpoint('a', 71);
const met = { done: 0, refused: 0, undo: 0, redo: 0, jump: 0 };
const n = fc.nat(50);
const place = fc.tuple(fc.integer({ min: -190, max: 190 }), fc.integer({ min: -80, max: 80 }));
const commands = [
	fc.nat(100).map((to) => new Jump(to)),
	fc.string({ maxLength: 4 }).map(
		(name) =>
			new Do('rename', ({ plan }) => ({
				label: { verb: 'rename' },
				put: [],
				drop: [],
				header: { ...plan.header, name }
			}))
	),
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
	const total = Object.values(met).reduce((sum, n) => sum + n);
	for (const share of Object.values(met)) expect(share / total).toBeGreaterThan(0.05);
	expect(met.done / total).toBeGreaterThan(0.3);
});

test('a jump over a thousand edits of one thing is one change of it', () => {
	const item = (place: number) =>
		({ ...SAMPLE, geometry: { type: 'Point', coordinates: [71 + place / 1e6, 51] } }) as Item;
	let plan: Plan = { header: { format: 1, name: '' }, items: new Map([[SAMPLE.id, SAMPLE]]) };
	let history = EMPTY_HISTORY;
	for (let i = 1; i <= 1000; i++) {
		({ plan, history } = doEdit(
			plan,
			history,
			{ label: { verb: 'move' }, put: [item(i)], drop: [] },
			`at ${i}`
		));
	}
	// one change, of the one thing, however long the way
	const back = jumpTo(plan, history, 1);
	expect(back?.edit.put).toEqual([item(1)]);
	expect(back?.edit.drop).toEqual([]);
	expect(history.steps[499]?.at).toBe('at 500');
	// there and back between the same two steps leaves everything as it is
	const there = jumpTo(plan, history, 0);
	expect(there && jumpTo(there.plan, there.history, 1000)?.plan.items.get(SAMPLE.id)).toBe(
		plan.items.get(SAMPLE.id)
	);
	for (const to of [-1, 0.5, NaN, 1001, 1000]) expect(jumpTo(plan, history, to)).toBeNull();
});

test('steps that are undone and a new one instead: a jump does not find the old ones', () => {
	const plan: Plan = { header: { format: 1, name: 'a' }, items: new Map() };
	const named = (name: string): Edit => ({
		label: { verb: 'rename' },
		put: [],
		drop: [],
		header: { format: 1, name }
	});
	const one = doEdit(plan, EMPTY_HISTORY, named('b'));
	const two = doEdit(one.plan, one.history, named('c'));
	const back = jumpTo(two.plan, two.history, 0);
	expect(back?.plan.header.name).toBe('a');
	const other = doEdit(back?.plan as Plan, back?.history as History, named('d'));
	expect(other.history.steps).toHaveLength(1);
	expect(jumpTo(other.plan, other.history, 2)).toBeNull();
});
