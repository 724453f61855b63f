import { describe, expect, test } from 'vitest';
import { protectedGrounds } from '../../../src/lib/analysis/sealing/protected-ground.ts';
import type { ProtectedGround } from '../../../src/lib/domain/findings/protected.ts';
import { prepareRoads } from '../../../src/lib/network/roads.ts';
import {
	checkpoint,
	gridTown,
	place,
	spotOf,
	squareRing,
	town,
	type Spot,
	type TownPlan
} from '../../support/towns.ts';
import type { Checkpoint } from '../../../src/lib/domain/items.ts';

const ring = squareRing('ring', 400);
const OUT: Spot = [3000, 0];

function groundOf(plan: TownPlan, ...posts: Checkpoint[]): ProtectedGround {
	const [found] = protectedGrounds(prepareRoads(town(plan)), [ring, ...posts]);
	if (!found) throw new Error('no ground');
	return found;
}

/** Whether the ground holds a spot of the town, by the even-odd rule over all its rings. */
function holds({ ground }: ProtectedGround, spot: Spot): boolean {
	const [x, y] = place(spot);
	let isIn = false;
	for (const line of ground.flat()) {
		for (let i = 0; i + 1 < line.length; i++) {
			const [ax = 0, ay = 0] = line[i] ?? [];
			const [bx = 0, by = 0] = line[i + 1] ?? [];
			if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isIn = !isIn;
		}
	}
	return isIn;
}

const straight: TownPlan = {
	nodes: { m: [0, 0], out: OUT },
	roads: [{ name: 'main', line: ['m', 'out'] }],
	ends: ['out']
};

describe('a ring with one road', () => {
	test('closed at the line protects what the line holds', () => {
		const found = groundOf(straight, checkpoint('post', [400, 0]));
		expect(found.ringM2 / 640_000).toBeCloseTo(1, 4);
		expect(found.areaM2 / found.ringM2).toBeGreaterThan(0.995);
		expect(found.areaM2 / found.ringM2).toBeLessThan(1.005);
		expect(found).toMatchObject({ lost: [], beyond: [], leaks: 0 });
		expect(holds(found, [0, 0])).toBe(true);
		expect(holds(found, [380, 100])).toBe(true);
		expect(holds(found, [430, 0])).toBe(false);
	});

	test('closed beyond the line protects the road up to the post', () => {
		const found = groundOf(straight, checkpoint('post', [480, 0]));
		expect(found.beyond).toMatchObject([{ road: 'main' }]);
		expect(found.beyond[0]?.lengthM).toBeCloseTo(80, -1);
		expect(holds(found, [450, 0])).toBe(true);
		expect(holds(found, [500, 0])).toBe(false);
		expect(found.beyondM2).toBeGreaterThan(80 * 80);
		expect(found.areaM2).toBeCloseTo(found.ringM2 + found.beyondM2, 3);
	});

	test('the same to the north', () => {
		const north = { ...straight, nodes: { m: [0, 0], out: [0, 3000] } as const };
		const found = groundOf(north, checkpoint('post', [0, 480]));
		expect(holds(found, [0, 450])).toBe(true);
		expect(holds(found, [0, 500])).toBe(false);
		const held = groundOf(north, checkpoint('post', [0, 400]));
		expect(holds(held, [0, 385])).toBe(true);
		expect(holds(held, [0, 430])).toBe(false);
	});

	test('closed within the line loses the road from the post on', () => {
		const found = groundOf(straight, checkpoint('post', [384, 0]));
		expect(found.lost).toMatchObject([{ road: 'main' }]);
		expect(Math.abs((found.lost[0]?.lengthM ?? 0) - 16)).toBeLessThan(5);
		expect(holds(found, [395, 0])).toBe(false);
		expect(holds(found, [300, 0])).toBe(true);
	});

	test('with a leak, protects what it would once that is closed', () => {
		const found = groundOf(straight);
		expect(found).toMatchObject({ leaks: 1, lost: [], beyond: [] });
		expect(found.areaM2 / found.ringM2).toBeCloseTo(1, 2);
	});
});

describe('the cut retreats', () => {
	// two streets leave a junction just inside the line; one post before it is fewer than two behind it
	const fork: TownPlan = {
		nodes: { m: [0, 0], fork: [385, 0], a: [3000, 200], b: [3000, -200] },
		roads: [
			{ name: 'before the fork', line: ['m', 'fork'] },
			{ name: 'lost left', line: ['fork', [420, 60], 'a'] },
			{ name: 'lost right', line: ['fork', [420, -60], 'b'] }
		],
		ends: ['a', 'b']
	};
	test('and what lies behind it inside the line is lost', () => {
		const found = groundOf(fork);
		expect(found.leaks).toBe(1);
		expect(found.lost.map(({ road }) => road).sort()).toEqual(['lost left', 'lost right']);
	});
	test('two posts behind the fork give it back', () => {
		const found = groundOf(fork, checkpoint('a', [460, 61]), checkpoint('b', [460, -61]));
		expect(found).toMatchObject({ leaks: 0, lost: [] });
	});
});

test('an island of the map beyond the line is not called protected', () => {
	const found = groundOf({
		...straight,
		nodes: { ...straight.nodes, i: [440, 100], j: [440, 200] },
		roads: [...straight.roads, { name: 'island', line: ['i', 'j'] }]
	});
	expect(found.beyond).toEqual([]);
	expect(holds(found, [440, 150])).toBe(false);
});

test('a dead end whose only way is through the ring is', () => {
	const found = groundOf({
		...straight,
		nodes: { ...straight.nodes, i: [300, 100], j: [480, 100] },
		roads: [...straight.roads, { name: 'to m', line: ['m', 'i'] }, { name: 'dead end', line: ['i', 'j'] }]
	});
	expect(found.beyond.map(({ road }) => road)).toEqual(['dead end']);
	expect(holds(found, [450, 100])).toBe(true);
});

test('on a grid, area and what is lost and beyond add up, and cell by cell agree with the nearest road', () => {
	const roads = prepareRoads(gridTown(21));
	const square = squareRing('ring', 350);
	const posts = [0, 1, 2].map((i) => checkpoint(`p${i}`, [430, i * 100], {}, 100 + i));
	const [found] = protectedGrounds(roads, [square, ...posts]);
	if (!found) throw new Error('no ground');
	expect(found.areaM2).toBeCloseTo(found.ringM2 - found.lostM2 + found.beyondM2, 3);
	expect(found.beyond.length).toBeGreaterThan(0);
	for (const { line } of found.beyond) {
		const [x] = spotOf(line[Math.floor(line.length / 2)] ?? []);
		expect(Math.abs(x)).toBeGreaterThan(300);
	}
});
