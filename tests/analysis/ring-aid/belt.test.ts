import { describe, expect, test } from 'vitest';
import { beltAbout, DRAWN, HOP } from '../../../src/lib/analysis/ring-aid/belt.ts';
import type { BorderLine } from '../../../src/lib/analysis/ring-aid/border-line.ts';
import { RoughLoop } from '../../../src/lib/analysis/ring-aid/rough-loop.ts';

const line = (...xy: number[]): BorderLine => ({
	xy: Float64Array.from(xy),
	joints: new Float64Array(xy.length / 2).fill(-1),
	follows: 'road',
	name: null,
	weight: 1,
	edge: -1
});
const loopOf = (...xy: number[]): RoughLoop => RoughLoop.through(xy) as RoughLoop;
const square = loopOf(0, 0, 1000, 0, 1000, 1000, 0, 1000);

describe('the belt about a loop', () => {
	test('a metre costs its weight on the loop, and three times that at the rim', () => {
		const {
			line: of,
			cost,
			lengthM
		} = beltAbout(
			square,
			[line(300, 0, 600, 0), line(300, 100, 600, 100), { ...line(300, -50, 600, -50), weight: 2 }],
			100
		);
		const perM = [0, 1, 2].map((l) => {
			const edges = [...of.keys()].filter((e) => of[e] === l);
			expect(edges).toHaveLength(10);
			return edges.reduce((sum, e) => sum + cost[e] / lengthM[e], 0) / edges.length;
		});
		expect(perM[0]).toBeCloseTo(1, 9);
		expect(perM[1]).toBeCloseTo(3, 9);
		expect(perM[2]).toBeCloseTo(2 * 1.5, 9);
	});

	test('what lies beyond reach is no part of it', () => {
		const { line: of } = beltAbout(square, [line(300, 101, 600, 101), line(500, -300, 500, -120)], 100);
		expect([...of].filter((l) => l >= 0)).toEqual([]);
	});

	test('a street across a neck does not lead from one side of the loop to the other', () => {
		const hourglass = loopOf(-400, -500, 400, -500, 30, -60, 30, 60, 400, 500, -400, 500, -30, 60, -30, -60);
		const { line: of } = beltAbout(hourglass, [line(-30, 0, 30, 0)], 40);
		// two stretches, and the middle is of one side only
		expect([...of].filter((l) => l === 0)).toHaveLength(1);
	});

	test('the gate is passed once by the loop itself, by no hop, and where the fewest lines pass', () => {
		const three = [line(100, 5, 900, 5), line(100, 9, 900, 9), line(995, 100, 995, 900)];
		const { line: of, gate, cost } = beltAbout(square, three, 60);
		const passed = [...gate.keys()].filter((e) => gate[e] !== 0 && cost[e] < Infinity);
		expect(passed.map((e) => [of[e], gate[e]])).toEqual([[DRAWN, 1]]);
		const hops = [...gate.keys()].filter((e) => of[e] === HOP);
		expect(hops.length).toBeGreaterThan(50);
		// a line that goes all the way round leaves no place free of hops
		const ways: number[] = [];
		for (let m = 5; m < 995; m += 10) ways.push(m, 5);
		for (let m = 5; m < 995; m += 10) ways.push(995, m);
		for (let m = 995; m > 5; m -= 10) ways.push(m, 995);
		for (let m = 995; m >= 5; m -= 10) ways.push(5, m);
		const round = line(...ways);
		const about = beltAbout(square, [round], 60);
		const overGate = [...about.gate.keys()].filter((e) => about.gate[e] !== 0);
		expect(overGate.map((e) => about.line[e])).toContain(HOP);
		expect(overGate.filter((e) => about.cost[e] < Infinity).map((e) => about.line[e])).not.toContain(HOP);
	});

	test('all the ways round the loop pass the gate once forwards', () => {
		const { line: of, gate } = beltAbout(square, [line(100, 5, 900, 5)], 60);
		expect([...gate.keys()].reduce((sum, e) => sum + (of[e] === DRAWN ? gate[e] : 0), 0)).toBe(1);
	});
});
