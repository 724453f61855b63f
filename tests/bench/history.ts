import { applyEdit, type Edit } from '../../src/lib/domain/edit.ts';
import { doEdit, EMPTY_HISTORY, redo, undo } from '../../src/lib/domain/history.ts';
import type { Checkpoint, Item, ItemId } from '../../src/lib/domain/items.ts';
import { jumpTo } from '../../src/lib/domain/jump-to.ts';
import type { Plan } from '../../src/lib/domain/plan.ts';

const EDITS = 10_000;
/** Edits that the peer is given: it copies the plan at each. */
const PEER_EDITS = 20;

/**
 * Prints 10,000 mixed edits done, undone, redone and jumped over in plans of three sizes; and, per edit,
 * what a history of whole copies (structuredClone of all things at each step) takes in the same run.
 */
export function benchHistory(): void {
	const out = (line: string): void => void process.stdout.write(`${line}\n`);
	out('| things | do | undo | redo | jump there and back | per edit | a copy per edit | times |');
	out('| --- | --- | --- | --- | --- | --- | --- | --- |');
	for (const size of [100, 10_000, 220_000]) {
		let plan: Plan = { header: { format: 1, name: '' }, items: new Map(things(size)) };
		plan = applyEdit(plan, moved(0, 1, size)).plan;
		let history = EMPTY_HISTORY;
		const doMs = timed(() => {
			for (let i = 0; i < EDITS; i++) ({ plan, history } = doEdit(plan, history, edit(i, size)));
		});
		const done = plan;
		const walk = (step: typeof undo): void => {
			for (let next = step(plan, history); next; next = step(plan, history)) ({ plan, history } = next);
		};
		const undoMs = timed(() => walk(undo));
		const redoMs = timed(() => walk(redo));
		if (plan.items.size !== done.items.size || history.cursor !== EDITS) throw new Error('lost on the way');
		const jumpMs = timed(() => {
			for (const to of [0, EDITS]) ({ plan, history } = jumpTo(plan, history, to) ?? { plan, history });
		});
		const peerItems = new Map(things(size));
		const peer: unknown[] = [];
		const peerMs = timed(() => {
			for (let i = 0; i < PEER_EDITS; i++) peer.push(structuredClone(peerItems));
		});
		const perEditUs = ((doMs + undoMs + redoMs) * 1000) / EDITS;
		const peerUs = (peerMs * 1000) / PEER_EDITS;
		const ms = [doMs, undoMs, redoMs, jumpMs].map((t) => `${Math.round(t)} ms`).join(' | ');
		out(
			`| ${size} | ${ms} | ${perEditUs.toFixed(1)} µs | ${Math.round(peerUs)} µs | ${Math.round(peerUs / perEditUs)} |`
		);
	}
}

function things(size: number): [ItemId, Item][] {
	return Array.from({ length: size }, (_, i) => [`c-${i}` as ItemId, thing(i, 0)]);
}

function thing(i: number, shift: number): Checkpoint {
	const coordinates = [71 + (i % 1000) / 1e4, 51 + Math.floor(i / 1000) / 1e4 + shift / 1e7];
	return {
		id: `c-${i}` as ItemId,
		kind: 'checkpoint',
		geometry: { type: 'Point', coordinates },
		properties: {},
		rank: i
	};
}

/** Of five edits three move a thing, one adds one, one takes one away. */
function edit(number: number, size: number): Edit {
	const kind = number % 5;
	const label = { verb: kind === 3 ? 'add' : 'remove', kind: 'checkpoint' } as const;
	if (kind === 3) return { label, put: [thing(size + number, 0)], drop: [] };
	if (kind === 4) return { label, put: [], drop: [`c-${size + number - 1}` as ItemId] };
	return moved(number, number, size);
}

/** Moves go over the plan in leaps, so that rows of neighbours are all met. */
function moved(number: number, shift: number, size: number): Edit {
	return {
		label: { verb: 'move', kind: 'checkpoint' },
		put: [thing((number * 7919) % size, shift + 1)],
		drop: []
	};
}

function timed(work: () => void): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}
