import fc from 'fast-check';
import type { MultiPolygon, Polygon } from 'geojson';
import { expect, test } from 'vitest';
import { applyEdit, type Edit } from '../../src/lib/domain/edit.ts';
import { doEdit, EMPTY_HISTORY, redo, undo } from '../../src/lib/domain/history.ts';
import { ItemMap } from '../../src/lib/domain/item-map.ts';
import type { Item, ItemId } from '../../src/lib/domain/items.ts';
import { addHole } from '../../src/lib/domain/operations/change-parts.ts';
import { mergeItems } from '../../src/lib/domain/operations/merge-items.ts';
import type { Plan } from '../../src/lib/domain/plan.ts';
import { isRefusal, type Refusal } from '../../src/lib/domain/refusal.ts';
import { printPlan } from '../../src/lib/formats/print-plan.ts';
import {
	FABRIC_VERBS,
	granted,
	groundsOf,
	overlapsOf,
	type FabricVerb,
	type Wish
} from '../support/fabric-verbs.ts';
import { jstsArea, jstsFault, jstsInteriorsMeet } from '../support/jsts-oracle.ts';
import { randomFabric } from '../support/random-fabric.ts';
import { seeded } from '../support/random.ts';

// whole numbers, for those of fc.double crowd about 0
const share = fc.nat(2 ** 20 - 1).map((n) => n / 2 ** 20);
const wish: fc.Arbitrary<Wish> = fc.record({
	verb: fc.constantFrom(...FABRIC_VERBS),
	item: share,
	corner: share,
	other: share,
	near: fc.array(
		share.map((n) => 2 * n - 1),
		{ minLength: 8, maxLength: 8 }
	)
});

/** Verbs that neither add to the ground of all zones together nor take from it. */
const KEEPS_ALL: readonly FabricVerb[] = ['split', 'merge'];

const asked = new Map<FabricVerb, { yes: number; no: Map<string, number> }>();

test('a walk of edits never leaves a valid fabric, and goes back and forth to the byte', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 1e6 }),
			fc.constantFrom(100_000, 2000, 120),
			fc.array(wish, { minLength: 5, maxLength: 14 }),
			(seed, cell, wishes) => {
				const start = fabric(seed, cell);
				let plan = start;
				let history = EMPTY_HISTORY;
				const edits: Edit[] = [];
				for (const [step, one] of wishes.entries()) {
					if (groundsOf(plan).length < 2) break;
					const edit = granted(plan, one, cell / 1e7, step);
					note(one.verb, isRefusal(edit) ? edit.reason : null);
					if (isRefusal(edit)) continue;
					const before = plan;
					({ plan, history } = doEdit(plan, history, edit));
					edits.push(edit);
					assertSound(before, plan, one.verb, edit, cell);
				}
				const last = printPlan(plan);
				let back = { plan, history };
				for (let next = undo(back.plan, back.history); next; next = undo(back.plan, back.history))
					back = next;
				expect(printPlan(back.plan)).toBe(printPlan(start));
				for (let next = redo(back.plan, back.history); next; next = redo(back.plan, back.history))
					back = next;
				expect(printPlan(back.plan)).toBe(last);
				const replayed = (JSON.parse(JSON.stringify(edits)) as Edit[]).reduce(
					(now, edit) => applyEdit(now, edit).plan,
					start
				);
				expect(printPlan(replayed)).toBe(last);
			}
		),
		{ numRuns: 110, seed: 20260 }
	);
}, 60_000);

test('every verb was often granted', () => {
	for (const verb of FABRIC_VERBS) {
		const { yes, no } = asked.get(verb) ?? { yes: 0, no: new Map<string, number>() };
		const all = yes + [...no.values()].reduce((sum, n) => sum + n, 0);
		if (process.env.CORDON_SAY)
			process.stdout.write(`${verb}: ${yes} of ${all} ${JSON.stringify([...no])}\n`);
		expect(yes / all, `${verb}: ${yes} of ${all}, ${JSON.stringify([...no])}`).toBeGreaterThan(0.1);
	}
});

function note(verb: FabricVerb, reason: string | null): void {
	const row = asked.get(verb) ?? { yes: 0, no: new Map<string, number>() };
	if (reason === null) row.yes++;
	else row.no.set(reason, (row.no.get(reason) ?? 0) + 1);
	asked.set(verb, row);
}

/** A fabric with a hole, a zone of two parts, and a control ring to clip by. */
function fabric(seed: number, cell: number): Plan {
	const [west, south] = [714_000_000, 511_000_000];
	const random = seeded(seed);
	const plan = randomFabric(random, { columns: 3, rows: 3, between: 2, cell, west, south });
	const outline = (...places: number[][]) => ({
		type: 'Polygon' as const,
		coordinates: [
			places.map(([x, y]) => [Math.round(west + x * cell) / 1e7, Math.round(south + y * cell) / 1e7])
		]
	});
	const ring: Item = {
		id: 'ring' as ItemId,
		kind: 'control-ring',
		rank: 100,
		properties: { level: 1 },
		geometry: outline([0.4, 0.5], [2.6, 0.3], [2.2, 2.7], [0.6, 2.4], [0.4, 0.5])
	};
	const site: Item = {
		id: 'site' as ItemId,
		kind: 'key-site',
		rank: 101,
		properties: { category: 'rail' },
		geometry: outline([0.2, 0.8], [2.7, 1.1], [1.6, 2.1], [0.2, 0.8])
	};
	const items = [...plan.items.values(), ring, site];
	const whole = {
		...plan,
		items: ItemMap.from(random() < 0.5 ? items.filter(({ id }) => id !== 'z1-1') : items)
	};
	// one zone in two parts, two with a hole
	const at = (x: number, y: number) => outline([x, y], [x + 0.2, y], [x, y + 0.2], [x, y]).coordinates[0];
	const verbs: ((now: Plan) => Edit | Refusal)[] = [
		(now: Plan) => mergeItems(now, ['z0-0', 'z2-1'] as ItemId[]),
		(now: Plan) => addHole(now, 'z0-1' as ItemId, at(0.4, 1.4)),
		(now: Plan) => addHole(now, 'z2-2' as ItemId, at(2.4, 2.4))
	];
	return verbs.reduce<Plan>((now, verb) => applyEdit(now, verb(now) as Edit).plan, whole);
}

function assertSound(before: Plan, plan: Plan, verb: FabricVerb, edit: Edit, cell: number): void {
	const items = groundsOf(plan);
	const touched = new Set(edit.put.map(({ id }) => id));
	for (const item of items) {
		if (touched.has(item.id)) expect(jstsFault(shape(item)), `${verb}: ${item.id}`).toBe(null);
	}
	for (const [i, a] of items.entries()) {
		for (const b of items.slice(i + 1)) {
			if (!touched.has(a.id) && !touched.has(b.id)) continue;
			expect(jstsInteriorsMeet(shape(a), shape(b)), `${verb}: ${a.id} over ${b.id}`).toBe(false);
		}
	}
	expect(overlapsOf(plan)).toBe(0);
	if (!KEEPS_ALL.includes(verb)) return;
	// a corner on the outer border is rounded by up to half a unit each way
	const slack = 4 * cell;
	expect(Math.abs(groundOf(plan) - groundOf(before)), verb).toBeLessThan(slack);
}

function groundOf(plan: Plan): number {
	return groundsOf(plan).reduce((sum, item) => sum + jstsArea(shape(item)), 0);
}

function shape(item: Item): Polygon | MultiPolygon {
	return item.geometry as Polygon | MultiPolygon;
}
