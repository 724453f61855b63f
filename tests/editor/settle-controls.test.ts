import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../src/lib/domain/edit.ts';
import type { StaleControl } from '../../src/lib/domain/findings/controls.ts';
import type { Checkpoint, Item, ItemId } from '../../src/lib/domain/items.ts';
import type { Plan } from '../../src/lib/domain/plan.ts';
import { isRefusal } from '../../src/lib/domain/refusal.ts';
import { settleControls } from '../../src/lib/editor/settle-controls.ts';
import { staleControlsIn, staleKey } from '../../src/lib/editor/stale-controls.ts';
import { checkpoint, place } from '../support/towns.ts';

const at = place([0, 0]);
const stale = (post: string, index: number, way: number, to: number | null): StaleControl => ({
	checkpoint: post as ItemId,
	index,
	why: 'gone',
	way,
	at,
	distanceM: null,
	nearest:
		to === null
			? null
			: {
					way: to,
					at,
					name: null,
					roadClass: 'residential',
					bridge: false,
					tunnel: false,
					distanceM: 0,
					isClosed: false
				}
});
const posts = [
	checkpoint('a', [0, 0], { controls: [1, 2, 3].map((way) => ({ way, at })) }),
	checkpoint('b', [0, 0], { controls: [{ way: 4, at }] }, 101)
];
const plan: Plan = {
	header: { format: 1, name: 'P' },
	items: new Map<ItemId, Item>(posts.map((post) => [post.id, post]))
};
const waysAfter = (how: 'adopt' | 'remove', which: StaleControl[]) => {
	const edit = settleControls(plan, how, which);
	if (isRefusal(edit)) throw new Error(edit.reason);
	const after = applyEdit(plan, edit);
	const ways = [...after.plan.items.values()].map((item) =>
		(item as Checkpoint).properties.controls?.map(({ way }) => way)
	);
	// what was settled can be undone whole
	expect([...applyEdit(after.plan, after.inverse).plan.items.values()]).toEqual(posts);
	return { ways, label: edit.label };
};

describe('settling stored roads', () => {
	test('adopts those of several checkpoints in one edit', () => {
		const { ways, label } = waysAfter('adopt', [
			stale('a', 0, 1, 11),
			stale('a', 2, 3, 33),
			stale('b', 0, 4, 44)
		]);
		expect(ways).toEqual([[11, 2, 33], [44]]);
		expect(label).toMatchObject({ verb: 'change', kind: 'checkpoint', count: 2 });
	});
	test('leaves what has no road near', () => {
		expect(waysAfter('adopt', [stale('a', 1, 2, null)]).ways).toEqual([[1, 2, 3], [4]]);
	});
	test('takes out only what is named', () => {
		expect(waysAfter('remove', [stale('a', 1, 2, null), stale('b', 0, 4, 44)]).ways).toEqual([
			[1, 3],
			undefined
		]);
	});
	test('passes over a checkpoint that is gone', () => {
		expect(waysAfter('adopt', [stale('c', 0, 1, 11), stale('b', 0, 4, 44)]).ways).toEqual([[1, 2, 3], [44]]);
	});
});

test('only stored roads are listed of all cautions, each with a key of its own', () => {
	const found = [stale('a', 0, 1, 11), stale('a', 1, 2, null)];
	const warnings = [
		{ code: 'no-roads' as const, ring: 'ring' as ItemId },
		...found.map((one) => ({ code: 'stale-control' as const, ...one }))
	];
	const listed = staleControlsIn({
		rings: [],
		crossings: [],
		leaks: [],
		suggestions: [],
		depth: null,
		warnings
	});
	expect(listed).toMatchObject(found);
	expect(new Set(listed.map(staleKey)).size).toBe(2);
	expect(staleControlsIn(null)).toEqual([]);
});
