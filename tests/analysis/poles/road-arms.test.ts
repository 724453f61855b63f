import { describe, expect, test } from 'vitest';
import { roadArms } from '../../../src/lib/analysis/poles/road-arms.ts';
import { prepareRoads } from '../../../src/lib/network/roads.ts';
import { town, place, type TownPlan } from '../../support/towns.ts';

const CROSS: TownPlan = {
	nodes: { middle: [0, 0], north: [0, 200], east: [200, 0], south: [0, -200], west: [-200, 0] },
	roads: [{ line: ['west', 'middle', 'east'] }, { line: ['south', 'middle', 'north'] }]
};
const arms = (plan: TownPlan, at: readonly [number, number]) => roadArms(prepareRoads(town(plan)), place(at));

describe('the arms of a junction', () => {
	test.each([
		['a crossing', CROSS, [0, 0], [0, 90, 180, 270]],
		['seen from its corner', CROSS, [10, 8], [346, 102, 192, 258]],
		['a T', { ...CROSS, roads: [CROSS.roads[0]!, { line: ['south', 'middle'] }] }, [0, 0], [90, 180, 270]],
		['beside one road', { ...CROSS, roads: [CROSS.roads[0]!] }, [0, 0], [90, 270]],
		['far from any road', CROSS, [150, 150], []]
	] as const)('%s', (_, plan, at, expected) => {
		const found = arms(plan, at);
		expect(found).toHaveLength(expected.length);
		const sorted = [...expected].sort((a, b) => a - b);
		for (const [i, bearing] of found.entries()) expect(Math.abs(bearing - sorted[i]!)).toBeLessThan(3);
	});

	test('carriageways of one road are one arm, also over north', () => {
		const plan: TownPlan = {
			nodes: { a: [-6, 0], b: [6, 0], 'a north': [-6, 200], 'b north': [6, 200], south: [0, -200] },
			roads: [
				{ line: ['a', 'a north'] },
				{ line: ['b', 'b north'] },
				{ line: ['a', 'b'] },
				{ line: ['b', 'south'] }
			]
		};
		const found = arms(plan, [0, 0]);
		expect(found).toHaveLength(2);
		expect(Math.min(found[0]!, 360 - found[0]!)).toBeLessThan(2);
	});

	test('a path and a tunnel are none', () => {
		const [road, other] = CROSS.roads;
		expect(arms({ ...CROSS, roads: [road!, { ...other!, walkOnly: true }] }, [0, 0])).toEqual([90, 270]);
		expect(arms({ ...CROSS, roads: [road!, { ...other!, tunnel: true }] }, [0, 0])).toEqual([90, 270]);
	});
});
