import { describe, expect, test } from 'vitest';
import { controlRows } from '../../../src/lib/analysis/sealing/control-rows.ts';
import { controlsOf } from '../../../src/lib/analysis/sealing/controls.ts';
import { seal } from '../../../src/lib/analysis/sealing/seal.ts';
import { staleControls } from '../../../src/lib/analysis/sealing/stale-controls.ts';
import type { Checkpoint, ControlledRoad } from '../../../src/lib/domain/items.ts';
import {
	adoptControls,
	chooseControls,
	dropControls
} from '../../../src/lib/domain/operations/choose-controls.ts';
import { isRefusal } from '../../../src/lib/domain/refusal.ts';
import { prepareRoads } from '../../../src/lib/network/roads.ts';
import { checkpoint, place, spotOf, town, type Spot } from '../../support/towns.ts';

const roads = prepareRoads(
	town({
		nodes: {
			west: [-500, 0],
			m: [0, 0],
			east: [500, 0],
			north: [0, 500],
			west2: [-500, -42],
			east2: [500, -42],
			below: [200, -300],
			above: [200, 300]
		},
		roads: [
			{ name: 'eastbound', line: ['west', 'm', 'east'], way: 1, class: 'primary' },
			{ name: 'side street', line: ['m', 'north'], way: 2 },
			{ name: 'westbound, 42 m away', line: ['east2', 'west2'], way: 3, class: 'primary' },
			{ name: 'bridge above', line: ['below', 'above'], way: 4, bridge: true }
		]
	})
);
const { graph } = roads;
const names = (rows: readonly { name: string | null; state: string }[], state: string) =>
	rows.filter((row) => row.state === state).map(({ name }) => name);
const rowsOf = (at: Spot, controls?: ControlledRoad[]) =>
	controlRows(roads, checkpoint('post', at, controls && { controls }));
const changed = (edit: ReturnType<typeof chooseControls>): Checkpoint => {
	if (isRefusal(edit)) throw new Error(edit.reason);
	return edit.put[0] as Checkpoint;
};
const closedBy = (post: Checkpoint) => controlsOf(roads, post).map(({ edge }) => edge);

describe('what is listed at a checkpoint', () => {
	test('by the 30 m rule, with the carriageway beyond it on offer', () => {
		const { rows } = rowsOf([100, 0]);
		expect(names(rows, 'rule')).toEqual(['eastbound']);
		expect(names(rows, 'offered')).toEqual(['westbound, 42 m away']);
		expect(rows[1]?.distanceM).toBeCloseTo(42, 1);
	});

	test('on a junction every arm is a row of its own, of one way too', () => {
		const { rows } = rowsOf([0, 0]);
		expect(names(rows, 'rule')).toEqual(['eastbound', 'eastbound', 'side street']);
		expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
	});

	test('where something is stored, the rule only proposes', () => {
		const { rows } = rowsOf([0, 0], [{ way: 2, at: place([0, 10]) }]);
		expect(names(rows, 'stored')).toEqual(['side street']);
		expect(names(rows, 'proposed')).toEqual(['eastbound', 'eastbound']);
	});

	test('a stored road is listed however far it is', () => {
		const { rows } = rowsOf([0, 0], [{ way: 4, at: place([200, 20]) }]);
		expect(rows[0]).toMatchObject({ name: 'bridge above', state: 'stored', storedAs: [0] });
		expect(rows[0]?.distanceM).toBeCloseTo(200, 1);
	});
});

describe('levels', () => {
	test('below a bridge there are two, the nearer to the ground first', () => {
		const { levels, rows } = rowsOf([200, 0]);
		const named = levels.map(({ keys }) =>
			rows.filter((row) => keys.includes(row.key)).map((row) => row.name)
		);
		expect(named).toEqual([['eastbound'], ['bridge above']]);
	});
	test('away from the bridge there is one', () => {
		expect(rowsOf([100, 0]).levels).toHaveLength(1);
	});
	test('with no road near there is none', () => {
		expect(rowsOf([-2000, 900])).toMatchObject({ levels: [], rows: [] });
	});
});

describe('choosing', () => {
	const post = checkpoint('post', [0, 0]);
	const { rows } = controlRows(roads, post);
	const keyed = (row: (typeof rows)[number] | undefined) => row?.key ?? 'none';

	test('storing what the rule proposes closes the same edges', () => {
		const chosen = new Set(rows.filter(({ state }) => state === 'rule').map(({ key }) => key));
		const stored = changed(chooseControls(post, rows, chosen));
		expect(stored.properties.controls).toHaveLength(3);
		expect(closedBy(stored)).toEqual(closedBy(post));
	});

	test.each([0, 1, 2])('one arm left out (%i) leaves exactly that one open', (out) => {
		const arms = rows.filter(({ state }) => state === 'rule');
		const chosen = new Set(arms.filter((_, i) => i !== out).map(({ key }) => key));
		const stored = changed(chooseControls(post, rows, chosen));
		const left = controlRows(roads, stored).rows.filter(({ state }) => state === 'proposed');
		expect(left.map(({ key }) => key)).toEqual([keyed(arms[out])]);
	});

	test('an entry that closes two edges is parted when one is taken out', () => {
		const both = checkpoint('post', [0, 0], { controls: [{ way: 1, at: place([0, 0]) }] });
		const now = controlRows(roads, both).rows;
		const [first, second] = now.filter(({ state }) => state === 'stored');
		const stored = changed(chooseControls(both, now, new Set([keyed(first)])));
		expect(closedBy(both)).toHaveLength(2);
		expect(closedBy(stored)).toEqual([Number(keyed(first).slice(5))]);
		expect(keyed(second)).not.toBe(keyed(first));
	});

	test('what is stored and chosen stays word for word, and so does what closes nothing now', () => {
		const controls: ControlledRoad[] = [
			{ way: 99, at: place([0, 5]) },
			{ way: 1, at: place([7, 3]) }
		];
		const kept = checkpoint('post', [0, 0], { controls });
		const now = controlRows(roads, kept).rows;
		const side = now.find(({ name }) => name === 'side street');
		const stored = now.filter(({ state }) => state === 'stored').map(({ key }) => key);
		const after = changed(chooseControls(kept, now, new Set([...stored, keyed(side)])));
		expect(after.properties.controls?.slice(0, 2)).toEqual(controls);
		expect(after.properties.controls).toHaveLength(3);
	});

	test('nothing chosen stores nothing', () => {
		expect(changed(chooseControls(post, rows, new Set())).properties).not.toHaveProperty('controls');
	});
});

describe('stored roads that the map no longer shows', () => {
	const staleOf = (...controls: ControlledRoad[]) =>
		staleControls(roads, checkpoint('post', [100, 0], { controls }));

	test('nothing where all is as it was, to 5 m', () => {
		expect(staleOf({ way: 1, at: place([100, 4.9]) }, { way: 3, at: place([100, -42]) })).toEqual([]);
	});
	test('a way that moved is still closed, and said', () => {
		const [stale] = staleOf({ way: 3, at: place([100, -48]) });
		expect(stale).toMatchObject({ why: 'moved', way: 3, index: 0 });
		expect(stale?.distanceM).toBeCloseTo(6, 1);
		expect(stale?.nearest).toMatchObject({ way: 3, isClosed: false });
	});
	test('a way that is gone, with what lies there now', () => {
		const [stale] = staleOf({ way: 77, at: place([100, -1]) });
		expect(stale).toMatchObject({ why: 'gone', distanceM: null, nearest: { way: 1, name: 'eastbound' } });
		expect(spotOf(stale?.nearest?.at ?? [])[1]).toBeCloseTo(0, 1);
	});
	test('a way that runs elsewhere now', () => {
		expect(staleOf({ way: 2, at: place([300, 0]) })[0]).toMatchObject({
			why: 'far',
			nearest: { way: 1 }
		});
	});
	test('of two roads at one place the greater is meant', () => {
		expect(staleOf({ way: 77, at: place([0.5, 0.5]) })[0]?.nearest?.way).toBe(1);
	});
	test('a road that another entry closes is named as closed, and adopting it stores it once', () => {
		const post = checkpoint('post', [100, 0], {
			controls: [
				{ way: 77, at: place([101, 0]) },
				{ way: 1, at: place([100, 0]) }
			]
		});
		const stale = staleControls(roads, post);
		expect(stale).toMatchObject([{ index: 0, nearest: { way: 1, isClosed: true } }]);
		expect(changed(adoptControls(post, stale)).properties.controls).toEqual([
			{ way: 1, at: place([100, 0]) }
		]);
	});
	test('no road within 100 m: nothing to adopt, and nothing lost', () => {
		const controls = [{ way: 77, at: place([-2000, 900]) }];
		const post = checkpoint('post', [100, 0], { controls });
		const stale = staleControls(roads, post);
		expect(stale).toMatchObject([{ why: 'gone', nearest: null }]);
		expect(changed(adoptControls(post, stale)).properties.controls).toEqual(controls);
		expect(changed(dropControls(post, stale)).properties).not.toHaveProperty('controls');
	});
	test('adopting makes it sound, and it closes what lies there', () => {
		const post = checkpoint('post', [100, 0], {
			controls: [
				{ way: 77, at: place([100, 0]) },
				{ way: 3, at: place([100, -42]) }
			]
		});
		const after = changed(adoptControls(post, staleControls(roads, post)));
		expect(staleControls(roads, after)).toEqual([]);
		expect(closedBy(after).map((edge) => graph.edgeWay[edge])).toEqual([1, 3]);
	});
	test('a checkpoint off duty is reviewed as well', () => {
		const post = checkpoint('post', [100, 0], {
			status: 'broken',
			controls: [{ way: 77, at: place([100, 0]) }]
		});
		expect(seal(roads, [post]).warnings).toMatchObject([{ code: 'stale-control', why: 'gone' }]);
	});
	test('without stored roads there is nothing to check', () => {
		expect(staleControls(roads, checkpoint('post', [100, 0]))).toEqual([]);
	});
});
