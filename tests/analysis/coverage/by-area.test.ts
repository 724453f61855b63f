import { describe, expect, test } from 'vitest';
import type { Area, Item, ItemId } from '../../../src/lib/domain/items.ts';
import { PRESENT } from '../../../src/lib/domain/assumptions.ts';
import { area, camera, ring, square, zone } from '../../support/plan-items.ts';
import { finish, finished } from './finished.ts';
import { mixedScene } from './mixed-scene.ts';

/** Four townships, two urban and two rural, that make the town of the scene. */
function townships(): Area[] {
	return [0, 1, 2, 3].map((q) => {
		const one = area(`t${q}`, square(-800 + (q & 1) * 800, -800 + (q >> 1) * 800, 800));
		return {
			...one,
			properties: { ...one.properties, level: 'township', setting: q < 2 ? 'urban' : 'rural' }
		};
	});
}

describe('figures by area', () => {
	test.each([1, 2])('are those of asking about each area alone, scene %i', (seed) => {
		const things = mixedScene(seed).filter(({ kind }) => kind !== 'area');
		const parts = townships();
		const model = finished([...parts, ...things]);
		const rows = model.byArea();
		expect(rows.map(({ row }) => row.of)).toEqual([
			'area',
			'area',
			'area',
			'area',
			'setting',
			'setting',
			'all'
		]);
		for (const [i, part] of parts.entries()) {
			const alone = finished([part, ...things]).summary();
			expect(rows[i].row).toMatchObject({ areaId: part.id, level: 'township' });
			expect(Math.abs(rows[i].areaM2 - alone.areaM2)).toBeLessThan(0.01);
			expect(Math.abs(rows[i].coveredM2 - alone.coveredM2)).toBeLessThan(0.01);
			expect(rows[i].gapM2 + rows[i].coveredM2).toBeCloseTo(rows[i].areaM2, 6);
		}
		const [urban, rural, all] = rows.slice(4);
		expect(urban.coveredM2).toBeCloseTo(rows[0].coveredM2 + rows[1].coveredM2, 3);
		expect(rural.coveredM2).toBeCloseTo(rows[2].coveredM2 + rows[3].coveredM2, 3);
		expect(Math.abs(all.coveredM2 - urban.coveredM2 - rural.coveredM2)).toBeLessThan(0.02);
		expect(all.cameras).toBe(urban.cameras + rural.cameras);
	});

	test('ground that several zones hold together, with nothing open, is held in every area', () => {
		const zones = [0, 1, 2, 3].map((q) =>
			zone(`z${q}`, square(-1000 + (q & 1) * 900, -1000 + (q >> 1) * 900, 1100))
		);
		for (const row of finished([...townships(), ...zones]).byArea()) {
			expect(row.areaM2).toBeGreaterThan(600_000);
			expect(row.coveredM2).toBe(row.areaM2);
		}
	});

	test('areas within areas each have their row, and an edit changes the rows it touches', () => {
		const county = { ...area('county', square(-2000, -2000, 4000)) };
		const village = area('village', square(100, 100, 300));
		const items: Item[] = [county, village, zone('z', square(0, 0, 200))];
		const model = finished(items);
		const covered = () =>
			Object.fromEntries(model.byArea().map((row) => [row.name || row.row.of, row.coveredM2]));
		expect(covered().village).toBeCloseTo(10_000, -2);
		expect(covered().county).toBeCloseTo(40_000, -2);
		model.change([zone('z', square(0, 0, 300))], []);
		finish(model);
		expect(covered().village).toBeCloseTo(40_000, -2);
		expect(covered().county).toBeCloseTo(90_000, -2);
		model.change([area('village', square(250, 250, 100))], []);
		finish(model);
		expect(covered().village).toBeCloseTo(2_500, -2);
	});

	test('rows that move up when an area far off goes are reckoned as what they are now', () => {
		const near = [
			area('b', ring([0, 0], [300, 0], [200, 300], [0, 300])),
			area('c', ring([300, 0], [500, 0], [500, 300], [200, 300])),
			zone('z', square(0, 0, 150))
		];
		const model = finished([area('a', square(-30_000, 0, 500)), ...near]);
		expect(model.byArea()).toHaveLength(4);
		model.change([], ['a' as ItemId]);
		finish(model);
		expect(model.byArea()).toEqual(finished(near).byArea());
	});

	test('ground that several zones hold between them, none of them whole, counts in its area', () => {
		const rows = finished([
			area('west', ring([-300, -300], [100, -300], [-100, 300], [-300, 300])),
			area('east', ring([100, -300], [300, -300], [300, 300], [-100, 300])),
			zone('a', ring([-400, -400], [400, -400], [400, 10], [-400, 10])),
			zone('b', ring([-400, 0], [400, 0], [400, 400], [-400, 400]))
		]).byArea();
		expect(rows.map(({ areaM2 }) => Math.round(areaM2 / 1000))).toEqual([180, 180, 360]);
		for (const { areaM2, coveredM2 } of rows) expect(coveredM2).toBeCloseTo(areaM2, 1);
	});

	test('cameras are counted where they stand, with what of them works and is joined up', () => {
		const items = [
			...townships(),
			camera('a', 100, 100, { rangeM: 10 }),
			camera('b', 120, 100, { rangeM: 10, health: 'broken' }),
			camera('c', 140, 100, { rangeM: 10, integrated: false }),
			camera('d', 160, 100, { rangeM: 10, status: 'planned' }),
			camera('e', -100, -100, { rangeM: 10, health: 'impaired', integrated: false }),
			camera('out', 5000, 0, { rangeM: 10 })
		];
		const rows = finished(items).byArea();
		expect(rows[3]).toMatchObject({ name: 't3', cameras: 3, intactRate: 2 / 3, integratedRate: 2 / 3 });
		expect(rows[3].camerasPerKm2).toBeCloseTo(3 / 0.64, 2);
		expect(rows[0]).toMatchObject({ cameras: 1, intactRate: 0, integratedRate: 0 });
		expect(rows[1]).toMatchObject({ cameras: 0, intactRate: null, integratedRate: null });
		expect(rows.at(-1)).toMatchObject({ cameras: 4 });
		const planned = finished(items, { assumptions: { ...PRESENT, countPlanned: true } }).byArea();
		expect(planned[3].cameras).toBe(4);
	});

	test('without areas only the whole is told of', () => {
		const outermost = {
			...area('r', square(-100, -100, 200)),
			kind: 'control-ring',
			properties: { level: 3 }
		} as unknown as Item;
		expect(
			finished([outermost])
				.byArea()
				.map(({ row }) => row.of)
		).toEqual(['all']);
	});
});
