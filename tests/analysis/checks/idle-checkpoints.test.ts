import { describe, expect, test } from 'vitest';
import { idleCheckpoints } from '../../../src/lib/analysis/checks/idle-checkpoints.ts';
import { applyFix } from '../../../src/lib/domain/checks/apply-fix.ts';
import { ItemMap } from '../../../src/lib/domain/item-map.ts';
import type { Item } from '../../../src/lib/domain/items.ts';
import { isRefusal } from '../../../src/lib/domain/refusal.ts';
import { prepareRoads } from '../../../src/lib/network/roads.ts';
import { checkpoint, spotOf, squareRing, town } from '../../support/towns.ts';

const roads = prepareRoads(
	town({
		nodes: { west: [-5000, 0], east: [5000, 0] },
		roads: [{ name: 'Main street', line: ['west', 'east'], way: 7 }]
	})
);
const core = squareRing('core', 500);
const idle = (...items: Item[]) =>
	idleCheckpoints(roads, ItemMap.from(items.map((item, rank) => ({ ...item, rank }))));

describe('idleCheckpoints', () => {
	test('one on a road at the ring is none, staffed or not', () => {
		expect(
			idle(core, checkpoint('post', [500, 0]), checkpoint('off', [-500, 20], { status: 'planned' }))
		).toEqual([]);
	});
	test('one 200 m off every road is moved onto the nearest', () => {
		const [finding, ...rest] = idle(core, checkpoint('post', [500, 200]));
		expect(rest).toEqual([]);
		expect(finding).toMatchObject({ key: 'checkpoint-idle post', why: 'no-road', isPlain: false });
		expect(finding?.lengthM).toBeCloseTo(200, 1);
		const fix = finding?.fixes.find(({ how }) => how === 'move');
		if (!finding || fix?.how !== 'move') throw new Error('no move is offered');
		const [x, y] = spotOf(fix.to);
		expect(Math.abs(x - 500) + Math.abs(y)).toBeLessThan(0.05);
		const items = ItemMap.from([core, checkpoint('post', [500, 200])]);
		const moved = applyFix({ header: { format: 1, name: '' }, items }, finding, fix);
		if (isRefusal(moved)) throw new Error('refused');
		expect(idle(core, ...moved.put)).toEqual([]);
	});
	test('31 m off is idle, 29 m off is not', () => {
		expect(
			idle(core, checkpoint('in', [500, 29]), checkpoint('out', [400, 31])).map(({ about }) => about)
		).toEqual([['out']]);
	});
	test('no road within 500 m: only removal is offered', () => {
		expect(idle(core, checkpoint('post', [0, 900]))).toMatchObject([
			{ why: 'no-road', fixes: [{ how: 'remove', ids: ['post'] }] }
		]);
	});
	test('roads that are gone: the 30 m rule is offered', () => {
		const stale = checkpoint('post', [500, 0], { controls: [{ way: 99, at: [0, 0] }] });
		const [finding] = idle(core, stale);
		expect(finding).toMatchObject({ why: 'stale', fixes: [{ how: 'forget-controls' }, { how: 'remove' }] });
		if (!finding?.fixes[0]) throw new Error('no fix');
		const items = ItemMap.from([core, stale]);
		const edit = applyFix({ header: { format: 1, name: '' }, items }, finding, finding.fixes[0]);
		if (isRefusal(edit)) throw new Error('refused');
		expect(idle(core, ...edit.put)).toEqual([]);
	});
	test('one that closes a road 1.5 km from every ring is a note; without rings it is nothing', () => {
		const far = checkpoint('post', [2000, 0]);
		const [finding] = idle(core, far);
		expect(finding).toMatchObject({ why: 'far', severity: 'note' });
		expect(finding?.lengthM).toBeCloseTo(1500, 0);
		expect(idle(core, checkpoint('near', [1400, 0]))).toEqual([]);
		expect(idle(far)).toEqual([]);
	});
});
