import type { Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { Item, ItemId } from '../../../src/lib/domain/items.ts';
import { simplifyItems } from '../../../src/lib/domain/operations/simplify-items.ts';
import type { Plan } from '../../../src/lib/domain/plan.ts';
import { isRefusal } from '../../../src/lib/domain/refusal.ts';
import {
	after,
	cellArea,
	cellPlace,
	cellsOf,
	cellZone,
	oblong,
	shapeOf,
	type Cell
} from '../../support/cell-ground.ts';
import { groundsOf, overlapsOf } from '../../support/fabric-verbs.ts';
import { jstsArea, jstsFault, jstsInteriorsMeet } from '../../support/jsts-oracle.ts';
import { checkpoint, planOf } from '../../support/plan-samples.ts';
import { randomFabric } from '../../support/random-fabric.ts';
import { seeded } from '../../support/random.ts';

const ids = (...names: string[]) => names as ItemId[];
/** A cell is about 11 m from south to north and 7 m from west to east. */
const bump: Cell[] = [...oblong(0, 0, 10, 10).slice(0, 2), [10.1, 5], ...oblong(0, 0, 10, 10).slice(2)];

function corners(plan: Plan, toleranceM: number, ...names: string[]): string[] {
	const edit = simplifyItems(plan, ids(...names), toleranceM);
	return isRefusal(edit) ? [edit.reason] : cellsOf(shapeOf(after(plan, edit), names[0])).sort();
}

describe('simplifyItems', () => {
	const plain = cellsOf(cellZone('p', oblong(0, 0, 10, 10)).geometry).sort();

	test.each<[string, number, Item, string[]]>([
		['a corner within the tolerance goes', 1, cellZone('z', bump), plain],
		['one beyond it stays', 0.5, cellZone('z', bump), ['nothing-simplified']],
		[
			'a corner on a straight side goes at none',
			0,
			cellZone('z', [
				[0, 0],
				[5, 0],
				[10, 0],
				[10, 10],
				[0, 10]
			]),
			plain
		],
		[
			'a small ring keeps its ground',
			1000,
			cellZone('z', [
				[0, 0],
				[1, 0],
				[0, 1]
			]),
			['nothing-simplified']
		],
		[
			'a hole does not come to cross the rim',
			50,
			cellZone(
				'z',
				[
					[0, 0],
					[10, 0],
					[10, 10],
					[5, 14],
					[0, 10]
				],
				[
					[4, 12.5],
					[5, 13.5],
					[6, 12.5]
				]
			),
			['nothing-simplified']
		]
	])('%s', (_, toleranceM, item, wanted) => {
		expect(corners(planOf([item]), toleranceM, 'z')).toEqual(wanted);
	});

	test('the sum of what goes moves no border beyond the tolerance', () => {
		// an arc whose every corner is within 1 m of its neighbours' line, and whose top is far from the chord
		const arc = Array.from({ length: 21 }, (_, i): Cell => [i, -2 * Math.sin((i / 20) * Math.PI)]);
		const left = corners(planOf([cellZone('z', [...arc, [20, 10], [0, 10]])]), 1, 'z');
		expect(left.length).toBeGreaterThan(6);
		expect(left.length).toBeLessThan(16);
	});

	test('a border that two share is thinned in both, and a corner where three meet stays', () => {
		const [a, b] = [
			bump,
			[
				[10, 0],
				[20, 0],
				[20, 10],
				[10, 10],
				[10.1, 5]
			] as Cell[]
		];
		const two = planOf([cellZone('a', a), cellZone('b', b)]);
		const done = after(two, simplifyItems(two, ids('a'), 1));
		expect(cellsOf(shapeOf(done, 'a'))).not.toContain('10.1 5');
		expect(cellsOf(shapeOf(done, 'b'))).not.toContain('10.1 5');
		const three = planOf([
			cellZone('a', a),
			cellZone('b', [
				[10, 0],
				[20, 0],
				[20, 5],
				[10.1, 5]
			]),
			cellZone('c', [
				[10.1, 5],
				[20, 5],
				[20, 10],
				[10, 10]
			])
		]);
		expect(corners(three, 1, 'a')).toEqual(['nothing-simplified']);
	});

	test('levels are thinned together where they share a border, and neighbours of others stay as they were', () => {
		const plan = planOf([
			cellArea('county', 'county', bump),
			cellArea('village', 'village', [
				[10, 0],
				[10.1, 5],
				[10, 10],
				[5, 10],
				[5, 0]
			])
		]);
		const done = after(plan, simplifyItems(plan, ids('county'), 1));
		expect(cellsOf(shapeOf(done, 'county'))).not.toContain('10.1 5');
		expect(cellsOf(shapeOf(done, 'village'))).not.toContain('10.1 5');
		const apart = planOf([
			cellZone('a', bump),
			cellZone(
				'far',
				bump.map(([x, y]): Cell => [x + 50, y])
			)
		]);
		const edit = simplifyItems(apart, ids('a'), 1);
		expect(isRefusal(edit) || edit.put.map(({ id }) => id)).toEqual(['a']);
	});

	test('lines are thinned and keep their ends, points are passed over', () => {
		const line: Cell[] = [
			[0, 0],
			[5, 0.01],
			[10, 0]
		];
		const route: Item = {
			id: 'r' as ItemId,
			kind: 'patrol-route',
			rank: 1,
			properties: {},
			geometry: { type: 'LineString', coordinates: line.map(cellPlace) }
		};
		const plan = planOf([route, checkpoint('c', 71)]);
		const done = after(plan, simplifyItems(plan, ids('r', 'c'), 1));
		expect(done.items.get(route.id)?.geometry.coordinates).toEqual([line[0], line[2]].map(cellPlace));
		expect(done.items.get('c' as ItemId)).toBe(plan.items.get('c' as ItemId));
	});

	test('what there is not is refused, and a tolerance below none is misuse', () => {
		const plan = planOf([cellZone('z', bump)]);
		const edit = simplifyItems(plan, ids('nobody'), 1);
		expect(isRefusal(edit) && edit.reason).toBe('no-such-item');
		expect(() => simplifyItems(plan, ids('z'), -1)).toThrow('toleranceM is -1');
		expect(() => simplifyItems(plan, ids('z'), NaN)).toThrow(RangeError);
	});

	// crooked fabrics from a few metres to a prefecture wide
	test.each([2000, 100_000, 3_000_000])('fabrics with cells of %d units stay fabrics', (cell) => {
		const random = seeded(cell);
		let thinner = 0;
		for (let round = 0; round < 12; round++) {
			const plan = randomFabric(random, {
				columns: 3,
				rows: 3,
				between: 5,
				cell,
				west: 714_000_000,
				south: 511_000_000
			});
			const chosen = [...plan.items.keys()].filter(() => random() < 0.5);
			const toleranceM = random() * cell * 2e-3;
			const edit = simplifyItems(plan, chosen, toleranceM);
			if (isRefusal(edit)) continue;
			thinner++;
			const done = after(plan, edit);
			const zones = groundsOf(done);
			expect(overlapsOf(done)).toBe(0);
			for (const [i, zone] of zones.entries()) {
				const shape = shapeOf(done, zone.id);
				expect(jstsFault(shape)).toBe(null);
				for (const other of zones.slice(i + 1)) {
					expect(jstsInteriorsMeet(shape, shapeOf(done, other.id))).toBe(false);
				}
				for (const corner of goneFrom(plan, zone)) {
					expect(distanceM(corner, shape.coordinates.flat() as Position[])).toBeLessThan(
						toleranceM * 1.001 + 0.02
					);
				}
			}
			// whoever lost a corner inside of the fabric lost it to a neighbour: all together is what the outer border holds
			const inner = zones.reduce((sum, zone) => sum + jstsArea(shapeOf(done, zone.id)), 0);
			expect(Math.abs(inner - outerArea(zones))).toBeLessThan(1);
		}
		expect(thinner).toBeGreaterThan(6);
	});
});

function goneFrom(before: Plan, item: Item): Position[] {
	const stays = new Set((item.geometry.coordinates as Position[][])[0].map(String));
	return (before.items.get(item.id)?.geometry.coordinates as Position[][])[0].filter(
		(p) => !stays.has(String(p))
	);
}

/** Metres to the nearest side, on a plane about the place. */
function distanceM([lng, lat]: Position, line: readonly Position[]): number {
	const kx = 111_320 * Math.cos((lat * Math.PI) / 180);
	let least = Infinity;
	for (let i = 1; i < line.length; i++) {
		const [ax, ay, bx, by] = [line[i - 1], line[i]].flatMap(([x, y]) => [
			(x - lng) * kx,
			(y - lat) * 111_300
		]);
		const [dx, dy] = [bx - ax, by - ay];
		const t = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy)));
		least = Math.min(least, Math.hypot(ax + t * dx, ay + t * dy));
	}
	return least;
}

/** Square grid units within the sides that only one item has, by the shoelace formula. */
function outerArea(items: readonly Item[]): number {
	const sides = new Map<string, number>();
	for (const { geometry } of items) {
		const ring = (geometry.coordinates as Position[][])[0].map(([x, y]) => [
			Math.round(x * 1e7) - 714_000_000,
			Math.round(y * 1e7) - 511_000_000
		]);
		for (let i = 1; i < ring.length; i++) {
			const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]];
			const back = `${bx} ${by} ${ax} ${ay}`;
			if (sides.has(back)) sides.delete(back);
			else sides.set(`${ax} ${ay} ${bx} ${by}`, (ax * by - bx * ay) / 2);
		}
	}
	return Math.abs([...sides.values()].reduce((sum, area) => sum + area, 0));
}
