import { describe, expect, test } from 'vitest';
import { applyFix } from '../../../src/lib/domain/checks/apply-fix.ts';
import type { CheckedPlan } from '../../../src/lib/domain/checks/checked-plan.ts';
import { applyEdit, type Edit } from '../../../src/lib/domain/edit.ts';
import { ItemMap } from '../../../src/lib/domain/item-map.ts';
import type { Plan } from '../../../src/lib/domain/plan.ts';
import { isRefusal } from '../../../src/lib/domain/refusal.ts';
import { parsePlan } from '../../../src/lib/formats/plan-geojson.ts';
import { printPlan } from '../../../src/lib/formats/print-plan.ts';
import { ring, square } from '../../support/plan-items.ts';
import { found } from './checked.ts';

const bow = ring([0, 0], [100, 100], [100, 0], [0, 100]);
const feature = (id: unknown, coordinates: unknown, properties: object = {}): object => ({
	type: 'Feature',
	...(id !== undefined && { id }),
	geometry: { type: 'Polygon', coordinates },
	properties: { kind: 'patrol-zone', team: 'A', ...properties },
	note: 'kept'
});
const read = (...features: object[]): Plan =>
	parsePlan(JSON.stringify({ type: 'FeatureCollection', cordon: { format: 1, name: 'P' }, features }), {
		newId: (kind, i) => `${kind}-${i}`
	}).plan;
const checkedOf = (plan: Plan): CheckedPlan => ({
	items: ItemMap.of(plan.items),
	unread: plan.unread ?? [],
	regionBbox: null
});
const foundIn = (plan: Plan) => found(checkedOf(plan), 'unread-shape');
function restored(plan: Plan): { plan: Plan; inverse: Edit } {
	const [finding] = foundIn(plan);
	if (!finding?.fixes[0]) throw new Error('nothing to restore');
	const edit = applyFix(plan, finding, finding.fixes[0]);
	if (isRefusal(edit)) throw new Error('refused');
	return applyEdit(plan, edit);
}

describe('shapes that a file brought and that could not be used', () => {
	const plan = read(
		feature('first', [square(500, 0, 100)]),
		feature('bow', [bow], { name: 'Bow' }),
		feature('last', [square(900, 0, 100)])
	);

	test('are told by name, and taken in as both wings', () => {
		expect(foundIn(plan)).toMatchObject([{ named: 'Bow', about: [], isPlain: true, severity: 'error' }]);
		const after = restored(plan).plan;
		const item = after.items.get('bow' as never);
		expect(item?.geometry.type).toBe('MultiPolygon');
		expect(item?.properties).toEqual({ team: 'A', name: 'Bow' });
		expect(foundIn(after)).toEqual([]);
	});
	test('take their place in the file, once', () => {
		const { plan: after, inverse } = restored(plan);
		const { features } = JSON.parse(printPlan(after)) as { features: { id: string; note: string }[] };
		expect(features.map(({ id }) => id)).toEqual(['first', 'bow', 'last']);
		expect(features.every(({ note }) => note === 'kept')).toBe(true);
		expect(printPlan(applyEdit(after, inverse).plan)).toBe(printPlan(plan));
		const again = parsePlan(printPlan(after), { newId: () => 'x' });
		expect(again.problems).toEqual([]);
		expect(again.plan.items.get('bow' as never)).toEqual(after.items.get('bow' as never));
	});
	test('one whose id is taken, or that has none, gets another, and the first stays', () => {
		const twice = read(feature('bow', [square(500, 0, 100)]), feature('bow', [bow]));
		const after = restored(twice).plan;
		expect([...after.items.keys()]).toEqual(['bow', 'feature-1']);
		expect([...restored(read(feature(undefined, [bow]))).plan.items.keys()]).toEqual(['feature-0']);
	});
	test('values that cannot be used are set aside, personal ones dropped', () => {
		const bad = read(feature('bow', [bow], { hours: 'whenever', phone: '123', level: 'city' }));
		const item = restored(bad).plan.items.get('bow' as never);
		expect(item?.properties).toEqual({ team: 'A', level: 'city' });
		expect(item?.setAside).toEqual({ hours: 'whenever' });
	});
	test('what is wrong in other ways is left alone', () => {
		const kept = read(
			feature('line', [
				[
					[71, 51],
					[72, 51],
					[71, 51]
				]
			]),
			feature('odd', [bow], { kind: 'balloon' }),
			{ type: 'Feature', id: 'none', geometry: null, properties: { kind: 'area' } },
			{ nothing: true }
		);
		expect(kept.unread).toHaveLength(4);
		expect(foundIn(kept)).toEqual([]);
	});
	test('a ring that would fall into two parts is told, and not offered', () => {
		const plan = read(feature('r', [bow], { kind: 'control-ring', level: 1 }));
		expect(foundIn(plan)).toMatchObject([{ fixes: [], isPlain: false }]);
	});
});
