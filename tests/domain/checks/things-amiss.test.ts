import { describe, expect, test } from 'vitest';
import { applyFix } from '../../../src/lib/domain/checks/apply-fix.ts';
import type { CheckCode, CheckFix } from '../../../src/lib/domain/checks/check-finding.ts';
import type { CheckedPlan } from '../../../src/lib/domain/checks/checked-plan.ts';
import { applyEdit, type Edit } from '../../../src/lib/domain/edit.ts';
import { ItemMap } from '../../../src/lib/domain/item-map.ts';
import type { ItemId } from '../../../src/lib/domain/items.ts';
import { isRefusal } from '../../../src/lib/domain/refusal.ts';
import { area, at, camera, controlRing, route, square, zone } from '../../support/plan-items.ts';
import { checked, checkpoint, found, site } from './checked.ts';

const town = area('town', square(0, 0, 1000));
const county = { ...area('county', square(-500, -500, 3000)), properties: { level: 'county' as const } };
const teamed = (id: string, outline: [number, number][] | ReturnType<typeof square>) => {
	const made = zone(id, outline as ReturnType<typeof square>);
	return { ...made, properties: { ...made.properties, team: 'A' } };
};
const keys = (plan: CheckedPlan, code?: CheckCode) => found(plan, code).map(({ key }) => key);

/** The plan after a fix of the first finding of `code`. */
function fixed(plan: CheckedPlan, code: CheckCode, how: CheckFix['how']): CheckedPlan {
	const finding = found(plan, code)[0];
	const fix = finding?.fixes.find((one) => one.how === how);
	if (!finding || !fix) throw new Error(`${code} offers no ${how}`);
	const edit = applyFix({ header: { format: 1, name: '' }, items: plan.items }, finding, fix);
	expect(isRefusal(edit)).toBe(false);
	const { plan: after } = applyEdit({ header: { format: 1, name: '' }, items: plan.items }, edit as Edit);
	return { ...plan, items: ItemMap.of(after.items) };
}

test('a plan in order is silent', () => {
	const plan = checked(
		[
			town,
			county,
			controlRing('core', 1, square(300, 300, 100)),
			controlRing('outer', 2, square(200, 200, 300)),
			controlRing('border', 3, square(100, 100, 800)),
			teamed('west', square(0, 0, 500)),
			teamed('east', square(500, 0, 500)),
			camera('a', 10, 10, { azimuthDeg: 0 }),
			camera('b', 10, 10, { azimuthDeg: 90 }),
			camera('on the border', -500, 0, { azimuthDeg: 90 }),
			checkpoint('post', 100, 500, { ring: 'border' }),
			checkpoint('free', 100, 600),
			site('school', 20, 20),
			route('round', [at(0, 0), at(1, 0)])
		],
		{ regionBbox: [...at(-9000, -9000), ...at(9000, 9000)] as never }
	);
	expect(keys(plan)).toEqual([]);
});
test('an empty plan is silent', () => expect(keys(checked([]))).toEqual([]));
test('a plan without area or ring has no cameras outside', () => {
	expect(keys(checked([camera('a', 9000, 0, {}), site('school', 0, 0)]))).toEqual([]);
});

describe('cameras that stand where the plan is not', () => {
	test('outside the area: how far, moved just inside, removed', () => {
		const plan = checked([town, camera('stray', 1200, 500, {})]);
		const [finding] = found(plan);
		expect(finding).toMatchObject({ key: 'camera-outside-area stray', isPlain: false, about: ['stray'] });
		expect(finding?.lengthM).toBeCloseTo(200, 1);
		const moved = fixed(plan, 'camera-outside-area', 'move');
		expect(keys(moved)).toEqual([]);
		const [lng] = moved.items.get('stray' as ItemId)?.geometry.coordinates as number[];
		expect(lng).toBeLessThan(at(1000, 0)[0] as number);
		expect(lng).toBeGreaterThan(at(998, 0)[0] as number);
		expect(fixed(plan, 'camera-outside-area', 'remove').items.has('stray' as ItemId)).toBe(false);
	});
	test('in a hole of the area', () => {
		const holed = area('town', square(0, 0, 1000), square(400, 400, 200));
		expect(keys(checked([holed, camera('in the hole', 500, 500, {})]))).toEqual([
			'camera-outside-area in the hole'
		]);
	});
	test('outside the outermost ring, where there is no area; its holes do not count', () => {
		const ring = controlRing('border', 3, square(0, 0, 1000));
		ring.geometry.coordinates.push(square(400, 400, 200));
		const plan = checked([
			controlRing('core', 1, square(300, 300, 50)),
			ring,
			camera('in its hole', 500, 500, {}),
			camera('out', 1100, 0, {})
		]);
		expect(keys(plan)).toEqual(['camera-outside-area out']);
	});
	test('beyond the region, and nothing else is said of it', () => {
		const regionBbox = [...at(0, 0), ...at(2000, 2000)] as unknown as CheckedPlan['regionBbox'];
		const plan = checked([town, camera('far', 3000, 0, {}), camera('near', 1500, 0, {})], { regionBbox });
		expect(keys(plan)).toEqual(['camera-outside-region far', 'camera-outside-area near']);
	});
});

describe('cameras that are there twice', () => {
	const view = { azimuthDeg: 40, hfovDeg: 60, rangeM: 80 };
	test('true copies are plain, and the first stays', () => {
		const plan = checked([camera('a', 5, 5, view), camera('b', 5, 5, { ...view }), camera('c', 5, 5, view)]);
		expect(found(plan)).toMatchObject([
			{ code: 'camera-double', about: ['a', 'b', 'c'], count: 3, isPlain: true }
		]);
		const after = fixed(plan, 'camera-double', 'remove');
		expect([...after.items.keys()]).toEqual(['a']);
		expect(keys(after)).toEqual([]);
	});
	test('the order of properties does not matter', () => {
		const turned = { rangeM: 80, hfovDeg: 60, azimuthDeg: 40 };
		expect(found(checked([camera('a', 5, 5, view), camera('b', 5, 5, turned)]))).toMatchObject([
			{ isPlain: true }
		]);
	});
	test('two device codes need a person', () => {
		const plan = checked([
			camera('a', 5, 5, { ...view, deviceCode: '1' }),
			camera('b', 5, 5, { ...view, deviceCode: '2' })
		]);
		expect(found(plan)).toMatchObject([{ code: 'camera-double', isPlain: false }]);
	});
	test.each([
		['another direction', { ...view, azimuthDeg: 41 }],
		['another angle', { ...view, hfovDeg: 61 }],
		['a dome', { ...view, type: 'dome' as const }]
	])('%s is no double', (_, other) => {
		expect(keys(checked([camera('a', 5, 5, view), camera('b', 5, 5, other)]))).toEqual([]);
	});
	test('a centimetre apart is no double', () => {
		expect(keys(checked([camera('a', 5, 5, view), camera('b', 5.02, 5, view)]))).toEqual([]);
	});
});

describe('rings', () => {
	test('a core that reaches out of the outer ring is told, where it does', () => {
		const plan = checked([
			controlRing('core', 1, square(0, 0, 500)),
			controlRing('outer', 2, square(100, -100, 1000))
		]);
		const [finding] = found(plan);
		expect(finding).toMatchObject({ key: 'ring-not-nested core outer', severity: 'error' });
		expect(finding?.fixes.map(({ how }) => how)).toEqual(['clip']);
		expect(finding?.at).toEqual(at(0, 0));
	});
	test('a core about the outer ring can swap levels with it', () => {
		const plan = checked([
			controlRing('core', 1, square(0, 0, 1000)),
			controlRing('outer', 2, square(100, 100, 500))
		]);
		expect(keys(plan)).toEqual(['ring-not-nested core outer']);
		expect(keys(fixed(plan, 'ring-not-nested', 'swap-levels'))).toEqual([]);
	});
	test('apart from the outer ring, nothing can be offered', () => {
		const plan = checked([
			controlRing('core', 1, square(0, 0, 100)),
			controlRing('outer', 2, square(500, 0, 100))
		]);
		expect(found(plan)).toMatchObject([{ code: 'ring-not-nested', fixes: [] }]);
	});
	test('corners within, a side that leaves: still not nested', () => {
		const notched: [number, number][] = [
			[0, 0],
			[900, 0],
			[900, 300],
			[300, 450],
			[900, 600],
			[900, 900],
			[0, 900]
		];
		const outline = [...notched, notched[0] as [number, number]].map(([x, y]) => at(x, y));
		const plan = checked([controlRing('core', 1, square(250, 200, 500)), controlRing('outer', 2, outline)]);
		expect(keys(plan)).toEqual(['ring-not-nested core outer']);
	});
	test('a ring whose line runs along the outer one is nested', () => {
		expect(
			keys(checked([controlRing('core', 1, square(0, 0, 500)), controlRing('outer', 2, square(0, 0, 900))]))
		).toEqual([]);
	});
	test('without an outer ring the core lies in the border', () => {
		expect(
			keys(
				checked([controlRing('core', 1, square(0, 0, 500)), controlRing('border', 3, square(9000, 0, 90))])
			)
		).toEqual(['ring-not-nested core border']);
	});
	test('two of one level: a note apart, a warning where they meet; a free level is offered', () => {
		const apart = checked([controlRing('a', 1, square(0, 0, 100)), controlRing('b', 1, square(500, 0, 100))]);
		expect(found(apart)).toMatchObject([{ key: 'ring-level-twice b a', severity: 'note', level: 1 }]);
		const about = checked([
			controlRing('a', 2, square(100, 0, 100)),
			controlRing('b', 2, square(0, -100, 900))
		]);
		expect(found(about)).toMatchObject([{ severity: 'warning' }]);
		expect(found(about)[0]?.fixes).toEqual([
			{ how: 'set-level', id: 'b', level: 1 },
			{ how: 'set-level', id: 'b', level: 3 }
		]);
	});
});

describe('checkpoints whose ring is gone', () => {
	test('are given the only ring they stand on', () => {
		const ring = controlRing('core', 1, square(0, 0, 1000));
		const plan = checked([ring, checkpoint('post', 10, 500, { ring: 'old' })]);
		expect(found(plan)).toMatchObject([{ code: 'checkpoint-ring-gone', named: 'old', isPlain: true }]);
		const after = fixed(plan, 'checkpoint-ring-gone', 'take-ring');
		expect(after.items.get('post' as ItemId)?.properties.ring).toBe('core');
		expect(keys(after)).toEqual([]);
	});
	test('else name none any more; a thing that is no ring is none', () => {
		const plan = checked([town, checkpoint('post', 10, 500, { ring: 'town' })]);
		expect(found(plan)[0]?.fixes).toEqual([{ how: 'forget-ring', id: 'post' }]);
		const after = fixed(plan, 'checkpoint-ring-gone', 'forget-ring');
		expect(after.items.get('post' as ItemId)?.properties).not.toHaveProperty('ring');
		expect(keys(after)).toEqual([]);
	});
	test('with two rings near, none is taken unasked', () => {
		const plan = checked([
			controlRing('core', 1, square(100, 100, 500)),
			controlRing('outer', 2, square(0, 0, 1000)),
			checkpoint('post', 50, 500, { ring: 'old' })
		]);
		expect(found(plan)[0]?.fixes.map(({ how }) => how)).toEqual(['forget-ring', 'take-ring', 'take-ring']);
	});
});

describe('zones, routes and sites', () => {
	test('a zone without a team, or with a blank one', () => {
		const blank = { ...zone('b', square(600, 0, 100)), properties: { team: ' ' } };
		expect(found(checked([town, zone('a', square(0, 0, 100)), blank]))).toMatchObject([
			{ key: 'zone-without-team a', fixes: [] },
			{ key: 'zone-without-team b' }
		]);
	});
	test('a route of half a metre is removed', () => {
		const plan = checked([
			route('slip', [at(0, 0), at(0.5, 0)]),
			route('way', [at(0, 0), at(0.6, 0), at(0, 0)])
		]);
		expect(found(plan)).toMatchObject([{ key: 'route-no-length slip', isPlain: true }]);
		expect(keys(fixed(plan, 'route-no-length', 'remove'))).toEqual([]);
	});
	test('a site outside the area; one that reaches in is none', () => {
		const reaching = {
			...site('reaching', 0, 0),
			geometry: { type: 'Polygon' as const, coordinates: [square(950, 0, 200)] }
		};
		expect(keys(checked([town, site('out', 1200, 0), reaching]))).toEqual(['site-outside-area out']);
	});
});
