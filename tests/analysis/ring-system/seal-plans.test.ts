import { describe, expect, test } from 'vitest';
import { ringSystem } from '../../../src/lib/analysis/ring-system/ring-system.ts';
import { isSimple } from '../../../src/lib/analysis/ring-system/simplified-ring.ts';
import { sealPlans } from '../../../src/lib/analysis/ring-system/seal-plans.ts';
import { DEFAULT_CLASS_COST } from '../../../src/lib/domain/class-costs.ts';
import { seal } from '../../../src/lib/analysis/sealing/seal.ts';
import type { ControlRing, Item } from '../../../src/lib/domain/items.ts';
import { lastMeasure, lngLatAt } from '../../../src/lib/network/edge-line.ts';
import type { RoadGraph } from '../../../src/lib/network/road-graph.ts';
import { prepareRoads, type Roads } from '../../../src/lib/network/roads.ts';
import { seededRandom } from '../../bench/synthetic-city.ts';
import { demoRoads, gothenburg } from '../../support/real-roads.ts';
import { accepted, crookedRing } from '../../support/ring-plans.ts';
import { checkpoint, gridTown, spotOf, squareRing, town } from '../../support/towns.ts';

const BRIDGEHEAD = {
	nodes: { m: [0, 0], a: [150, 0], b: [280, 20], c: [280, -20], d: [280, 60], out: [5000, 0] },
	ends: ['out']
} as const;

/** One trunk road that forks into three lanes just outside the ring: one road to close, or three cheap ones. */
function forkTown(): RoadGraph {
	return town({
		...BRIDGEHEAD,
		roads: [
			{ name: 'trunk', line: ['m', 'a'], class: 'trunk', way: 1 },
			{ name: 'lane one', line: ['a', 'b', 'out'], class: 'residential', way: 2 },
			{ name: 'lane two', line: ['a', 'c', [2500, -400], 'out'], class: 'residential', way: 3 },
			{ name: 'lane three', line: ['a', 'd', [2500, 400], 'out'], class: 'residential', way: 4 }
		]
	});
}

const roadsOf = (plan: { suggestions: readonly { controls: readonly { way: number }[] }[] }): number[] =>
	[...new Set(plan.suggestions.flatMap(({ controls }) => controls.map(({ way }) => way)))].sort();

describe('a ring before a fork', () => {
	const roads = prepareRoads(forkTown());
	const ring = squareRing('core', 145);

	test('is sealed on the trunk road by number, on the lanes by cost', async () => {
		const { fewest, cheapest } = await sealPlans(roads, [ring]);
		expect(roadsOf(fewest)).toEqual([1]);
		expect(fewest.cost).toBe(6);
		expect(roadsOf(cheapest)).toEqual([2, 3, 4]);
		expect(cheapest.cost).toBe(3);
	});

	test('is sealed on the trunk road either way once lanes are dear', async () => {
		const { cheapest } = await sealPlans(roads, [ring], { costByClass: { residential: 2.5 } });
		expect(roadsOf(cheapest)).toEqual([1]);
	});

	test('is sealed on the lanes where the trunk road may not be closed', async () => {
		const { fewest } = await sealPlans(roads, [ring], { forbid: [1] });
		expect(roadsOf(fewest)).toEqual([2, 3, 4]);
		expect(fewest.blocked).toEqual([]);
	});

	test('cannot be sealed where neither may: the fewest roads in the way are named', async () => {
		const { fewest } = await sealPlans(roads, [ring], { forbid: [1, 3] });
		expect(fewest.blocked.map(({ way }) => way)).toEqual([1]);
		const partly = await sealPlans(roads, [ring], { forbid: [1, 2, 3, 4] });
		expect(partly.fewest).toMatchObject({
			suggestions: [],
			blocked: [{ way: 1, road: 'trunk', roadClass: 'trunk' }]
		});
	});

	test('closes what is asked for besides, and says what is nowhere near', async () => {
		const { fewest, notNear } = await sealPlans(roads, [ring], { require: [3, 77] });
		expect(notNear).toEqual([77]);
		expect(
			fewest.suggestions.filter(({ isRequired }) => isRequired).map(({ controls }) => controls[0].way)
		).toEqual([3]);
		expect(seal(roads, [ring, ...accepted(fewest.suggestions)]).rings[0].sealed).toBe(true);
		// with lane two closed, closing the trunk road still is the fewest
		expect(roadsOf(fewest)).toEqual([1, 3]);
	});

	test('refuses costs, moves and rings that are none', async () => {
		await expect(sealPlans(roads, [ring], { costByClass: { trunk: 0 } })).rejects.toThrow(RangeError);
		await expect(sealPlans(roads, [ring], { moveM: -1 })).rejects.toThrow('-1');
		await expect(sealPlans(roads, [ring], { ring: 'x' as ControlRing['id'] })).rejects.toThrow('"x"');
	});
});

test('a ring that may move past a fork needs one checkpoint where it needed three', async () => {
	const graph = town({
		nodes: {
			m: [0, 0],
			n: [0, 400],
			a: [500, 0],
			b: [300, 100],
			c: [300, -100],
			d: [300, 0],
			out: [6000, 0]
		},
		roads: [
			{ name: 'north', line: ['m', 'b', 'a'] },
			{ name: 'middle', line: ['m', 'd', 'a'] },
			{ name: 'south', line: ['m', 'c', 'a'] },
			{ name: 'the one road on', line: ['a', 'out'], way: 9 },
			{ name: 'inside', line: ['m', 'n'] }
		],
		ends: ['out']
	});
	const roads = prepareRoads(graph);
	const ring = squareRing('core', 200);
	const { moved } = await sealPlans(roads, [ring], { moveM: 300 });
	expect(moved[0]).toMatchObject({ countNow: 3, countThen: 1, lostRoadM: 0 });
	expect(moved[0].gainedRoadM).toBeGreaterThan(800);
	expect(roadsOf(moved[0])).toEqual([9]);
	const line = moved[0].line as [number, number][];
	expect(isSimple(line.slice(1))).toBe(true);
	const reshaped: ControlRing = { ...ring, geometry: { type: 'Polygon', coordinates: [line] } };
	expect(seal(roads, [reshaped, ...accepted(moved[0].suggestions)]).rings[0]).toMatchObject({ sealed: true });
	const still = await sealPlans(roads, [ring], { moveM: 40 });
	expect(still.moved[0]).toMatchObject({ countNow: 3, countThen: 3, line: null });
});

describe('depth', () => {
	test('of a block of streets costs what nested squares do', async () => {
		const roads = prepareRoads(gridTown(25));
		const rings = [squareRing('core', 150, 1), squareRing('border', 850, 3)];
		const { depths } = await sealPlans(roads, rings, { depths: [1, 2, 3] });
		// cuts of 4k for blocks of k by k: 3, then 5, then 7
		expect(depths.map(({ suggestions }) => suggestions.flatMap(({ controls }) => controls).length)).toEqual([
			12, 32, 60
		]);
		for (const { depth, suggestions } of depths) {
			expect(seal(roads, [...rings, ...accepted(suggestions)]).depth).toBe(depth);
		}
	});

	test('says by which way no more can be met', async () => {
		const roads = prepareRoads(
			town({
				nodes: { m: [0, 0], a: [600, 0], out: [5000, 0] },
				roads: [{ name: 'the only road', line: ['m', 'a', 'out'] }],
				ends: ['out']
			})
		);
		const { depths } = await sealPlans(roads, [squareRing('core', 200)], { depths: [3] });
		expect(depths[0]).toMatchObject({ depth: 3, reached: 1, limitRoads: ['the only road'] });
		expect(depths[0].suggestions).toHaveLength(1);
	});

	test('counts what stands, and a checkpoint at a junction once', async () => {
		const roads = prepareRoads(gridTown(25));
		const rings = [squareRing('core', 150, 1), squareRing('border', 850, 3)];
		const posts = seal(roads, [rings[0]]).crossings.map(({ at }, i) => checkpoint(`post-${i}`, spotOf(at)));
		const { depths } = await sealPlans(roads, [...rings, ...posts], { depths: [1, 2] });
		expect(depths[0].suggestions).toEqual([]);
		expect(depths[1].suggestions.flatMap(({ controls }) => controls)).toHaveLength(20);
		const atJunctions = [-100, 0, 100].flatMap((x) =>
			[-200, 200].flatMap((y) => [
				checkpoint(`north ${x} ${y}`, [x, y]),
				checkpoint(`east ${x} ${y}`, [y, x])
			])
		);
		const again = await sealPlans(roads, [...rings, ...atJunctions], { depths: [1, 2] });
		expect(again.depths[0].suggestions).toEqual([]);
		const both: Item[] = [...rings, ...atJunctions, ...accepted(again.depths[1].suggestions)];
		expect(seal(roads, [...rings, ...atJunctions]).depth).toBe(1);
		expect(seal(roads, both).depth).toBe(2);
	});
});

const CITIES = [
	['Gothenburg', gothenburg()],
	['the demo city', demoRoads()]
] as const;

describe.each(CITIES.filter(([, graph]) => graph !== null))('in %s', (_, graph) => {
	const roads = prepareRoads(graph as RoadGraph);
	const random = seededRandom(29);
	const rings = [
		crookedRing(roads, random, 'core', 0.06, 1),
		crookedRing(roads, random, 'outer', 0.13, 2),
		crookedRing(roads, random, 'border', 0.22, 3)
	];

	test('the cheapest plan seals, costs no more than the fewest roads do, and none can be left out', async () => {
		for (const ring of rings) {
			const { fewest, cheapest } = await sealPlans(roads, [ring]);
			expect(cheapest.cost).toBeLessThanOrEqual(fewest.cost);
			expect(roadCost(roads, cheapest)).toBeCloseTo(cheapest.cost, 6);
			expect(cheapest.atLeast).toBeLessThanOrEqual(cheapest.suggestions.length);
			const posts = accepted(cheapest.suggestions);
			expect(seal(roads, [ring, ...posts]).rings[0].sealed).toBe(true);
			for (let k = 0; k < 5; k++) {
				const out = Math.floor(random() * posts.length);
				expect(seal(roads, [ring, ...posts.filter((_post, i) => i !== out)]).rings[0].sealed).toBe(false);
			}
		}
	});

	test('a forbidden road is closed by no plan, or named as in the way', async () => {
		const [ring] = rings;
		const { cheapest } = await sealPlans(roads, [ring]);
		const forbid = cheapest.suggestions.slice(0, 6).map(({ controls }) => controls[0].way);
		const without = await sealPlans(roads, [ring], { forbid });
		for (const plan of [without.fewest, without.cheapest]) {
			for (const way of roadsOf(plan)) expect(forbid).not.toContain(way);
			for (const { way } of plan.blocked) expect(forbid).toContain(way);
			expect(seal(roads, [ring, ...accepted(plan.suggestions)]).rings[0].sealed).toBe(
				plan.blocked.length === 0
			);
		}
	});

	test('a ring that may move is drawn so that it seals, as a simple line', async () => {
		const { moved } = await sealPlans(roads, rings, { moveM: 150 });
		expect(moved.filter(({ line }) => line !== null).length).toBeGreaterThan(1);
		for (const { ring: id, countNow, countThen, line, suggestions } of moved) {
			expect(countThen).toBeLessThanOrEqual(countNow);
			if (!line) continue;
			const ring = rings.find((one) => one.id === id) as ControlRing;
			const coordinates = [line.map(([lng, lat]): [number, number] => [lng, lat])];
			expect(isSimple(line.slice(1))).toBe(true);
			const reshaped: ControlRing = { ...ring, geometry: { type: 'Polygon', coordinates } };
			expect(seal(roads, [reshaped, ...accepted(suggestions)]).rings[0].sealed).toBe(true);
		}
	});

	test('a plan for depth reaches it, and none of its checkpoints can be left out', async () => {
		const { depths } = await sealPlans(roads, rings, { depths: [1, 2, 3], byCost: true });
		for (const [i, { depth, reached, suggestions, cost }] of depths.entries()) {
			const posts = accepted(suggestions);
			expect(reached).toBe(depth);
			expect(seal(roads, [...rings, ...posts]).depth).toBe(depth);
			expect((await ringSystem(roads, [...rings, ...posts])).depth?.count).toBe(depth);
			if (i > 0) expect(cost).toBeGreaterThanOrEqual(2 * depths[0].cost);
			for (let k = 0; k < 3; k++) {
				const out = Math.floor(random() * posts.length);
				const rest = posts.filter((_post, j) => j !== out);
				expect(seal(roads, [...rings, ...rest]).depth).toBe(depth - 1);
			}
		}
	});
});

/** Cost of all roads that a plan states, by hand. */
function roadCost(
	roads: Roads,
	plan: { suggestions: readonly { controls: readonly { way: number }[] }[] }
): number {
	const { graph } = roads;
	let sum = 0;
	for (const { controls } of plan.suggestions) {
		for (const { way } of controls) {
			const edge = graph.edgeWay.indexOf(way);
			const names = Object.keys(DEFAULT_CLASS_COST) as (keyof typeof DEFAULT_CLASS_COST)[];
			sum += DEFAULT_CLASS_COST[names[graph.edgeClass[edge]]];
			expect(lngLatAt(graph, edge, lastMeasure(graph, edge))).toHaveLength(2);
		}
	}
	return sum;
}
