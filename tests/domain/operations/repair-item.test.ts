import type { MultiPolygon, Polygon, Position } from 'geojson';
import OverlayOp from 'jsts/org/locationtech/jts/operation/overlay/OverlayOp.js';
import { describe, expect, test } from 'vitest';
import type { Item, ItemId } from '../../../src/lib/domain/items.ts';
import { repairItem } from '../../../src/lib/domain/operations/repair-item.ts';
import { isRefusal } from '../../../src/lib/domain/refusal.ts';
import {
	after,
	CELL_AREA,
	cellRing,
	cellZone,
	oblong,
	shapeOf,
	starCells,
	type Cell
} from '../../support/cell-ground.ts';
import { jstsArea, jstsFault, jstsGeometry } from '../../support/jsts-oracle.ts';
import { planOf } from '../../support/plan-samples.ts';
import { seeded } from '../../support/random.ts';

const ID = 'z' as ItemId;

/** What repairing makes of a shape, or the reason why not. */
function repaired(geometry: Polygon | MultiPolygon): Polygon | MultiPolygon | string {
	const plan = planOf([{ ...cellZone('z', oblong(0, 0, 1, 1)), geometry } as Item]);
	const edit = repairItem(plan, ID);
	return isRefusal(edit) ? edit.reason : shapeOf(after(plan, edit), 'z');
}

const polygon = (...rings: readonly Cell[][]): Polygon => ({
	type: 'Polygon',
	coordinates: rings.map(cellRing)
});
const parts = (...polygons: readonly Cell[][][]): MultiPolygon => ({
	type: 'MultiPolygon',
	coordinates: polygons.map((rings) => rings.map(cellRing))
});

describe('repairItem', () => {
	test.each<[string, Polygon | MultiPolygon, number, number, number]>([
		[
			'of a bow-tie both wings',
			polygon([
				[0, 0],
				[10, 10],
				[10, 0],
				[0, 10]
			]),
			50,
			2,
			2
		],
		[
			'a spike goes',
			polygon([
				[0, 0],
				[10, 0],
				[20, 0],
				[10, 0],
				[10, 10],
				[0, 10]
			]),
			100,
			1,
			1
		],
		[
			'a corner said twice is one',
			polygon([
				[0, 0],
				[0, 0],
				[10, 0],
				[10, 10],
				[0, 10]
			]),
			100,
			1,
			1
		],
		[
			'parts that lie over each other are one',
			parts([oblong(0, 0, 10, 10)], [oblong(5, 0, 15, 10)]),
			150,
			1,
			1
		],
		['parts that share a side are one', parts([oblong(0, 0, 10, 10)], [oblong(10, 0, 20, 10)]), 200, 1, 1],
		['a hole beyond the rim bites', polygon(oblong(0, 0, 10, 10), oblong(8, 2, 12, 4)), 96, 1, 1],
		[
			'holes that overlap are one',
			polygon(oblong(0, 0, 10, 10), oblong(2, 2, 5, 5), oblong(4, 4, 7, 7)),
			83,
			1,
			2
		],
		['a hole that parts the ground', polygon(oblong(0, 0, 10, 10), oblong(4, -1, 6, 11)), 80, 2, 2],
		[
			'a part within the hole of another stays',
			parts([oblong(0, 0, 10, 10), oblong(2, 2, 8, 8)], [oblong(1, 4, 5, 6)]),
			70,
			1,
			2
		],
		[
			'a ring wound twice is ground',
			polygon([
				[0, 0],
				[10, 0],
				[10, 10],
				[0, 10],
				[0, 0],
				[10, 0],
				[10, 10],
				[0, 10]
			]),
			100,
			1,
			1
		]
	])('%s', (_, geometry, area, partCount, ringCount) => {
		const shape = repaired(geometry) as Polygon | MultiPolygon;
		expect(jstsFault(shape)).toBe(null);
		expect(jstsArea(shape)).toBe(area * CELL_AREA);
		const polygons: Position[][][] = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
		expect([polygons.length, polygons.flat().length]).toEqual([partCount, ringCount]);
	});

	test.each<[string, Polygon | MultiPolygon, string]>([
		['a valid shape', polygon(oblong(0, 0, 10, 10), oblong(2, 2, 4, 4)), 'nothing-to-repair'],
		[
			'a hole that touches the rim in a point',
			polygon(oblong(0, 0, 10, 10), [
				[0, 5],
				[4, 3],
				[4, 7]
			]),
			'nothing-to-repair'
		],
		[
			'a ring with no ground',
			polygon([
				[0, 0],
				[10, 0],
				[5, 0]
			]),
			'nothing-left'
		],
		['a hole as large as the ground', polygon(oblong(0, 0, 10, 10), oblong(0, 0, 10, 10)), 'nothing-left']
	])('%s is refused', (_, geometry, reason) => expect(repaired(geometry)).toBe(reason));

	test('what is repaired needs no repair', () => {
		const random = seeded(11);
		let bad = 0;
		for (let round = 0; round < 150; round++) {
			const geometry = polygon(randomRing(random, 7));
			if (jstsFault(geometry)) bad++;
			const shape = repaired(geometry);
			if (typeof shape === 'string') continue;
			expect(jstsFault(shape)).toBe(null);
			expect(repaired(shape)).toBe('nothing-to-repair');
		}
		expect(bad).toBeGreaterThan(75);
	});

	// two stars, each valid: together they are what JSTS unites, or, as exterior and hole, what it takes off
	test('agrees with JSTS on parts that overlap and on holes beyond the rim', () => {
		const random = seeded(12);
		let met = 0;
		for (let round = 0; round < 60; round++) {
			const [a, b] = [starCells(random, 0), starCells(random, 8 * random())];
			if (jstsFault(polygon(a)) || jstsFault(polygon(b))) continue;
			const [ga, gb] = [jstsGeometry(polygon(a)), jstsGeometry(polygon(b))];
			const common = OverlayOp.intersection(ga, gb).getArea();
			if (common === 0) continue;
			met++;
			for (const [geometry, wanted] of [
				[parts([a], [b]), OverlayOp.union(ga, gb).getArea()],
				[polygon(a, b), OverlayOp.difference(ga, gb).getArea()]
			] as const) {
				const shape = repaired(geometry);
				if (shape === 'nothing-left') {
					expect(wanted).toBe(0);
					continue;
				}
				expect(jstsFault(shape as Polygon)).toBe(null);
				// a crossing is rounded by half a unit along sides of some 20 cells
				expect(Math.abs(jstsArea(shape as Polygon) - wanted)).toBeLessThan(0.5 * CELL_AREA);
			}
		}
		expect(met).toBeGreaterThan(30);
	});
});

function randomRing(random: () => number, corners: number): Cell[] {
	return Array.from({ length: corners }, () => [Math.floor(random() * 12), Math.floor(random() * 12)]);
}
