import OverlayOp from 'jsts/org/locationtech/jts/operation/overlay/OverlayOp.js';
import { describe, expect, test } from 'vitest';
import type { Item, ItemId } from '../../../src/lib/domain/items.ts';
import type { NewItem } from '../../../src/lib/domain/operations/add-item.ts';
import { addGround, type OverOthers } from '../../../src/lib/domain/operations/add-ground.ts';
import type { Plan } from '../../../src/lib/domain/plan.ts';
import { isRefusal } from '../../../src/lib/domain/refusal.ts';
import {
	after,
	CELL_AREA,
	cellArea,
	cellsOf,
	cellZone,
	oblong,
	shapeOf,
	starCells,
	type Cell
} from '../../support/cell-ground.ts';
import { jstsArea, jstsFault, jstsGeometry, jstsInteriorsMeet } from '../../support/jsts-oracle.ts';
import { planOf } from '../../support/plan-samples.ts';
import { seeded } from '../../support/random.ts';

const NEW = 'new' as ItemId;

function draw(
	plan: Plan,
	over: OverOthers,
	cells: readonly Cell[],
	like: Item = cellZone('new', [...cells])
) {
	const { kind, properties } = like;
	const { geometry } = cellZone('new', [...cells]);
	return addGround(plan, { kind, properties, geometry } as NewItem, NEW, over);
}

describe('addGround', () => {
	const beside = planOf([cellZone('a', oblong(0, 0, 10, 10))]);

	test.each<[string, Cell[], number, number]>([
		['where nothing lies', oblong(20, 0, 30, 10), 100, 1],
		['along a side', oblong(10, 0, 20, 10), 100, 1],
		['over a side: what lies over is cut off', oblong(8, 0, 18, 10), 80, 1],
		['across: it falls into two', oblong(-5, 4, 15, 6), 20, 2],
		['round about: it gets a hole', oblong(-5, -5, 15, 15), 300, 1],
		[
			'with a tip that comes out again: pieces below a square metre are nothing anyone drew',
			[
				[4, -2],
				[6, -2],
				[5, 10.05]
			],
			3.67,
			1
		]
	])('drawn %s', (_, cells, area, parts) => {
		const plan = after(beside, draw(beside, 'cut', cells));
		const shape = shapeOf(plan, 'new');
		expect(jstsFault(shape)).toBe(null);
		expect(jstsArea(shape) / CELL_AREA).toBeCloseTo(area, 1);
		expect(shape.type === 'Polygon' ? 1 : shape.coordinates.length).toBe(parts);
		expect(jstsInteriorsMeet(shape, shapeOf(plan, 'a'))).toBe(false);
		expect(jstsArea(shapeOf(plan, 'a'))).toBe(100 * CELL_AREA);
	});

	test('both get the corners of each other, and only where they border', () => {
		const plan = after(beside, draw(beside, 'cut', oblong(8, 2, 18, 12)));
		const [a, b] = ['a', 'new'].map((id) => cellsOf(shapeOf(plan, id)).sort());
		expect(a).toEqual(['0 0', '0 10', '10 0', '10 10', '10 2', '8 10'].sort());
		expect(b).toEqual(['10 10', '10 2', '18 12', '18 2', '8 10', '8 12'].sort());
	});

	test('who is in the way is named, in every case', () => {
		const plan = planOf([
			cellZone('a', oblong(0, 0, 10, 10)),
			cellZone('b', oblong(12, 0, 20, 10)),
			cellZone('c', oblong(16, 10, 30, 20))
		]);
		const inTheWay = (over: OverOthers) => {
			const edit = draw(plan, over, oblong(8, 0, 16, 10));
			return isRefusal(edit) ? edit.reason : edit.inTheWay;
		};
		expect(inTheWay('cut')).toEqual(['a', 'b']);
		expect(inTheWay('keep')).toEqual(['a', 'b']);
		expect(inTheWay('refuse')).toBe('overlaps');
	});

	test('kept, it lies as it was drawn, and so do the others', () => {
		const edit = draw(beside, 'keep', oblong(8, 0, 18, 10));
		const plan = after(beside, edit);
		expect(jstsArea(shapeOf(plan, 'new'))).toBe(100 * CELL_AREA);
		expect(isRefusal(edit) || edit.put.map(({ id }) => id)).toEqual(['new']);
	});

	test.each<[string, OverOthers, Cell[], string]>([
		['wholly over another', 'cut', oblong(2, 2, 8, 8), 'nothing-left'],
		['exactly another', 'cut', oblong(0, 0, 10, 10), 'nothing-left'],
		['over a side where that is refused', 'refuse', oblong(8, 0, 18, 10), 'overlaps'],
		[
			'a bow-tie',
			'cut',
			[
				[20, 0],
				[30, 10],
				[30, 0],
				[20, 10]
			],
			'self-crossing'
		]
	])('%s is refused', (_, over, cells, reason) => {
		const edit = draw(beside, over, cells);
		expect(isRefusal(edit) && edit.reason).toBe(reason);
	});

	test.each<[string, Item, Item, readonly string[]]>([
		[
			'a zone and an area',
			cellArea('a', 'county', oblong(0, 0, 10, 10)),
			cellZone('new', oblong(0, 0, 1, 1)),
			[]
		],
		[
			'areas of two levels',
			cellArea('a', 'county', oblong(0, 0, 10, 10)),
			cellArea('new', 'village', oblong(0, 0, 1, 1)),
			[]
		],
		[
			'areas of one level',
			cellArea('a', 'village', oblong(0, 0, 10, 10)),
			cellArea('new', 'village', oblong(0, 0, 1, 1)),
			['a']
		]
	])('whether %s may lie over each other', (_, there, like, inTheWay) => {
		const plan = planOf([there]);
		const edit = draw(plan, 'cut', oblong(8, 0, 18, 10), like);
		expect(isRefusal(edit) || edit.inTheWay).toEqual(inTheWay);
		const area = jstsArea(shapeOf(after(plan, edit), 'new')) / CELL_AREA;
		expect(area).toBe(inTheWay.length > 0 ? 80 : 100);
	});

	test('agrees with JSTS on what two others leave', () => {
		const random = seeded(31);
		let met = 0;
		for (let round = 0; round < 80; round++) {
			const [a, b] = [cellZone('a', starCells(random, 0)), cellZone('b', starCells(random, 25))];
			const drawn = starCells(random, 8 + 8 * random());
			const shape = cellZone('new', drawn).geometry;
			if ([a.geometry, b.geometry, shape].some(jstsFault)) continue;
			const plan = planOf([a, b]);
			const edit = draw(plan, 'cut', drawn);
			const geometries = [shape, a.geometry, b.geometry].map(jstsGeometry);
			const wanted = OverlayOp.difference(OverlayOp.difference(geometries[0], geometries[1]), geometries[2]);
			if (isRefusal(edit)) {
				expect(wanted.getArea()).toBeLessThan(0.1 * CELL_AREA);
				continue;
			}
			if (edit.inTheWay.length > 0) met++;
			const done = after(plan, edit);
			const left = shapeOf(done, 'new');
			expect(jstsFault(left)).toBe(null);
			// crossings are rounded by half a unit, and pieces below a square metre go
			expect(Math.abs(jstsArea(left) - wanted.getArea())).toBeLessThan(0.5 * CELL_AREA);
			for (const id of ['a', 'b']) {
				expect(jstsFault(shapeOf(done, id))).toBe(null);
				expect(jstsInteriorsMeet(left, shapeOf(done, id))).toBe(false);
			}
		}
		expect(met).toBeGreaterThan(30);
	});
});
