import { describe, expect, test } from 'vitest';
import type { CheckFinding } from '../../../src/lib/domain/checks/check-finding.ts';
import { clustersOf, untangle } from '../../../src/lib/domain/checks/untangle.ts';
import { overlapsBetween } from '../../../src/lib/domain/fabric/fabric-faults.ts';
import { ItemMap } from '../../../src/lib/domain/item-map.ts';
import type { ItemId, PatrolZone } from '../../../src/lib/domain/items.ts';
import { isRefusal } from '../../../src/lib/domain/refusal.ts';
import { applyEdit } from '../../../src/lib/domain/edit.ts';
import { jstsArea, jstsFault } from '../../support/jsts-oracle.ts';
import { square, zone } from '../../support/plan-items.ts';

const planOf = (...zones: PatrolZone[]) => ({
	header: { format: 1, name: '' } as const,
	items: ItemMap.from(zones.map((one, rank) => ({ ...one, rank })))
});
const ids = (...names: string[]) => names as ItemId[];

describe('untangle', () => {
	// three that lie over each other, and a fourth beside
	const plan = planOf(
		zone('large', square(0, 0, 300)),
		zone('middle', square(200, 50, 200)),
		zone('small', square(250, 100, 100)),
		zone('beside', square(400, 50, 100))
	);

	test('what several hold stays with the smallest, and no ground is lost', () => {
		const edit = untangle(plan, ids('large', 'middle', 'small'));
		if (isRefusal(edit)) throw new Error(edit.reason);
		const after = applyEdit(plan, edit).plan.items as ItemMap;
		const zones = after.ofKind('patrol-zone');
		expect(overlapsBetween(zones).filter(({ areaM2 }) => areaM2 >= 0.01)).toEqual([]);
		for (const { geometry } of zones) expect(jstsFault(geometry)).toBeNull();
		const size = (id: string) => jstsArea(after.get(id as ItemId)?.geometry as never);
		const before = (id: string) => jstsArea(plan.items.get(id as ItemId)?.geometry as never);
		expect(size('small')).toBeCloseTo(before('small'), -6);
		// 100 by 200 of the large one lie in the middle one, which keeps all but the small one
		expect(size('middle') / before('middle')).toBeCloseTo(0.75, 3);
		expect(size('large') / before('large')).toBeCloseTo(7 / 9, 3);
	});
	test('refuses where one would lose all its ground', () => {
		const twice = planOf(zone('a', square(0, 0, 100)), zone('b', square(0, 0, 100)));
		expect(untangle(twice, ids('a', 'b'))).toMatchObject({ reason: 'nothing-left' });
	});
	test('refuses what the plan does not have', () => {
		expect(untangle(plan, ids('large', 'gone'))).toMatchObject({ reason: 'no-such-item' });
	});
});

test('findings that share a thing hang together, by way of others too', () => {
	const of = (...about: string[]) =>
		({ key: about.join(' '), about: ids(...about) }) as unknown as CheckFinding;
	const clusters = clustersOf([of('a', 'b'), of('c', 'd'), of('e', 'f'), of('b', 'c')]);
	expect(clusters.map((one) => one.ids.toSorted())).toEqual([
		['e', 'f'],
		['a', 'b', 'c', 'd']
	]);
	expect(clusters.map(({ findings }) => findings.length)).toEqual([1, 3]);
});
