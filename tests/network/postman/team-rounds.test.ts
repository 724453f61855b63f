import { describe, expect, test } from 'vitest';
import { WayTable } from '../../../src/lib/network/postman/way-table.ts';
import { teamRounds, type TeamRounds } from '../../../src/lib/network/postman/team-rounds.ts';
import { headOf, tailOf } from '../../../src/lib/network/network.ts';
import { seeded } from '../../support/random.ts';
import { finished, randomWeb, streetWeb, type StreetWeb } from '../../support/street-web.ts';

function roundsOf(web: StreetWeb, count: number, seed = 1): TeamRounds {
	const streets = [...web.lengthM.keys()];
	const answer = finished(teamRounds(new WayTable(web.network, web.lengthM), streets, count, seeded(seed)));
	expect(answer.rounds).toHaveLength(count);
	expect(answer.streetsOf.flat().sort((a, b) => a - b)).toEqual(streets);
	answer.rounds.forEach(({ directions, cost }, team) => {
		const driven = new Set([...directions].map((direction) => direction >> 1));
		for (const street of answer.streetsOf[team]) expect(driven.has(street)).toBe(true);
		let sum = 0;
		directions.forEach((direction, i) => {
			sum += web.lengthM[direction >> 1];
			const next = directions[(i + 1) % directions.length];
			expect(tailOf(web.network, next)).toBe(headOf(web.network, direction));
		});
		expect(sum).toBeCloseTo(cost, 6);
	});
	expect(answer.cost).toBe(Math.max(...answer.rounds.map(({ cost }) => cost)));
	expect(answer.bound).toBeLessThanOrEqual(answer.cost + 1e-9);
	return answer;
}

/** Streets of a square town of `count` by `count` junctions, 100 m apart. */
function grid(count: number): StreetWeb {
	const edges: [number, number, number][] = [];
	for (let j = 0; j < count; j++) {
		for (let i = 0; i < count; i++) {
			const v = j * count + i;
			if (i + 1 < count) edges.push([v, v + 1, 100]);
			if (j + 1 < count) edges.push([v, v + count, 100]);
		}
	}
	return streetWeb(edges);
}

/** The least that the costliest round of two teams costs, every sharing out tried; each round alone is cheapest. */
function bestOfTwo(web: StreetWeb): number {
	const n = web.lengthM.length;
	let best = Infinity;
	for (let set = 0; set < 1 << (n - 1); set++) {
		const parts = [0, 1].map((team) => [...Array(n).keys()].filter((e) => ((set >> e) & 1) === team));
		const ways = new WayTable(web.network, web.lengthM);
		const costs = parts.map((part) => finished(teamRounds(ways, part, 1, seeded(1))).cost);
		best = Math.min(best, Math.max(...costs));
	}
	return best;
}

describe('rounds of several teams', () => {
	test('two squares that touch are a square each', () => {
		const web = streetWeb([
			[0, 1, 100],
			[1, 2, 100],
			[2, 3, 100],
			[3, 0, 100],
			[0, 4, 100],
			[4, 5, 100],
			[5, 6, 100],
			[6, 0, 100]
		]);
		expect(roundsOf(web, 2)).toMatchObject({ cost: 400, bound: 400 });
	});

	test('a far street bounds what any number of teams can do', () => {
		const web = streetWeb([
			[0, 1, 900],
			[0, 2, 10],
			[0, 3, 10]
		]);
		expect(roundsOf(web, 3)).toMatchObject({ cost: 1800, bound: 1800 });
	});

	test('a street town is shared out to within a twelfth of the bound', () => {
		const web = grid(9);
		for (const count of [2, 3, 5]) {
			const { cost, bound } = roundsOf(web, count);
			expect(cost / bound).toBeLessThan(1.13);
		}
	});

	test('is never better than the best sharing out, and mostly it', () => {
		const random = seeded(21);
		let best = 0;
		const runs = 12;
		for (let run = 0; run < runs; run++) {
			const web = randomWeb(6, 3, random);
			const { cost, bound } = roundsOf(web, 2, run);
			const least = bestOfTwo(web);
			expect(cost).toBeGreaterThanOrEqual(least - 1e-9);
			expect(bound).toBeLessThanOrEqual(least + 1e-9);
			if (cost < least * 1.1) best++;
		}
		expect(best).toBeGreaterThan(runs / 2);
	});

	test('more teams than streets leave some idle; no team is refused', () => {
		const { rounds } = roundsOf(streetWeb([[0, 1, 70]]), 3);
		expect(rounds.map(({ cost }) => cost).sort()).toEqual([0, 0, 140]);
		expect(() => roundsOf(grid(3), 0)).toThrow('0 teams, wanted 1 or more');
	});

	test('is the same each time', () => {
		const web = grid(7);
		expect(roundsOf(web, 3, 5)).toEqual(roundsOf(web, 3, 5));
	});
});
