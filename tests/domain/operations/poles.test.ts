import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit, type Edit } from '../../../src/lib/domain/edit.ts';
import { viewsOf } from '../../../src/lib/domain/camera-heads.ts';
import type { Camera, CameraHead, CameraProperties, ItemId } from '../../../src/lib/domain/items.ts';
import { addHead, freeAzimuthDeg } from '../../../src/lib/domain/operations/add-head.ts';
import { makePole, makeSingle } from '../../../src/lib/domain/operations/make-pole.ts';
import { mergeIntoPole } from '../../../src/lib/domain/operations/merge-into-pole.ts';
import { removeHead } from '../../../src/lib/domain/operations/remove-head.ts';
import { reorderHeads } from '../../../src/lib/domain/operations/reorder-heads.ts';
import { spreadHeads } from '../../../src/lib/domain/operations/spread-heads.ts';
import { takePoleApart } from '../../../src/lib/domain/operations/take-pole-apart.ts';
import { turnCameras } from '../../../src/lib/domain/operations/turn-cameras.ts';
import type { Plan } from '../../../src/lib/domain/plan.ts';
import { isRefusal, type Refusal } from '../../../src/lib/domain/refusal.ts';

const camera = (properties: CameraProperties, n = 1, at = [71.4, 51.2]): Camera => ({
	id: `camera-${n}` as ItemId,
	kind: 'camera',
	rank: n,
	geometry: { type: 'Point', coordinates: at },
	properties
});
const planOf = (...cameras: Camera[]): Plan => ({
	header: { format: 1, name: '' },
	items: new Map(cameras.map((one) => [one.id, one]))
});
function done(result: Edit | Refusal): Edit {
	if (isRefusal(result)) throw new Error(`${result.reason} ${JSON.stringify(result.problem)}`);
	return result;
}
const first = (result: Edit | Refusal): CameraProperties => (done(result).put[0] as Camera).properties;
const reasonOf = (result: Edit | Refusal) => (isRefusal(result) ? result.reason : null);

const head: fc.Arbitrary<CameraHead> = fc.record(
	{
		azimuthDeg: fc.integer({ min: 0, max: 359 }),
		hfovDeg: fc.constantFrom(30, 60, 360),
		rangeM: fc.integer({ min: 20, max: 90 }),
		nearM: fc.integer({ min: 0, max: 9 }),
		heightM: fc.constantFrom(4, 6),
		type: fc.constantFrom('fixed', 'dome', 'ptz')
	},
	{ requiredKeys: ['azimuthDeg', 'rangeM'] }
) as fc.Arbitrary<CameraHead>;
const properties: fc.Arbitrary<CameraProperties> = fc
	.tuple(
		head,
		fc.record(
			{
				name: fc.constantFrom('North', 'South'),
				deviceCode: fc.constantFrom('34020000001320000001', '34020000001320000002'),
				note: fc.constantFrom('a', 'b')
			},
			{ requiredKeys: [] }
		)
	)
	.map(([view, more]) => ({ ...view, ...more }));

describe('a camera and a pole with one head', () => {
	test('see the same, and lead back to each other', () => {
		fc.assert(
			fc.property(properties, (given) => {
				const pole = first(makePole(camera(given)));
				expect(pole.heads).toHaveLength(1);
				expect(viewsOf(pole)).toEqual(viewsOf(given));
				expect(first(makeSingle(camera(pole)))).toEqual(given);
			})
		);
	});

	test('a pole with several heads is no single camera', () => {
		expect(reasonOf(makeSingle(camera({ heads: [{}, {}] })))).toBe('several-heads');
	});
});

describe('adding a head', () => {
	test.each([
		['none', [], 0],
		['one', [{ azimuthDeg: 350 }], 170],
		['two', [{ azimuthDeg: 0 }, { azimuthDeg: 90 }], 225],
		['over north', [{ azimuthDeg: 100 }, { azimuthDeg: 200 }], 330],
		['domes do not count', [{ azimuthDeg: 10, hfovDeg: 360 }, { azimuthDeg: 90 }], 270]
	])('into the widest free turn beside %s', (_, heads, expected) => {
		expect(freeAzimuthDeg(heads)).toBe(expected);
	});

	test('the one like it sees as far and as wide; a device code belongs to one head', () => {
		const pole = camera({
			heads: [{ azimuthDeg: 0, hfovDeg: 30, rangeM: 40, ...{ deviceCode: '1' } }, { azimuthDeg: 90 }]
		});
		expect(first(addHead(pole, undefined, 0)).heads?.[2]).toEqual({
			azimuthDeg: 225,
			hfovDeg: 30,
			rangeM: 40
		});
	});

	test('makes a single camera a pole that keeps what it saw', () => {
		const before = camera({ name: 'A', type: 'fixed', azimuthDeg: 10, rangeM: 50, heightM: 5 });
		expect(first(addHead(before))).toEqual({
			name: 'A',
			type: 'fixed',
			heightM: 5,
			heads: [
				{ azimuthDeg: 10, rangeM: 50 },
				{ azimuthDeg: 190, rangeM: 50 }
			]
		});
	});
});

test('taking a head off leaves the others as they are; not the last', () => {
	const pole = camera({ heads: [{ azimuthDeg: 1 }, { azimuthDeg: 2 }, { azimuthDeg: 3 }] });
	expect(first(removeHead(pole, 1)).heads).toEqual([{ azimuthDeg: 1 }, { azimuthDeg: 3 }]);
	expect(reasonOf(removeHead(camera({ heads: [{}] }), 0))).toBe('last-head');
	expect(reasonOf(removeHead(pole, 3))).toBe('no-such-head');
});

test('heads change places', () => {
	const pole = camera({ heads: [{ azimuthDeg: 1 }, { azimuthDeg: 2 }, { azimuthDeg: 3 }] });
	const order = (from: number, to: number) =>
		first(reorderHeads(pole, from, to)).heads?.map(({ azimuthDeg }) => azimuthDeg);
	expect(order(0, 2)).toEqual([2, 3, 1]);
	expect(order(2, 0)).toEqual([3, 1, 2]);
	expect(reasonOf(reorderHeads(pole, 0, 3))).toBe('no-such-head');
});

test('spread heads stand evenly, in their order, from the first; a dome stays', () => {
	const pole = camera({ heads: [{ hfovDeg: 360 }, { azimuthDeg: 350 }, { azimuthDeg: 1 }, {}] });
	expect(first(spreadHeads(pole)).heads).toEqual([
		{ hfovDeg: 360 },
		{ azimuthDeg: 350 },
		{ azimuthDeg: 110 },
		{ azimuthDeg: 230 }
	]);
	expect(reasonOf(spreadHeads(camera({ azimuthDeg: 3 })))).toBe('no-such-head');
});

test('a turn there and back is none', () => {
	fc.assert(
		fc.property(
			fc.array(head, { minLength: 1, maxLength: 4 }),
			fc.integer({ min: -720, max: 720 }),
			(heads, by) => {
				const pole = camera({ heads });
				const there = done(turnCameras([pole], by)).put[0] as Camera;
				expect((done(turnCameras([there], -by)).put[0] as Camera).properties).toEqual(pole.properties);
			}
		)
	);
});

describe('merging cameras into a pole', () => {
	test('taken apart again they are what they were, and what they see stays all along', () => {
		let withCodes = 0;
		fc.assert(
			fc.property(fc.array(properties, { minLength: 2, maxLength: 4 }), (all) => {
				const cameras = all.map((given, i) => camera(given, i + 1));
				if (new Set(all.map(({ deviceCode }) => deviceCode)).size > 1) withCodes++;
				const merged = applyEdit(planOf(...cameras), done(mergeIntoPole(cameras))).plan;
				expect(merged.items.size).toBe(1);
				const pole = merged.items.get('camera-1' as ItemId) as Camera;
				expect(viewsOf(pole.properties).views).toEqual(all.flatMap((given) => viewsOf(given).views));

				const ids = ['spare-1', 'spare-2', 'spare-3'] as ItemId[];
				const apart = applyEdit(merged, done(takePoleApart(merged, pole, ids))).plan;
				const allSame = new Set(all.map(({ deviceCode }) => deviceCode)).size === 1;
				for (const [i, given] of all.entries()) {
					const back = apart.items.get(`camera-${i + 1}` as ItemId);
					// one code for all is one device's
					const { deviceCode: _code, ...rest } = given;
					expect(back?.properties).toEqual(i > 0 && allSame ? rest : given);
				}
			}),
			{ seed: 5 }
		);
		expect(withCodes).toBeGreaterThan(30);
	});

	test.each([
		['one alone', [camera({})], 'not-one-pole'],
		['too far apart', [camera({}), camera({}, 2, [71.40002, 51.2])], 'not-one-pole'],
		['one broken, one not', [camera({}), camera({ health: 'broken' }, 2)], 'heads-differ'],
		['of two owners', [camera({ owner: 'A' }), camera({ owner: 'B' }, 2)], 'heads-differ'],
		['one of no known owner', [camera({ owner: 'A' }), camera({}, 2)], 'heads-differ'],
		['one planned', [camera({}), camera({ status: 'planned' }, 2)], 'heads-differ'],
		['one with other hours', [camera({}), camera({ hours: '24/7' }, 2)], 'heads-differ']
	])('%s is refused', (_, cameras, reason) => {
		expect(reasonOf(mergeIntoPole(cameras))).toBe(reason);
	});

	test('a default that one says and the other does not is the same', () => {
		const pole = first(
			mergeIntoPole([camera({ azimuthDeg: 1 }), camera({ health: 'working', azimuthDeg: 2 }, 2)])
		);
		expect(pole).toMatchObject({ health: 'working', heads: [{ azimuthDeg: 1 }, { azimuthDeg: 2 }] });
	});

	test('what no head can carry is not thrown away', () => {
		const foreign = { ...camera({}, 2), foreign: { bbox: [1, 2, 3, 4] } };
		expect(reasonOf(mergeIntoPole([camera({}), foreign]))).toBe('heads-differ');
	});
});

describe('taking a pole apart', () => {
	test('new ids where a brought one is taken by something else', () => {
		const pole = camera({
			name: 'P',
			deviceCode: 'x',
			heads: [{ azimuthDeg: 1 }, { azimuthDeg: 2, ...{ id: 'camera-2' } }]
		});
		const plan = planOf(pole, camera({}, 2));
		const { put } = done(takePoleApart(plan, pole, ['camera-9' as ItemId]));
		expect(put.map(({ id, rank, properties: p }) => [id, rank, p])).toEqual([
			['camera-1', 1, { name: 'P', deviceCode: 'x', azimuthDeg: 1 }],
			['camera-9', 3, { name: 'P', azimuthDeg: 2 }]
		]);
	});

	test('one head is not to be taken apart', () => {
		const pole = camera({ heads: [{}] });
		expect(reasonOf(takePoleApart(planOf(pole), pole, []))).toBe('no-such-head');
	});
});
