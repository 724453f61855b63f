import type { Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../src/lib/domain/edit.ts';
import { gapsBetween, overlapsBetween } from '../../../src/lib/domain/fabric/fabric-faults.ts';
import type { Item, ItemId } from '../../../src/lib/domain/items.ts';
import { splitItem } from '../../../src/lib/domain/operations/split-item.ts';
import { isRefusal } from '../../../src/lib/domain/refusal.ts';
import { areaM2 } from '../../../src/lib/geo/fabric/common-area.ts';
import { groundShape } from '../../../src/lib/geo/fabric/ground-shape.ts';
import type { LngLat } from '../../../src/lib/geo/coordinates.ts';
import { fromPlane, localPlane } from '../../../src/lib/geo/local-plane.ts';

const PLANE = localPlane([71.43, 51.13]);
const at = (x: number, y: number): LngLat => {
	const [lng, lat] = fromPlane(PLANE, { x, y });
	return [Math.round(lng * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7];
};
const square = [at(0, 0), at(1000, 0), at(1000, 1000), at(0, 1000), at(0, 0)].map((p): Position => [...p]);
const zone = {
	id: 'zone-1',
	kind: 'patrol-zone',
	rank: 1,
	geometry: { type: 'Polygon', coordinates: [square] },
	properties: { level: 'city' }
} as unknown as Item;
const plan = { header: { format: 1 as const, name: '' }, items: new Map([[zone.id, zone]]) };

function areasOf(lines: LngLat[][], least: { areaM2: number; widthM: number }): number[] {
	const edit = splitItem(
		plan,
		zone.id,
		lines,
		(n) => Array.from({ length: n }, (_, i) => `n${i}` as ItemId),
		least
	);
	if (isRefusal(edit)) throw new Error(edit.reason);
	const items = [...applyEdit(plan, edit).plan.items.values()];
	expect(overlapsBetween(items)).toEqual([]);
	expect(gapsBetween(items)).toEqual([]);
	const areas = items.map(({ geometry }) => areaM2(groundShape(geometry)?.rings ?? []));
	const whole = areaM2(groundShape(zone.geometry)?.rings ?? []);
	expect(areas.reduce((sum, area) => sum + area, 0)).toBeCloseTo(whole, 1);
	return areas.sort((a, b) => b - a).map((area) => Math.round(area / 1000));
}
const down = (x: number): LngLat[] => [at(x, -100), at(x, 1100)];
const across = (y: number): LngLat[] => [at(-100, y), at(1100, y)];
const NONE = { areaM2: 0, widthM: 0 };

describe('a zone split by a web of roads', () => {
	test('falls into all its parts where none is too small', () => {
		expect(areasOf([down(400), across(300)], NONE)).toEqual([420, 280, 180, 120]);
	});

	test('gives the strip between two carriageways to the side with the longer border', () => {
		// 16 m wide and 1 km long: 16,000 m²
		expect(areasOf([down(400), down(416)], { areaM2: 1000, widthM: 25 })).toHaveLength(2);
		expect(areasOf([down(400), down(416)], NONE)).toEqual([584, 400, 16]);
	});

	test('gives a small corner to the neighbour with the longest shared side', () => {
		// a corner of 100 by 50: the piece above it shares 100 m, the one beside it 50 m
		const corner = [down(100), across(50)];
		expect(areasOf(corner, NONE)).toEqual([855, 95, 45, 5]);
		expect(areasOf(corner, { areaM2: 10_000, widthM: 0 })).toEqual([855, 100, 45]);
	});

	test('is refused where all parts but one are too small for themselves, and where nothing crosses', () => {
		const few = { areaM2: 10_000_000, widthM: 0 };
		const ids = (): ItemId[] => ['a', 'b', 'c'] as ItemId[];
		expect(splitItem(plan, zone.id, [down(400)], ids, few)).toMatchObject({ reason: 'nothing-split' });
		expect(splitItem(plan, zone.id, [[at(10, 10), at(500, 500)]], ids)).toMatchObject({
			reason: 'nothing-split'
		});
	});
});
