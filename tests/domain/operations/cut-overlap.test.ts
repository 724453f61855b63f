import type { MultiPolygon } from 'geojson';
import OverlayOp from 'jsts/org/locationtech/jts/operation/overlay/OverlayOp.js';
import { describe, expect, test } from 'vitest';
import { overlapsBetween } from '../../../src/lib/domain/fabric/fabric-faults.ts';
import type { Item, ItemId } from '../../../src/lib/domain/items.ts';
import { cutOverlap } from '../../../src/lib/domain/operations/subtract-ground.ts';
import { isRefusal } from '../../../src/lib/domain/refusal.ts';
import {
	after,
	CELL_AREA,
	cellArea,
	cellRing,
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

const A = 'a' as ItemId;

/** The overlap of the first two of these, as the check tells it. */
function overlap(items: readonly Item[]): MultiPolygon['coordinates'] {
	const { ground } = overlapsBetween(items)[0];
	return ground.type === 'Polygon' ? [ground.coordinates] : ground.coordinates;
}

describe('cutOverlap', () => {
	test.each<[string, Item[], number, number]>([
		['a strip', [cellZone('a', oblong(0, 0, 10, 10)), cellZone('b', oblong(8, 0, 18, 10))], 80, 1],
		[
			'across: the one falls into two',
			[cellZone('a', oblong(0, 0, 10, 10)), cellZone('b', oblong(4, -2, 6, 12))],
			80,
			2
		],
		[
			'within: the one gets a hole',
			[cellZone('a', oblong(0, 0, 10, 10)), cellZone('b', oblong(4, 4, 6, 6))],
			96,
			1
		],
		[
			'areas of a level',
			[cellArea('a', 'county', oblong(0, 0, 10, 10)), cellArea('b', 'county', oblong(8, 0, 18, 10))],
			80,
			1
		]
	])('%s', (_, items, area, parts) => {
		const plan = planOf(items);
		const done = after(plan, cutOverlap(plan, A, overlap(items)));
		const shape = shapeOf(done, 'a');
		expect(jstsFault(shape)).toBe(null);
		expect(jstsArea(shape)).toBe(area * CELL_AREA);
		expect(shape.type === 'Polygon' ? 1 : shape.coordinates.length).toBe(parts);
		expect(jstsArea(shapeOf(done, 'b'))).toBe(jstsArea(shapeOf(plan, 'b')));
		expect(overlapsBetween([...done.items.values()])).toEqual([]);
	});

	test('the other one gets the corners where its border is cut, and they are the same', () => {
		const items = [cellZone('a', oblong(0, 0, 10, 10)), cellZone('b', oblong(8, 2, 18, 12))];
		const plan = planOf(items);
		const done = after(plan, cutOverlap(plan, A, overlap(items)));
		const [a, b] = ['a', 'b'].map((id) => cellsOf(shapeOf(done, id)));
		for (const corner of ['8 2', '10 2', '8 10']) {
			expect(a).toContain(corner);
			expect(b).toContain(corner);
		}
	});

	test('one of which nothing is left goes', () => {
		const items = [cellZone('a', oblong(4, 4, 6, 6)), cellZone('b', oblong(0, 0, 10, 10))];
		const plan = planOf(items);
		expect([...after(plan, cutOverlap(plan, A, overlap(items))).items.keys()]).toEqual(['b']);
	});

	test.each<[string, Cell[]]>([
		['beside', oblong(20, 20, 30, 30)],
		['along a side', oblong(10, 0, 20, 10)],
		['of less than a square decimetre', oblong(9.999, 0, 20, 0.01)]
	])('ground %s is refused', (_, cells) => {
		const edit = cutOverlap(planOf([cellZone('a', oblong(0, 0, 10, 10))]), A, [[cellRing(cells)]]);
		expect(isRefusal(edit) && edit.reason).toBe('nothing-cut');
	});

	test('agrees with JSTS, and takes from nobody else', () => {
		const random = seeded(21);
		let met = 0;
		for (let round = 0; round < 80; round++) {
			const items = [cellZone('a', starCells(random, 0)), cellZone('b', starCells(random, 5 + 8 * random()))];
			const [a, b] = items.map(({ geometry }) => geometry);
			if (jstsFault(a) || jstsFault(b)) continue;
			if (overlapsBetween(items).length === 0) {
				expect(jstsInteriorsMeet(a, b)).toBe(false);
				continue;
			}
			met++;
			const plan = planOf(items);
			const edit = cutOverlap(plan, A, overlap(items));
			if (isRefusal(edit)) {
				expect(OverlayOp.intersection(jstsGeometry(a), jstsGeometry(b)).getArea()).toBeLessThan(1e3);
				continue;
			}
			const done = after(plan, edit);
			const wanted = OverlayOp.difference(jstsGeometry(a), jstsGeometry(b)).getArea();
			expect(jstsFault(shapeOf(done, 'a'))).toBe(null);
			expect(jstsFault(shapeOf(done, 'b'))).toBe(null);
			expect(Math.abs(jstsArea(shapeOf(done, 'a')) - wanted)).toBeLessThan(0.5 * CELL_AREA);
			expect(Math.abs(jstsArea(shapeOf(done, 'b')) - jstsArea(b))).toBeLessThan(0.2 * CELL_AREA);
			expect(jstsInteriorsMeet(shapeOf(done, 'a'), shapeOf(done, 'b'))).toBe(false);
		}
		expect(met).toBeGreaterThan(30);
	});
});
