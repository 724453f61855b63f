import type { Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { CheckFinding } from '../../../src/lib/domain/checks/check-finding.ts';
import { shapeFaultOf } from '../../../src/lib/domain/checks/shape-fault.ts';
import type { PatrolZone } from '../../../src/lib/domain/items.ts';
import { area, at, controlRing, ring, square, zone } from '../../support/plan-items.ts';
import { checked, found } from './checked.ts';
import { fixedAll } from './fixed.ts';

const teamed = (id: string, ...rings: Position[][]): PatrolZone => ({
	...zone(id, rings[0] as Position[]),
	properties: { team: 'A', name: id },
	geometry: { type: 'Polygon', coordinates: rings }
});
const many = (id: string, ...parts: Position[][][]): PatrolZone => ({
	...teamed(id, []),
	geometry: { type: 'MultiPolygon', coordinates: parts }
});
const brief = (findings: readonly CheckFinding[]) =>
	findings.map(({ code, about, areaM2, isPlain }) => [
		code,
		about.join(' '),
		Math.round(areaM2 ?? 0),
		isPlain
	]);

describe('shapeFaultOf', () => {
	const faultOf = (...parts: Position[][][]) => shapeFaultOf(parts as never)?.fault ?? null;
	test.each<[string, Position[][][], string | null]>([
		['a square', [[square(0, 0, 100)]], null],
		['a square with a hole', [[square(0, 0, 100), square(20, 20, 50)]], null],
		['two parts that touch in a corner', [[square(0, 0, 100)], [square(100, 100, 100)]], null],
		['a bow-tie', [[ring([0, 0], [100, 100], [100, 0], [0, 100])]], 'crosses-itself'],
		[
			'a ring that touches itself',
			[[ring([0, 0], [100, 0], [50, 50], [100, 100], [0, 100], [50, 50])]],
			'touches-itself'
		],
		['a corner twice', [[ring([0, 0], [100, 0], [100, 0], [100, 100])]], 'repeated-corner'],
		['a hole outside', [[square(0, 0, 100), square(200, 0, 50)]], 'hole-astray'],
		['parts that lie over each other', [[square(0, 0, 100)], [square(50, 50, 100)]], 'parts-overlap'],
		['a part of 4 m²', [[square(0, 0, 100)], [square(200, 0, 2)]], 'tiny-part'],
		['a hole of 4 m²', [[square(0, 0, 100), square(20, 20, 2)]], 'tiny-hole'],
		['two parts of 4 m²: they are the whole', [[square(0, 0, 2)], [square(20, 0, 2)]], null],
		[
			'a spike of 60 m',
			[[ring([0, 0], [100, 0], [100, 50], [160, 50.1], [100, 50.2], [100, 100], [0, 100])]],
			'spike'
		],
		[
			'a narrow street of its own',
			[[ring([0, 0], [100, 0], [100, 50], [160, 50], [160, 53], [100, 53], [0, 100])]],
			null
		],
		['a sharp end with 2,000 m² in it', [[ring([0, 0], [500, 0], [0, 8], [-10, 4])]], null]
	])('%s', (_, parts, fault) => expect(faultOf(...parts)).toBe(fault));
});

describe('shapes that are not sound', () => {
	test.each<[string, PatrolZone]>([
		['touches itself', teamed('z', ring([0, 0], [100, 0], [50, 50], [100, 100], [0, 100], [50, 50]))],
		['a corner twice', teamed('z', ring([0, 0], [100, 0], [100, 0], [100, 100], [0, 100]))],
		['parts over each other', many('z', [square(0, 0, 100)], [square(50, 50, 100)])],
		['a hole outside', teamed('z', square(0, 0, 100), square(200, 0, 50))],
		['a tiny part', many('z', [square(0, 0, 100)], [square(200, 0, 2)])],
		['a tiny hole', teamed('z', square(0, 0, 100), square(20, 20, 2))],
		[
			'a spike',
			teamed('z', ring([0, 0], [100, 0], [100, 50], [160, 50.1], [100, 50.2], [100, 100], [0, 100]))
		]
	])('%s: is told, mended, and silent then', (_, bad) => {
		const plan = checked([bad]);
		expect(found(plan, 'broken-shape')).toMatchObject([{ key: 'broken-shape z', isPlain: true }]);
		const { plan: after, answer } = fixedAll(plan);
		expect(answer.leftCount).toBe(0);
		expect(found(after)).toEqual([]);
	});
	test('a key site and a ring are looked at too', () => {
		const twice = ring([0, 0], [100, 0], [100, 0], [100, 100], [0, 100]);
		const site = { ...zone('s', twice), kind: 'key-site' as const, properties: { category: 'bus' as const } };
		expect(found(checked([controlRing('r', 1, twice), site as never]), 'broken-shape')).toHaveLength(2);
	});
});

describe('zones of one fabric', () => {
	test('an overlap: how much, of whom; cut off the larger', () => {
		const plan = checked([teamed('small', square(0, 0, 100)), teamed('large', square(90, 0, 200))]);
		expect(brief(found(plan))).toEqual([['zones-overlap', 'large small', 1000, true]]);
		const { plan: after, answer } = fixedAll(plan);
		expect(found(after)).toEqual([]);
		expect(answer.edit?.label).toEqual({ verb: 'repair', count: 1 });
		// the new corner of the border is shared
		const ringOf = (id: string) => (after.items.get(id as never)?.geometry.coordinates as Position[][])[0];
		expect(ringOf('small')).toEqual(expect.arrayContaining(square(0, 0, 100)));
		expect(ringOf('large')).toContainEqual(at(100, 0));
	});
	test('a zone within another makes a hole there', () => {
		const plan = checked([teamed('in', square(20, 20, 50)), teamed('about', square(0, 0, 200))]);
		const { plan: after } = fixedAll(plan);
		expect(after.items.get('about' as never)?.geometry.coordinates).toHaveLength(2);
		expect(found(after)).toEqual([]);
	});
	test('three at one place: what was settled with the first is not done to the third', () => {
		const plan = checked([
			teamed('large', square(0, 0, 300)),
			teamed('middle', square(200, 50, 200)),
			teamed('small', square(220, 100, 60))
		]);
		expect(found(plan)).toHaveLength(3);
		const { plan: after, answer } = fixedAll(plan);
		expect(answer).toMatchObject({ fixed: 2, leftCount: 0 });
		expect(found(after)).toEqual([]);
		expect([...after.items.keys()]).toEqual(['large', 'middle', 'small']);
	});
	test('one zone drawn twice is for a person to judge', () => {
		const plan = checked([teamed('a', square(0, 0, 100)), teamed('b', square(0, 0, 100))]);
		expect(brief(found(plan))).toEqual([['zones-overlap', 'b a', 10000, false]]);
		expect(fixedAll(plan).answer.edit).toBeNull();
	});
	test('borders and corners may be shared; less than a square decimetre is nothing', () => {
		const plan = checked([
			teamed('a', square(0, 0, 100)),
			teamed('b', square(100, 0, 100)),
			teamed('c', square(100, 100, 100)),
			// a grid unit is about a centimetre
			teamed('d', ring([0, 99.99], [0.5, 99.99], [0.5, 200], [0, 200]))
		]);
		expect(found(plan, 'zones-overlap')).toEqual([]);
	});
	test('areas are held against areas of their level only', () => {
		const county = (id: string, outline: Position[]) => {
			const made = area(id, outline);
			return { ...made, properties: { ...made.properties, level: 'county' as const } };
		};
		const plan = checked([
			county('a', square(0, 0, 100)),
			county('b', square(90, 0, 100)),
			area('custom', square(0, 0, 200))
		]);
		expect(found(plan)).toMatchObject([{ code: 'areas-overlap', key: 'areas-overlap a b', isPlain: true }]);
	});
	test('areas of no level may be meant to overlap', () => {
		const plan = checked([area('a', square(0, 0, 100)), area('b', square(90, 0, 200))]);
		expect(found(plan)).toMatchObject([{ code: 'areas-overlap', severity: 'note', isPlain: false }]);
	});
	// four zones about a square of 8 m, and one with a hole
	const about = (gapM: number) => [
		teamed('south', ring([0, 0], [300, 0], [300, 100], [0, 100])),
		teamed('west', ring([0, 100], [150, 100], [150, 100 + gapM], [0, 100 + gapM])),
		teamed('east', ring([150 + gapM, 100], [300, 100], [300, 100 + gapM], [150 + gapM, 100 + gapM])),
		teamed('north', ring([0, 100 + gapM], [300, 100 + gapM], [300, 300], [0, 300]))
	];
	test('a small gap goes to one of its neighbours', () => {
		const plan = checked(about(8));
		const [gap] = found(plan);
		expect(gap).toMatchObject({ code: 'zones-gap', isPlain: true, severity: 'warning' });
		expect(gap?.about.toSorted()).toEqual(['east', 'north', 'south', 'west']);
		expect(gap?.areaM2).toBeCloseTo(64, 0);
		const { plan: after } = fixedAll(plan);
		expect(found(after)).toEqual([]);
	});
	test('the neighbour with the longest border comes first', () => {
		const plan = checked([
			teamed('long', ring([0, 0], [300, 0], [300, 100], [0, 100])),
			teamed('a', ring([0, 100], [100, 104], [100, 200], [0, 200])),
			teamed('b', ring([100, 104], [200, 104], [200, 200], [100, 200])),
			teamed('c', ring([200, 104], [300, 100], [300, 200], [200, 200]))
		]);
		const [gap] = found(plan);
		expect(gap?.about[0]).toBe('long');
		expect(gap?.fixes[0]).toEqual({ how: 'fill', into: 'long' });
	});
	test('a large gap is for a person to judge, a hole in one zone was drawn as one', () => {
		expect(found(checked(about(90)))).toMatchObject([{ code: 'zones-gap', isPlain: false }]);
		expect(found(checked([teamed('holed', square(0, 0, 100), square(20, 20, 20))]))).toEqual([]);
	});
	test('zones that only lie side by side enclose nothing', () => {
		expect(found(checked([teamed('a', square(0, 0, 100)), teamed('b', square(105, 0, 100))]))).toEqual([]);
	});
});

describe('zones outside the area', () => {
	const town = area('town', square(0, 0, 1000));
	test('a little over the border is cut off', () => {
		const plan = checked([town, teamed('z', ring([800, 0], [1004, 0], [1004, 200], [800, 200]))]);
		expect(brief(found(plan))).toEqual([['zone-outside-area', 'z', 800, true]]);
		const { plan: after } = fixedAll(plan);
		expect(found(after)).toEqual([]);
	});
	test('far over the border is for a person to judge', () => {
		const plan = checked([town, teamed('half', square(900, 0, 200)), teamed('out', square(2000, 0, 100))]);
		expect(brief(found(plan))).toEqual([
			['zone-outside-area', 'half', 19998, false],
			['zone-outside-area', 'out', 10000, false]
		]);
	});
	test('within, along the border, and across two areas: silent', () => {
		const plan = checked([
			town,
			area('next', square(1000, 0, 1000)),
			teamed('z', square(0, 0, 300)),
			teamed('across', ring([900, 0], [1100, 0], [1100, 100], [900, 100]))
		]);
		expect(found(plan, 'zone-outside-area')).toEqual([]);
	});
	test('in a hole of the area', () => {
		const holed = area('town', square(0, 0, 1000), square(400, 400, 100));
		expect(brief(found(checked([holed, teamed('z', square(350, 350, 200))])))).toEqual([
			['zone-outside-area', 'z', 10000, false]
		]);
	});
});

test('a core ring that leaves the outer one can be cut', () => {
	const plan = checked([
		controlRing('core', 1, square(0, 0, 500)),
		controlRing('outer', 2, square(100, -100, 1000))
	]);
	const { plan: after, answer } = fixedAll(plan, { how: 'clip', codes: ['ring-not-nested'] });
	expect(answer.fixed).toBe(1);
	expect(found(after)).toEqual([]);
	expect(after.items.get('core' as never)?.geometry.coordinates[0]).toContainEqual(at(100, 0));
});
