import { describe, expect, test } from 'vitest';
import { applyEdit, type Edit } from '../../src/lib/domain/edit.ts';
import type { BridgePost, RingPart } from '../../src/lib/domain/findings/ring-aid.ts';
import type { ItemId } from '../../src/lib/domain/items.ts';
import { isRefusal } from '../../src/lib/domain/refusal.ts';
import { validateItem } from '../../src/lib/domain/validate-item.ts';
import { aidDrawing, partKey } from '../../src/lib/editor/aid-drawing.ts';
import { takeOfferedRing } from '../../src/lib/editor/take-offered-ring.ts';
import { keptText } from '../../src/lib/editor/wording/aid-words.ts';
import type { LngLat } from '../../src/lib/geo/coordinates.ts';
import { followedRows } from '../../src/lib/panels/aid/followed-rows.ts';
import { checkpoint, planOf, ring } from '../support/plan-samples.ts';

const outline: LngLat[] = [
	[71.4, 51.1],
	[71.5, 51.1],
	[71.5, 51.2],
	[71.4, 51.1]
];
const posts: BridgePost[] = [
	{ at: [71.45, 51.1], road: 'North bridge', isBridge: true, controls: [{ way: 7, at: [71.45, 51.1] }] },
	{ at: [71.5, 51.15], road: null, isBridge: false, controls: [{ way: 8, at: [71.5, 51.15] }] }
];
const plan = planOf([ring('ring-1', 2, 0.01), checkpoint('checkpoint-1', 71.4, 1)]);
const ringOne = 'ring-1' as ItemId;

function done(place: Parameters<typeof takeOfferedRing>[2], withPosts: readonly BridgePost[] = []) {
	const { edit, ring: id } = takeOfferedRing(plan, { outline }, place, withPosts);
	expect(isRefusal(edit)).toBe(false);
	return { after: applyEdit(plan, edit as Edit), id };
}

describe('taking an offered ring', () => {
	test('it is a new ring of its level, and one step brings everything back', () => {
		const { after, id } = done({ level: 3 }, posts);
		expect(after.plan.items.get(id)).toMatchObject({ kind: 'control-ring', properties: { level: 3 } });
		const added = [...after.plan.items.values()].filter(
			({ kind, id: other }) => kind === 'checkpoint' && other !== 'checkpoint-1'
		);
		expect(added.map(({ properties }) => properties)).toEqual([
			{ name: 'North bridge', ring: id, controls: [{ way: 7, at: [71.45, 51.1] }] },
			{ ring: id, controls: [{ way: 8, at: [71.5, 51.15] }] }
		]);
		expect(added.flatMap(validateItem)).toEqual([]);
		const back = applyEdit(after.plan, after.inverse).plan;
		expect([...back.items.keys()]).toEqual(['ring-1', 'checkpoint-1']);
	});

	test('in place of a ring it keeps what that ring is called and its level', () => {
		const { after, id } = done({ ring: ringOne }, posts.slice(0, 1));
		expect(id).toBe('ring-1');
		const item = after.plan.items.get(id);
		expect(item?.geometry.coordinates).toEqual([outline]);
		expect(item?.properties).toEqual(plan.items.get(ringOne)?.properties);
		expect(after.plan.items.size).toBe(3);
	});

	test('a ring that is gone, and one that crosses itself, are refused', () => {
		expect(takeOfferedRing(plan, { outline }, { ring: 'ring-9' as ItemId }, []).edit).toMatchObject({
			reason: 'no-such-item'
		});
		const bow: LngLat[] = [
			[71, 51],
			[72, 52],
			[72, 51],
			[71, 52],
			[71, 51]
		];
		expect(takeOfferedRing(plan, { outline: bow }, { level: 1 }, []).edit).toMatchObject({
			reason: 'self-crossing'
		});
	});
});

const part = (follows: RingPart['follows'], name: string | null, lengthM: number): RingPart => ({
	follows,
	name,
	lengthM,
	line: outline.slice(0, 2)
});
const parts = [
	part('road', 'Abay', 300),
	part('drawn', null, 900),
	part('road', 'Abay', 500),
	part('river', 'Esil', 700)
];

test('a ring is drawn part by part, its checkpoints only where they are wanted', () => {
	const titles = { part: ({ name }: RingPart) => name ?? '-', post: ({ road }: BridgePost) => road ?? '-' };
	const offered = { outline, parts, posts, verdict: null, crossings: [], notes: [], banks: 0, water: null };
	const drawn = aidDrawing(offered, true, titles);
	expect(drawn.map(({ draws }) => draws)).toEqual([
		'aid-ground',
		'aid-road',
		'aid-drawn',
		'aid-road',
		'aid-river',
		'aid-post',
		'aid-post'
	]);
	expect(new Set(drawn.map(({ key }) => key)).size).toBe(drawn.length);
	expect(drawn.find(({ key }) => key === partKey(3))?.title).toBe('Esil');
	expect(aidDrawing(offered, false, titles).filter(({ draws }) => draws === 'aid-post')).toEqual([]);
});

test('parts are listed by what they follow, longest first, what was drawn last', () => {
	expect(
		followedRows(parts).map(({ name, lengthM, longest, members }) => [name, lengthM, longest, members])
	).toEqual([
		['Abay', 800, 2, [0, 2]],
		['Esil', 700, 3, [3]],
		[null, 900, 1, [1]]
	]);
});

test('what stays as drawn is said with its length, and nothing where all is followed', () => {
	expect(keptText({ parts }, 150)).toMatch(/within 150.m of your line for 900.m: kept as drawn/);
	expect(keptText({ parts: [part('drawn', null, 80)] }, 150)).toMatch(
		/within 150.m of your line: kept as drawn/
	);
	expect(keptText({ parts: parts.filter(({ follows }) => follows !== 'drawn') }, 150)).toBeNull();
});
