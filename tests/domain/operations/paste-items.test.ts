import { describe, expect, test } from 'vitest';
import { applyEdit, type Edit } from '../../../src/lib/domain/edit.ts';
import type { Item, ItemId } from '../../../src/lib/domain/items.ts';
import { pasteItems } from '../../../src/lib/domain/operations/paste-items.ts';
import { overlapsBetween } from '../../../src/lib/domain/fabric/fabric-faults.ts';
import { checkpoint, planOf, ring } from '../../support/plan-samples.ts';

const idsFor = (items: readonly Item[]) =>
	new Map(items.map(({ id }): [ItemId, ItemId] => [id, `${id}-copy` as ItemId]));

function zone(id: string, west: number, rank: number): Item {
	const [e, s, n] = [west + 0.01, 51, 51.01];
	const line = [
		[west, s],
		[e, s],
		[e, n],
		[west, n],
		[west, s]
	];
	const geometry = { type: 'Polygon', coordinates: [line] };
	return { id, kind: 'patrol-zone', rank, geometry, properties: { name: id } } as unknown as Item;
}
const gate = (properties: object, rank = 5): Item =>
	({ ...checkpoint('gate', 71.02, rank), properties }) as unknown as Item;
const camera = (id: string, properties: object, rank = 7): Item =>
	({ ...checkpoint(id, 71.03, rank), kind: 'camera', properties }) as unknown as Item;
const copyOf = (edit: Edit | null, id: string) => edit?.put.find((item) => item.id === `${id}-copy`);

describe('pasteItems', () => {
	test('lays copies as the last of the plan, one edit, undone at once', () => {
		const items = [ring('r', 1, 0.01, 2), gate({ ring: 'r' }), zone('z', 71.2, 9)];
		const plan = planOf(items);
		const { edit, ids, cut, refused } = pasteItems(plan, items, [0.1, 0.1], idsFor(items));
		expect([cut, refused]).toEqual([[], []]);
		expect(ids).toEqual(['r-copy', 'gate-copy', 'z-copy']);
		expect(edit?.label).toEqual({ verb: 'paste', kind: undefined, count: 3 });
		const ranks = edit?.put.map(({ rank }) => rank) ?? [];
		expect(Math.min(...ranks)).toBeGreaterThan(9);
		expect(new Set(ranks).size).toBe(3);
		const after = applyEdit(plan, edit as Edit);
		expect(applyEdit(after.plan, after.inverse).plan.items.size).toBe(3);
		expect(copyOf(edit, 'gate')?.geometry.coordinates).toEqual([71.12, 51.1]);
	});

	test('the ring of a checkpoint follows its copy, stays where the plan has it, else is left out', () => {
		const r = ring('r', 1, 0.01, 2);
		const g = gate({ ring: 'r' });
		const ringOf = (plan: readonly Item[], items: readonly Item[]) =>
			copyOf(pasteItems(planOf(plan), items, [0.1, 0], idsFor(items)).edit, 'gate')?.properties.ring;
		expect(ringOf([r, g], [r, g])).toBe('r-copy');
		expect(ringOf([r, g], [g])).toBe('r');
		expect(ringOf([], [g])).toBe(undefined);
		// of that name there is something, but no ring
		expect(ringOf([{ ...checkpoint('r', 71) }], [g])).toBe(undefined);
	});

	test('confirmed roads stay in place only, a lock stays behind', () => {
		const g = gate({ locked: true, controls: [{ way: 7, at: [71.02, 51] }] });
		const copy = (by: [number, number]) => copyOf(pasteItems(planOf([g]), [g], by, idsFor([g])).edit, 'gate');
		expect(copy([0.01, 0])?.properties).toEqual({});
		expect(copy([0, 0])?.properties).toEqual({ controls: [{ way: 7, at: [71.02, 51] }] });
	});

	test('a device code is given once', () => {
		const c = camera('cam', { deviceCode: '0017', azimuthDeg: 4, hfovDeg: 60 });
		const code = (plan: readonly Item[]) =>
			copyOf(pasteItems(planOf(plan), [c], [0.01, 0], idsFor([c])).edit, 'cam')?.properties.deviceCode;
		expect(code([c])).toBe(undefined);
		expect(code([])).toBe('0017');
	});

	test('a zone loses what others hold, and is refused where nothing is left; the rest is laid', () => {
		const plan = planOf([zone('a', 71, 0), zone('b', 71.01, 1)]);
		const z = zone('z', 71.015, 3);
		const half = pasteItems(plan, [z], [0, 0], idsFor([z]));
		expect(half.cut).toEqual(['z-copy']);
		expect(overlapsBetween([...applyEdit(plan, half.edit as Edit).plan.items.values()])).toEqual([]);

		const items = [zone('z', 71.005, 3), checkpoint('c', 71.3, 4)];
		const none = pasteItems(plan, items, [0, 0], idsFor(items));
		expect(none.ids).toEqual(['c-copy']);
		expect(none.refused.map(({ reason }) => reason)).toEqual(['nothing-left']);
	});

	test('an id that is there, and a place outside the world, are refused', () => {
		const c = checkpoint('c', 71);
		const taken = pasteItems(planOf([c]), [c], [0, 0], new Map([[c.id, c.id]]));
		expect([taken.edit, taken.refused[0].reason]).toEqual([null, 'duplicate-id']);
		const out = pasteItems(planOf([]), [c], [120, 0], idsFor([c]));
		expect([out.edit, out.refused[0].reason]).toEqual([null, 'outside-the-world']);
	});
});
