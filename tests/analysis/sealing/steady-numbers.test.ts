import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SealMemory } from '../../../src/lib/analysis/sealing/seal-memory.ts';
import { seal } from '../../../src/lib/analysis/sealing/seal.ts';
import { SteadyNumbers } from '../../../src/lib/analysis/sealing/steady-numbers.ts';
import type { SealAnswer } from '../../../src/lib/domain/findings/sealing.ts';
import { prepareRoads } from '../../../src/lib/network/roads.ts';
import { demoRoads } from '../../support/real-roads.ts';
import { checkpoint, gridTown, place, ring, squareRing, spotOf, type Spot } from '../../support/towns.ts';

describe('SteadyNumbers', () => {
	test.each([
		['the first time they follow the order', [[7, 3, 9]], [1, 2, 3]],
		[
			'what stays keeps its number, whatever the order',
			[
				[7, 3, 9],
				[9, 7]
			],
			[3, 1]
		],
		[
			'what is new gets the least that is free',
			[
				[7, 3, 9],
				[5, 9, 7, 6]
			],
			[2, 3, 1, 4]
		],
		['what comes back gets the number it had', [[7, 3, 9], [7], [4, 7, 9, 3]], [4, 1, 3, 2]],
		[
			'unless another has it',
			[
				[7, 3],
				[7, 5],
				[7, 5, 3]
			],
			[1, 2, 3]
		],
		['what has gone takes no number from who comes', [[7, 3, 9], [], [1, 2]], [1, 2]]
	])('%s', (_, lists, expected) => {
		const numbers = new SteadyNumbers();
		let last: number[] = [];
		for (const keys of lists) last = numbers.number(keys);
		expect(last).toEqual(expected);
	});

	test('refuses two things with one key', () => {
		expect(() => new SteadyNumbers().number([4, 4])).toThrow(RangeError);
	});

	test('are all different, kept by what stays, and never greater than the most there were at one time', () => {
		const lists = fc.array(fc.uniqueArray(fc.nat({ max: 15 }), { maxLength: 12 }), {
			minLength: 2,
			maxLength: 12
		});
		fc.assert(
			fc.property(lists, (steps) => {
				const numbers = new SteadyNumbers();
				let before = new Map<number, number>();
				let most = 0;
				for (const keys of steps) {
					const now = numbers.number(keys);
					most = Math.max(most, keys.length);
					expect(new Set(now).size).toBe(keys.length);
					expect(Math.max(0, ...now)).toBeLessThanOrEqual(most);
					keys.forEach((key, i) => {
						if (before.has(key)) expect(now[i]).toBe(before.get(key));
					});
					before = new Map(keys.map((key, i) => [key, now[i]]));
				}
			}),
			{ seed: 5 }
		);
	});
});

const leakNumbers = (answer: SealAnswer) => new Map(answer.leaks.map((leak) => [leak.edge, leak.number]));
const crossingNumbers = (answer: SealAnswer) =>
	new Map(answer.crossings.map((one) => [one.edge, one.number]));

describe('a ring on a grid of streets', () => {
	const roads = prepareRoads(gridTown(21));
	/** A square ring whose north side lies `northM` up; it meets 8 streets at first, every 100 m. */
	const open = (northM: number) =>
		ring('ring', [
			[-150, -150],
			[150, -150],
			[150, northM],
			[-150, northM]
		]);

	test('is numbered clockwise from north when it is first judged', () => {
		const { crossings, leaks } = seal(roads, [squareRing('ring', 150)]);
		expect(crossings.map(({ number }) => number)).toEqual(crossings.map((_, i) => i + 1));
		expect(leaks.map(({ number }) => number)).toEqual(leaks.map((_, i) => i + 1));
		const [lng, lat] = place([0, 150]);
		expect(crossings[0].at[0]).toBeCloseTo(lng, 6);
		expect(crossings[0].at[1]).toBeCloseTo(lat, 6);
	});

	test('keeps the numbers of crossings and leaks that stay while its side is dragged, and gives them back', () => {
		const memory = new SealMemory(roads);
		const first = seal(roads, [open(150)], {}, memory);
		let before = crossingNumbers(first);
		let gained = 0;
		for (const northM of [180, 230, 290, 340, 420, 470, 380, 260, 150]) {
			const answer = seal(roads, [open(northM)], {}, memory);
			const now = crossingNumbers(answer);
			for (const [edge, number] of now) {
				if (before.has(edge)) expect(number).toBe(before.get(edge));
				else gained++;
			}
			expect(new Set(now.values()).size).toBe(answer.crossings.length);
			before = now;
		}
		expect(gained).toBeGreaterThan(8);
		const back = seal(roads, [open(150)], {}, memory);
		expect(crossingNumbers(back)).toEqual(crossingNumbers(first));
		expect(leakNumbers(back)).toEqual(leakNumbers(first));
		const anew = seal(roads, [open(470)]);
		expect(anew.crossings.map(({ number }) => number)).toEqual(anew.crossings.map((_, i) => i + 1));
	});

	test('keeps the number of each leak while the others are closed one by one', () => {
		const memory = new SealMemory(roads);
		const first = seal(roads, [open(150)], {}, memory);
		const posts = first.leaks.map(({ at }, i) => checkpoint(`post-${i}`, spotOf(at), {}, 100 + i));
		for (let count = 1; count <= posts.length; count++) {
			const { leaks } = seal(roads, [open(150), ...posts.slice(0, count)], {}, memory);
			expect(leaks.map(({ number }) => number)).toEqual(first.leaks.slice(count).map(({ number }) => number));
		}
		const opened = seal(roads, [open(150), ...posts.slice(3)], {}, memory);
		expect(opened.leaks.map(({ number }) => number)).toEqual([1, 2, 3]);
	});
});

// a skipped block is read all the same, so none is made where the pack is not there
describe.each([demoRoads()].filter((graph) => graph !== null))('in the demo city', (graph) => {
	const roads = prepareRoads(graph);
	const { minX, minY, maxX, maxY } = roads.segments as NonNullable<typeof roads.segments>;
	const centre = spotOf([(minX + maxX) / 2e7, (minY + maxY) / 2e7]);
	const corners = Array.from({ length: 12 }, (_, k): Spot => {
		const angle = (k / 12) * 2 * Math.PI;
		return [centre[0] + 1500 * Math.cos(angle), centre[1] + 1500 * Math.sin(angle)];
	});
	const bare = seal(roads, [ring('ring', corners)], { suggest: true });
	const posts = bare.suggestions
		.filter((_, i) => i % 3 > 0)
		.map(({ at, controls }, i) => checkpoint(`post-${i}`, spotOf(at), { controls }, 100 + i));

	test('the cut stands still, and its numbers, where the ring moves by centimetres past no road', () => {
		const memory = new SealMemory(roads);
		const first = seal(roads, [ring('ring', corners), ...posts], {}, memory);
		expect(first.leaks.length).toBeGreaterThan(5);
		for (let step = 0; step < 12; step++) {
			const [x, y] = corners[step];
			const moved = corners.map((corner, i): Spot => (i === step ? [x + 0.04, y - 0.03] : corner));
			const answer = seal(roads, [ring('ring', moved), ...posts], {}, memory);
			expect(answer.crossings.map(({ edge }) => edge).sort()).toEqual(
				first.crossings.map(({ edge }) => edge).sort()
			);
			expect(leakNumbers(answer)).toEqual(leakNumbers(first));
		}
	});

	test('the cut stands still, and its numbers, while a checkpoint is dragged where it closes nothing', () => {
		const memory = new SealMemory(roads);
		const items = [ring('ring', corners), ...posts];
		const first = seal(roads, items, {}, memory);
		for (let step = 0; step < 20; step++) {
			const idle = checkpoint('idle', [centre[0] + 40 * step, centre[1] - 30 * step], {}, 999);
			const answer = seal(roads, [...items, idle], {}, memory);
			expect(answer.leaks).toEqual(first.leaks);
		}
	});

	test('a corner dragged far leaves the leaks on the other side alone', () => {
		const memory = new SealMemory(roads);
		const first = seal(roads, [ring('ring', corners), ...posts], {}, memory);
		const farM = ([lng, lat]: readonly number[]) => {
			const [x, y] = spotOf([lng, lat]);
			return Math.hypot(x - corners[0][0], y - corners[0][1]);
		};
		const others = first.leaks.filter(({ at }) => farM(at) > 1600);
		expect(others.length).toBeGreaterThan(2);
		let moved = 0;
		for (let step = 1; step <= 20; step++) {
			const dragged = corners.map((corner, i): Spot =>
				i === 0 ? [corner[0] - 20 * step, corner[1] + 9 * step] : corner
			);
			const answer = seal(roads, [ring('ring', dragged), ...posts], {}, memory);
			const numbers = leakNumbers(answer);
			for (const { edge, number } of others) expect(numbers.get(edge)).toBe(number);
			if (answer.crossings.length !== first.crossings.length) moved++;
		}
		expect(moved).toBeGreaterThan(5);
	});
});
