import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerGaps } from '../../../src/lib/analysis/coverage/answer-gaps.ts';
import { isObserver, ringsOf } from '../../../src/lib/analysis/coverage/item-rings.ts';
import type { Camera, Item, ItemId } from '../../../src/lib/domain/items.ts';
import { PRESENT } from '../../../src/lib/domain/assumptions.ts';
import { DutyBook } from '../../../src/lib/domain/on-duty.ts';
import { area, at, camera, controlRing, ring, route, square, zone } from '../../support/plan-items.ts';
import { seeded, shuffled } from '../../support/random.ts';
import { polygonFault, sideOf } from '../../support/valid-polygon.ts';
import { ALL, expectSound, finish, finished, gridRings } from './finished.ts';

const town = area('town', square(-1000, -1000, 2000));
const TOWN_M2 = 4e6;

describe('what counts', () => {
	const dome = { type: 'dome', rangeM: 100 } as const;
	const discM2 = Math.PI * 100 * 100;
	test.each([
		['a working dome', [camera('c', 0, 0, dome)], discM2, ['no-camera']],
		['a broken one', [camera('c', 0, 0, { ...dome, health: 'broken' })], 0, ['no-camera', 'broken']],
		['an impaired one', [camera('c', 0, 0, { ...dome, health: 'impaired' })], 0, ['no-camera', 'broken']],
		[
			'one not joined up',
			[camera('c', 0, 0, { ...dome, integrated: false })],
			0,
			['no-camera', 'not-integrated']
		],
		['a planned one is not there', [camera('c', 0, 0, { ...dome, status: 'planned' })], 0, ['no-camera']],
		['no range', [camera('c', 0, 0, { type: 'dome' })], 0, ['no-camera']],
		['no direction', [camera('c', 0, 0, { rangeM: 50, hfovDeg: 90 })], 0, ['no-camera']],
		[
			'a quarter',
			[camera('c', 0, 0, { rangeM: 100, hfovDeg: 90, azimuthDeg: 30 })],
			discM2 / 4,
			['no-camera']
		],
		['a ring', [camera('c', 0, 0, { ...dome, nearM: 50 })], discM2 * 0.75, ['no-camera', 'no-camera']],
		[
			'two heads on a pole, back to back',
			[camera('c', 0, 0, { rangeM: 100, hfovDeg: 90, heads: [{ azimuthDeg: 0 }, { azimuthDeg: 180 }] })],
			discM2 / 2,
			['no-camera']
		],
		['a zone', [zone('z', square(-50, -50, 100))], 10000, ['no-camera']],
		['a route', [route('r', [at(-500, 0), at(500, 0)], 10)], 20000 + Math.PI * 100, ['no-camera']],
		[
			'a zone that crosses itself',
			[zone('z', ring([0, 0], [100, 100], [100, 0], [0, 100]))],
			0,
			['no-camera']
		]
	] as [string, Item[], number, string[]][])('%s', (_, items, coveredM2, reasons) => {
		const answer = finished([town, ...items]).answer();
		expectSound(answer);
		expect(answer.summary.areaM2 / TOWN_M2).toBeCloseTo(1, 3);
		expect(Math.abs(answer.summary.coveredM2 - coveredM2)).toBeLessThan(0.012 * coveredM2 + 1e-3);
		expect(answer.features.map(({ properties }) => properties?.reason)).toEqual(reasons);
	});

	test('assumptions bring the missing back', () => {
		const items = [
			town,
			camera('broken', -300, 0, { ...dome, health: 'broken' }),
			camera('apart', 0, 0, { ...dome, integrated: false }),
			camera('planned', 300, 0, { ...dome, status: 'planned' })
		];
		const covered = (change: object): number =>
			finished(items, { assumptions: { ...PRESENT, ...change } }).summary().coveredM2 / discM2;
		expect(covered({})).toBe(0);
		expect(covered({ assumeRepaired: true })).toBeCloseTo(1, 1);
		expect(covered({ assumeIntegrated: true })).toBeCloseTo(1, 1);
		expect(covered({ countPlanned: true })).toBeCloseTo(1, 1);
		const all = { countPlanned: true, assumeIntegrated: true, assumeRepaired: true };
		expect(covered(all)).toBeCloseTo(3, 1);
		expect(covered({ ...all, without: ['broken', 'planned'] })).toBeCloseTo(1, 1);
	});

	test('of several reasons the least that would close the gap is given', () => {
		const items = [
			town,
			camera('broken', 0, 0, { ...dome, health: 'broken', integrated: false }),
			camera('apart', 0, 0, { ...dome, rangeM: 60, integrated: false }),
			zone('night', square(-20, -20, 40), '22:00-06:00')
		];
		const model = finished(items, { assumptions: { ...PRESENT, at: '2026-05-01T12:00' } });
		const rows = new Map(model.gaps().map((row) => [row.reason, row.areaM2]));
		expect(rows.get('off-duty')).toBeCloseTo(1600, -1);
		expect((rows.get('not-integrated') ?? 0) / (Math.PI * 3600 - 1600)).toBeCloseTo(1, 1);
		expect((rows.get('broken') ?? 0) / (Math.PI * (10000 - 3600))).toBeCloseTo(1, 1);
		expect(
			finished(items, { assumptions: { ...PRESENT, at: '2026-05-01T23:00' } }).summary().coveredM2
		).toBeCloseTo(1600, -1);
	});

	test('by cameras, patrols or all', () => {
		const items = [town, camera('c', -500, 0, dome), zone('z', square(0, 0, 100))];
		expect(finished(items, { by: 'cameras' }).summary().coveredM2).toBeCloseTo(discM2, -3);
		expect(finished(items, { by: 'patrols' }).summary().coveredM2).toBeCloseTo(10000, -2);
		expect(finished(items, { by: 'patrols' }).gaps()[0].reason).toBe('no-patrol');
		expect(finished(items).summary().coveredM2).toBeCloseTo(discM2 + 10000, -3);
	});

	test('cameras that see nothing for certain are counted', () => {
		const blind = [camera('a', 0, 0, { rangeM: 50 }), camera('b', 0, 0, { azimuthDeg: 0 })];
		expect(finished([town, ...blind]).summary().uncertainCameras).toBe(2);
		expect(finished([town, ...blind], { by: 'patrols' }).summary().uncertainCameras).toBe(0);
	});

	test('a zone or an area that crosses itself is named', () => {
		const model = finished([town, zone('bow', ring([0, 0], [100, 100], [100, 0], [0, 100]))]);
		expect(model.refusedItems()).toEqual(['bow']);
		const crossed = area('crossed', ring([0, 0], [100, 100], [100, 0], [0, 100]));
		expect(finished([town, crossed]).refusedItems()).toEqual(['crossed']);
		expect(finished([crossed]).refusal).toBe('no-area');
	});
});

describe('the ground asked about', () => {
	const core = controlRing('core', 1, square(-100, -100, 200));
	const border = controlRing('border', 3, square(-400, -400, 800));

	test('is the union of the areas, where they overlap counted once', () => {
		const items = [area('a', square(-200, 0, 200)), area('b', square(-100, 0, 200))];
		expect(finished(items).summary().areaM2 / 60000).toBeCloseTo(1, 3);
	});

	test('is the outermost ring where there is no area', () => {
		expect(finished([core, border]).summary().areaM2 / 640000).toBeCloseTo(1, 3);
		expect(finished([core, border, town]).summary().areaM2 / TOWN_M2).toBeCloseTo(1, 3);
	});

	test('keeps its holes', () => {
		const items = [area('a', square(-200, -200, 400), square(-100, -100, 200))];
		const answer = finished(items).answer();
		expect(answer.summary.areaM2 / 120000).toBeCloseTo(1, 3);
		expect(answer.features[0].geometry.coordinates).toHaveLength(2);
		expectSound(answer);
	});

	test('has to be there', () => {
		const plan = { header: { format: 1, name: '' }, items: new Map() } as const;
		expect(answerGaps(plan, ALL)).toEqual({ ok: false, reason: 'no-area' });
		const model = finished([camera('c', 0, 0, { type: 'dome', rangeM: 20 })]);
		expect(model.refusal).toBe('no-area');
		expect(model.summary()).toMatchObject({ areaM2: 0, coveredM2: 0, coveredShare: 0, gaps: 0 });
		model.change([town], []);
		finish(model);
		expect(model.refusal).toBe(null);
		expect(model.summary().coveredM2).toBeGreaterThan(1000);
	});

	test('a gap lies in the area that most of it lies in', () => {
		const items = [
			area('county', square(-1000, -1000, 2000)),
			area('township', square(0, 0, 500)),
			camera('c', 250, 250, { type: 'dome', rangeM: 100, health: 'broken' })
		];
		const rows = finished(items).gaps();
		expect(rows.map(({ areaId, reason }) => [areaId, reason])).toEqual([
			['county', 'no-camera'],
			['township', 'broken']
		]);
	});
});

describe('slivers', () => {
	// two zones that leave a strip of 0.2 m by 100 m between them, and one a block of 2 m by 2 m out
	const items = [
		area('block', square(0, 0, 100)),
		zone('west', ring([-10, -10], [50, -10], [50, 110], [-10, 110])),
		zone(
			'east',
			ring(
				[50.2, -10],
				[110, -10],
				[110, 110],
				[60, 110],
				[60, 50],
				[58, 50],
				[58, 52],
				[60, 52.1],
				[60, 110],
				[50.2, 110]
			)
		)
	];

	test('narrow and small is dropped, small alone is not', () => {
		const model = finished(items, { minAreaM2: 100 });
		const rows = model.gaps();
		expect(rows.map(({ areaM2 }) => Math.round(areaM2))).toEqual([4]);
		expect(model.summary().droppedSliversM2).toBeCloseTo(20, 0);
		expect(model.summary().gapM2).toBeCloseTo(24, 0);
		expectSound(model.answer());
	});

	test('sides of cells that run through a gap do not make it narrow', () => {
		const model = finished(
			[
				area('block', square(-50, -50, 100)),
				zone('west', ring([-60, -60], [-0.8, -60], [-0.8, 60], [-60, 60])),
				zone('east', ring([0.8, -60], [60, -60], [60, 60], [0.8, 60])),
				zone('south', ring([-1, -60], [1, -60], [1, -0.8], [-1, -0.8])),
				zone('north', ring([-1, 0.8], [1, 0.8], [1, 60], [-1, 60]))
			],
			{ minAreaM2: 100 }
		);
		expect(model.gaps().map(({ areaM2 }) => areaM2.toFixed(1))).toEqual(['2.6']);
	});

	test('nothing is dropped below a limit of nought', () => {
		expect(finished(items).gaps()).toHaveLength(2);
	});
});

const place = fc.integer({ min: -700, max: 700 });
const anyCamera = fc
	.record({
		x: place,
		y: place,
		rangeM: fc.integer({ min: 5, max: 180 }),
		azimuthDeg: fc.integer({ min: 0, max: 359 }),
		hfovDeg: fc.constantFrom(25, 70, 120, 250, 360),
		nearM: fc.constantFrom(0, 0, 4, 30),
		health: fc.constantFrom('working', 'working', 'broken', 'impaired'),
		integrated: fc.constantFrom(true, true, false)
	})
	.map(({ x, y, ...properties }) => ({ x, y, properties: properties as Camera['properties'] }));
const anyScene = fc
	.record({
		cameras: fc.array(anyCamera, { maxLength: 170, size: 'max' }),
		zones: fc.array(fc.tuple(place, place, fc.integer({ min: 3, max: 400 })), { maxLength: 4 })
	})
	.map(({ cameras, zones }): Item[] => [
		area('town', ring([-600, -500], [500, -700], [650, 600], [-300, 640], [-310, 0]), square(100, 100, 90)),
		...cameras.map((c, i) => camera(`c${i}`, c.x, c.y, c.properties)),
		...zones.map(([x, y, width], i) => zone(`z${i}`, square(x, y, width)))
	]);

describe('any scene', () => {
	test('is split in valid pieces that say of every place what counting by hand says', () => {
		let crowded = 0;
		fc.assert(
			fc.property(anyScene, (items) => {
				if (items.length > 66) crowded++;
				const model = finished(items);
				const answer = model.answer();
				expectSound(answer);
				expectTrue(
					items,
					answer.features.map(({ geometry, properties }) => ({
						rings: gridRings(geometry),
						reason: properties?.reason as string
					})),
					model
				);
			}),
			{ numRuns: 40, seed: 11 }
		);
		// enough cameras that cells are split further
		expect(crowded).toBeGreaterThan(8);
	});

	test('gives the same bytes in any order', () => {
		fc.assert(
			fc.property(anyScene, (items) => {
				const first = JSON.stringify(finished(items).answer());
				expect(JSON.stringify(finished(shuffled(items, seeded(items.length))).answer())).toBe(first);
			}),
			{ numRuns: 20, seed: 12 }
		);
	});

	test('gives the same bytes however it was come by', () => {
		fc.assert(
			fc.property(anyScene, anyScene, fc.boolean(), (before, after, isHalfWay) => {
				const model = finished(before);
				model.summary();
				const ids = new Set(after.map(({ id }) => id));
				const drop = before.map(({ id }) => id).filter((id) => !ids.has(id));
				const half = Math.floor(after.length / 2);
				model.change(after.slice(0, half), []);
				if (isHalfWay) {
					// answers on the way are of what is done, and whole
					for (let k = 0; k < 6; k++) {
						model.work(0);
						model.answer();
					}
				} else finish(model);
				model.assume({ ...ALL, assumptions: { ...PRESENT, assumeRepaired: true } });
				model.work(0);
				model.change(after.slice(half), drop);
				model.assume(ALL);
				finish(model);
				expect(JSON.stringify(model.answer())).toBe(JSON.stringify(finished(after).answer()));
			}),
			{ numRuns: 30, seed: 13 }
		);
	});
});

test('a dragged camera changes the answer step by step as from scratch', () => {
	const random = seeded(21);
	const items = new Map<ItemId, Item>([[town.id, town]]);
	for (let i = 0; i < 130; i++) {
		const item = camera(`c${i}`, (random() - 0.5) * 500, (random() - 0.5) * 500, {
			rangeM: 20 + random() * 60,
			azimuthDeg: random() * 360,
			hfovDeg: 70
		});
		items.set(item.id, item);
	}
	const model = finished(items.values());
	for (let step = 0; step < 40; step++) {
		const id = `c${step % 7}` as ItemId;
		const item = camera(
			id,
			(random() - 0.5) * 500,
			(random() - 0.5) * 500,
			(items.get(id) as Camera).properties
		);
		items.set(id, item);
		model.change([item], []);
		const progress = model.work(Infinity);
		expect(progress.touched).not.toBe(null);
		expect(JSON.stringify(model.gaps())).toBe(JSON.stringify(finished(items.values()).gaps()));
	}
	const { id } = model.gaps()[0];
	expect(model.gap(id)).toEqual(model.answer().features[0].geometry);
	expect(model.gap('no such gap')).toBe(null);
});

test('an item that becomes one of another kind is no longer what it was', () => {
	const hall = camera('hall', 0, 0, { type: 'dome', rangeM: 50 });
	const model = finished([town, hall]);
	for (const kind of [area('hall', square(-500, -500, 1000)), controlRing('hall', 1, square(0, 0, 50))]) {
		model.change([kind], []);
		finish(model);
		expect(JSON.stringify(model.answer())).toBe(JSON.stringify(finished([town, kind]).answer()));
		model.change([hall], []);
		finish(model);
		expect(JSON.stringify(model.answer())).toBe(JSON.stringify(finished([town, hall]).answer()));
	}
});

test('a zone over whole cells and the crowd below it comes and goes', () => {
	const random = seeded(8);
	const crowd = Array.from({ length: 150 }, (_, i) =>
		camera(`c${i}`, 200 + random() * 300, 200 + random() * 300, { type: 'dome', rangeM: 30 })
	);
	const wide = area('wide', square(-7000, -7000, 14000));
	const all = zone('all', square(-6900, -6900, 13800));
	const bare = finished([wide, ...crowd]);
	const model = finished([wide, all, ...crowd]);
	expect(model.summary().coveredShare).toBeCloseTo((13.8 / 14) ** 2, 3);
	model.change([], [all.id]);
	finish(model);
	expect(JSON.stringify(model.answer())).toBe(JSON.stringify(bare.answer()));
	bare.change([all], []);
	finish(bare);
	expect(bare.summary().coveredShare).toBeCloseTo((13.8 / 14) ** 2, 3);
});

test('half way through the split of a cell its neighbours are not joined to what it was', () => {
	const model = finished([area('wide', ring([-3500, -5000], [3500, -5000], [3500, 5000], [-3500, 5000]))]);
	expect(model.gaps()).toHaveLength(1);
	const random = seeded(9);
	const crowd = Array.from({ length: 100 }, (_, i) =>
		camera(`c${i}`, 100 + random() * 900, 100 + random() * 900, { type: 'dome', rangeM: 30 })
	);
	model.change(crowd, []);
	const [west, south] = at(3300, 4500);
	const [east, north] = at(3400, 4600);
	expect(model.work(0, [west, south, east, north]).done).toBe(1);
	const answer = model.answer();
	expect(answer.features).toHaveLength(2);
	for (const { geometry } of answer.features) expect(polygonFault(gridRings(geometry))).toBe(null);
});

test('work keeps to its budget, and does what is in view first', () => {
	const model = finished([area('wide', square(-20000, -20000, 40000))]);
	model.change(
		[
			camera('a', 15000, 15000, { type: 'dome', rangeM: 50 }),
			camera('b', -15000, -15000, { type: 'dome', rangeM: 50 })
		],
		[]
	);
	const [west, south] = at(14900, 14900);
	const [east, north] = at(15100, 15100);
	const first = model.work(0, [west, south, east, north]);
	expect(first).toMatchObject({ done: 1, total: 2 });
	expect(first.touched?.[2]).toBeGreaterThan(west);
	expect(model.work(0)).toMatchObject({ done: 2, total: 2 });
	expect(model.work(0)).toMatchObject({ touched: null });
});

test('pieces for tiles fill the ground once over', () => {
	const random = seeded(5);
	const cameras = Array.from({ length: 200 }, (_, i) =>
		camera(`c${i}`, (random() - 0.5) * 800, (random() - 0.5) * 800, { type: 'dome', rangeM: 40 })
	);
	const model = finished([town, ...cameras]);
	let gapUnits = 0;
	let coveredUnits = 0;
	model.forEachPiece([-180, -80, 180, 80], ({ reason, gapId, rings }) => {
		const units = rings.reduce((sum, r) => sum + areaUnits(r), 0);
		expect(gapId === null).toBe(reason === null);
		if (reason === null) coveredUnits += units;
		else gapUnits += units;
	});
	const { coveredShare } = model.summary();
	expect(coveredUnits / (coveredUnits + gapUnits)).toBeCloseTo(coveredShare, 5);
});

function areaUnits(r: Int32Array): number {
	let sum = 0;
	for (let i = 0, j = r.length - 2; i < r.length; j = i, i += 2) {
		sum += (r[j] - r[0]) * (r[i + 1] - r[1]) - (r[i] - r[0]) * (r[j + 1] - r[1]);
	}
	return sum / 2;
}

/** Samples the ground: each place is in the one gap that asking every observer gives it, or in none. */
function expectTrue(
	items: readonly Item[],
	gaps: readonly { rings: number[][]; reason: string }[],
	model: { summary(): { gapM2: number } }
): void {
	void model;
	const duty = new DutyBook(PRESENT);
	const claims = items.flatMap((item) =>
		isObserver(item, 'all') ? [{ rings: ringsOf(item).rings, standing: duty.standingOf(item) as string }] : []
	);
	const [subject] = items;
	if (subject.kind !== 'area' || subject.geometry.type !== 'Polygon') throw new TypeError('area first');
	const bounds = gridRings(subject.geometry);
	const random = seeded(items.length);
	for (let s = 0; s < 150; s++) {
		const [lng, lat] = at((random() - 0.5) * 1400, (random() - 0.5) * 1400);
		const x = Math.round(lng * 1e7) + 0.5;
		const y = Math.round(lat * 1e7) + 0.5;
		if ([...claims.flatMap(({ rings }) => rings), ...bounds].some((r) => isNear(x, y, r))) continue;
		const held = claims.filter(({ rings }) => isHeld(x, y, rings)).map(({ standing }) => standing);
		const expected =
			!isWithin(x, y, bounds) || held.includes('counted')
				? []
				: [
						held.includes('not-integrated')
							? 'not-integrated'
							: held.includes('broken')
								? 'broken'
								: 'no-camera'
					];
		expect(gaps.filter(({ rings }) => isWithin(x, y, rings)).map(({ reason }) => reason)).toEqual(expected);
	}
}

function isHeld(x: number, y: number, rings: readonly ArrayLike<number>[]): boolean {
	return (
		rings.reduce(
			(depth, r) => depth + (sideOf(x, y, r) > 0 ? (areaUnits(Int32Array.from(r)) > 0 ? 1 : -1) : 0),
			0
		) > 0
	);
}

function isWithin(x: number, y: number, rings: readonly ArrayLike<number>[]): boolean {
	return sideOf(x, y, rings[0]) > 0 && rings.slice(1).every((hole) => sideOf(x, y, hole) < 0);
}

function isNear(x: number, y: number, r: ArrayLike<number>): boolean {
	for (let i = 0, j = r.length - 2; i < r.length; j = i, i += 2) {
		const dx = r[i] - r[j];
		const dy = r[i + 1] - r[j + 1];
		const t = Math.max(0, Math.min(1, ((x - r[j]) * dx + (y - r[j + 1]) * dy) / (dx * dx + dy * dy)));
		if (Math.hypot(x - r[j] - t * dx, y - r[j + 1] - t * dy) < 3) return true;
	}
	return false;
}
