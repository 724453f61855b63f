import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastMeasure } from '../../../src/lib/network/edge-line.ts';
import { headOf, tailOf } from '../../../src/lib/network/network.ts';
import type { RoadGraph } from '../../../src/lib/network/road-graph.ts';
import { prepareRoads } from '../../../src/lib/network/roads.ts';
import type { RoadPlace } from '../../../src/lib/network/travel/road-place.ts';
import { PATROL_CAR, type TravelModel } from '../../../src/lib/network/travel/travel-model.ts';
import { travelNetwork, type TravelNetwork } from '../../../src/lib/network/travel/travel-network.ts';
import { timeTo, travelTimes } from '../../../src/lib/network/travel/travel-times.ts';
import { travelWay } from '../../../src/lib/network/travel/travel-way.ts';
import { turnTimeS } from '../../../src/lib/network/travel/turn-time.ts';
import { demoRoads } from '../../support/real-roads.ts';
import { seeded } from '../../support/random.ts';
import { town, type Spot, type TownPlan } from '../../support/towns.ts';
import { travelOracle } from '../../support/travel-oracle.ts';

/** 36 km/h everywhere, so that 10 m take a second, and no delays. */
const TEN_M_A_SECOND: TravelModel = {
	...PATROL_CAR,
	everyRoadKmh: 36,
	junctionDelayS: 0,
	turnAcrossS: 0,
	turnAsideS: 0,
	turnRoundS: 5,
	gateS: 7
};

function ready(
	plan: TownPlan,
	model: Partial<TravelModel> = {}
): {
	travel: TravelNetwork;
	on: (road: string, part?: number) => RoadPlace;
	seconds: (from: RoadPlace, to: RoadPlace) => number;
} {
	const graph = town(plan);
	const travel = travelNetwork(prepareRoads(graph), { ...TEN_M_A_SECOND, ...model });
	return {
		travel,
		on: (road, part = 0.5) => {
			const edge = graph.edgeName.indexOf(graph.names.indexOf(road));
			if (edge < 0) throw new RangeError(`no road ${road}`);
			return { edge, measure: part * lastMeasure(graph, edge), offM: 0 };
		},
		seconds: (from, to) => {
			const forth = timeTo(travel, travelTimes(travel, [from]), to);
			const back = timeTo(travel, travelTimes(travel, [to], { against: true }), from);
			if (forth === Infinity) expect(back).toBe(Infinity);
			else expect(back).toBeCloseTo(forth, 6);
			return forth;
		}
	};
}

//            north
//              │
//  west ── crossing ── east
//              │
//            south
const CROSS: TownPlan = {
	nodes: { west: [-100, 0], crossing: [0, 0], east: [100, 0], north: [0, 100], south: [0, -100] },
	roads: [
		{ name: 'West Street', line: ['west', 'crossing'] },
		{ name: 'East Street', line: ['crossing', 'east'] },
		{ name: 'North Street', line: ['crossing', 'north'] },
		{ name: 'South Street', line: ['crossing', 'south'] }
	]
};

describe('travelTimes in towns', () => {
	test('counts the rest of the first road and the part of the last', () => {
		const { on, seconds } = ready(CROSS);
		expect(seconds(on('West Street', 0.25), on('East Street', 0.4))).toBeCloseTo(7.5 + 4, 3);
		expect(seconds(on('West Street', 0.25), on('West Street', 0.75))).toBeCloseTo(5, 3);
		expect(seconds(on('West Street', 0.75), on('West Street', 0.25))).toBeCloseTo(5, 3);
	});

	test('waits at a junction, longer to turn across the oncoming lane than aside', () => {
		const { on, seconds } = ready(CROSS, { junctionDelayS: 3, turnAcrossS: 4, turnAsideS: 2 });
		expect(seconds(on('West Street'), on('East Street'))).toBeCloseTo(10 + 3, 3);
		expect(seconds(on('West Street'), on('North Street'))).toBeCloseTo(10 + 3 + 4, 3);
		expect(seconds(on('West Street'), on('South Street'))).toBeCloseTo(10 + 3 + 2, 3);
	});

	test('passes side streets without waiting on the main street, and waits to cross it', () => {
		const roads = CROSS.roads.map((road) =>
			/North|South/.test(road.name ?? '') ? road : { ...road, class: 'primary' as const }
		);
		const { on, seconds } = ready({ ...CROSS, roads }, { junctionDelayS: 3 });
		expect(seconds(on('West Street'), on('East Street'))).toBeCloseTo(10, 3);
		expect(seconds(on('South Street'), on('North Street'))).toBeCloseTo(10 + 3, 3);
	});

	test('waits the other way round where one drives on the left', () => {
		const { on, seconds } = ready(CROSS, { turnAcrossS: 4, turnAsideS: 2, drivesOn: 'left' });
		expect(seconds(on('West Street'), on('North Street'))).toBeCloseTo(10 + 2, 3);
		expect(seconds(on('West Street'), on('South Street'))).toBeCloseTo(10 + 4, 3);
	});

	test('where no left turn is allowed, drives on, turns round at the dead end and comes back', () => {
		const { on, seconds } = ready({
			...CROSS,
			turns: [{ kind: 'no', from: 'West Street', via: 'crossing', to: 'North Street' }]
		});
		expect(seconds(on('West Street'), on('North Street'))).toBeCloseTo(5 + 10 + 5 + 10 + 5, 3);
		expect(seconds(on('South Street'), on('North Street'))).toBeCloseTo(10, 3);
	});

	test('where only straight on is allowed, neither side is a way', () => {
		const { on, seconds } = ready({
			...CROSS,
			turns: [{ kind: 'only', from: 'West Street', via: 'crossing', to: 'East Street' }]
		});
		expect(seconds(on('West Street'), on('East Street'))).toBeCloseTo(10, 3);
		expect(seconds(on('West Street'), on('North Street'))).toBeCloseTo(35, 3);
		expect(seconds(on('West Street'), on('South Street'))).toBeCloseTo(35, 3);
		expect(seconds(on('North Street'), on('South Street'))).toBeCloseTo(10, 3);
	});

	test('two roads that are each the only one allowed are both allowed', () => {
		const { on, seconds } = ready({
			...CROSS,
			turns: ['East Street', 'North Street'].map((to) => ({
				kind: 'only' as const,
				from: 'West Street',
				via: 'crossing',
				to
			}))
		});
		expect(seconds(on('West Street'), on('East Street'))).toBeCloseTo(10, 3);
		expect(seconds(on('West Street'), on('North Street'))).toBeCloseTo(10, 3);
		expect(seconds(on('West Street'), on('South Street'))).toBeGreaterThan(30);
	});

	//  a ──→── b
	//  ↑       ↓
	//  d ──←── c
	const LOOP: TownPlan = {
		nodes: { a: [0, 100], b: [100, 100], c: [100, 0], d: [0, 0] },
		roads: [
			{ name: 'North Way', line: ['a', 'b'], oneway: 1 },
			{ name: 'East Way', line: ['b', 'c'], oneway: 1 },
			{ name: 'South Way', line: ['c', 'd'], oneway: 1 },
			{ name: 'West Way', line: ['d', 'a'], oneway: 1 }
		]
	};

	test('a place just behind on a one-way road is a whole loop away', () => {
		const { on, seconds, travel } = ready(LOOP);
		expect(seconds(on('North Way', 0.5), on('North Way', 0.75))).toBeCloseTo(2.5, 3);
		expect(seconds(on('North Way', 0.5), on('North Way', 0.25))).toBeCloseTo(37.5, 3);
		const way = travelWay(travel, travelTimes(travel, [on('North Way', 0.5)]), on('North Way', 0.25));
		expect(way?.lengthM).toBeCloseTo(375, 0);
		expect(way?.line.length).toBe(6);
	});

	test('a one-way road against its direction is a dead end', () => {
		const { on, seconds } = ready({
			...LOOP,
			roads: [...LOOP.roads.slice(0, 3), { name: 'West Way', line: ['d', 'a'], oneway: -1 }]
		});
		expect(seconds(on('South Way'), on('West Way'))).toBe(Infinity);
	});

	//  a ──── b ════ private ════ c ──── d
	//         └────── around ─────┘
	const ESTATE: TownPlan = {
		nodes: { a: [0, 0], b: [100, 0], i: [200, 0], c: [300, 0], d: [400, 0] },
		roads: [
			{ name: 'First Street', line: ['a', 'b'] },
			{ name: 'Private West', line: ['b', 'i'], private: true },
			{ name: 'Private East', line: ['i', 'c'], private: true },
			{ name: 'Way Around', line: ['b', [100, 400], [300, 400], 'c'] },
			{ name: 'Last Street', line: ['c', 'd'] }
		]
	};

	test('private ground is no shortcut, but a place to start from and to end at', () => {
		const { on, seconds } = ready(ESTATE);
		expect(seconds(on('First Street'), on('Last Street'))).toBeCloseTo(5 + 100 + 5, 2);
		expect(seconds(on('First Street'), on('Private East'))).toBeCloseTo(5 + 10 + 5, 3);
		expect(seconds(on('Private West'), on('Last Street'))).toBeCloseTo(5 + 10 + 5, 3);
		expect(seconds(on('Private West'), on('Private East'))).toBeCloseTo(10, 3);
	});

	test('turns round at a dead end, and nowhere else', () => {
		const { travel } = ready(CROSS);
		const { graph } = travel.roads;
		const outOf = (name: string): number => graph.edgeName.indexOf(graph.names.indexOf(name)) * 2;
		expect(turnTimeS(travel, outOf('East Street'), outOf('East Street') + 1)).toBe(5);
		expect(turnTimeS(travel, outOf('East Street') + 1, outOf('East Street'))).toBe(Infinity);
	});

	test('turns round where only private ground lies ahead, as at a dead end', () => {
		const { on, seconds } = ready({
			nodes: { a: [-100, 0], o: [0, 0], b: [100, 0], c: [200, 0], n: [0, 100] },
			roads: [
				{ name: 'Street', line: ['a', 'o'] },
				{ name: 'To the Estate', line: ['o', 'b'] },
				{ name: 'Estate', line: ['b', 'c'], private: true },
				{ name: 'North Street', line: ['o', 'n'] }
			],
			turns: [{ kind: 'no', from: 'Street', via: 'o', to: 'North Street' }]
		});
		expect(seconds(on('Street'), on('North Street'))).toBeCloseTo(5 + 10 + 5 + 10 + 5, 3);
	});

	test('a gate takes its time; bollards and a locked gate let no car through', () => {
		const roads = [
			{ name: 'Before', line: ['a', 'g'] },
			{ name: 'Behind', line: ['g', 'b'] }
		];
		const nodes: Record<string, Spot> = { a: [0, 0], g: [100, 0], b: [200, 0] };
		const behind = (plan: Partial<TownPlan>): number => {
			const { on, seconds } = ready({ nodes, roads, ...plan });
			return seconds(on('Before'), on('Behind'));
		};
		expect(behind({})).toBeCloseTo(10, 3);
		expect(behind({ gates: ['g'] })).toBeCloseTo(17, 3);
		expect(behind({ locked: ['g'] })).toBe(Infinity);
		expect(behind({ bollards: ['g'] })).toBe(Infinity);
	});

	test('carriageways of one crossing delay once, a roundabout only on the way in', () => {
		//  w ── p ─20 m─ q ── e   with a street north and south of p and of q
		const { on, seconds } = ready(
			{
				nodes: {
					w: [-100, 0],
					p: [0, 0],
					q: [20, 0],
					e: [120, 0],
					pn: [0, 90],
					ps: [0, -90],
					qn: [20, 90],
					qs: [20, -90]
				},
				roads: [
					{ name: 'In', line: ['w', 'p'] },
					{ name: 'Between', line: ['p', 'q'] },
					{ name: 'Out', line: ['q', 'e'] },
					{ line: ['ps', 'p', 'pn'] },
					{ line: ['qs', 'q', 'qn'] }
				]
			},
			{ junctionDelayS: 3 }
		);
		expect(seconds(on('In'), on('Out'))).toBeCloseTo(5 + 3 + 2 + 5, 3);

		const round = ready(
			{
				nodes: {
					w: [-100, 0],
					p: [-30, 0],
					n: [0, 30],
					e: [30, 0],
					s: [0, -30],
					far: [100, 0],
					up: [0, 100]
				},
				roads: [
					{ name: 'In', line: ['w', 'p'] },
					{ line: ['p', 's', 'e', 'n', 'p'], roundabout: true, oneway: 1 },
					{ name: 'Out', line: ['e', 'far'] },
					{ line: ['n', 'up'] }
				]
			},
			{ junctionDelayS: 3, turnAcrossS: 9, turnAsideS: 9 }
		);
		const quarter = Math.hypot(30, 30) / 10;
		expect(round.seconds(round.on('In'), round.on('Out'))).toBeCloseTo(3.5 + 3 + 2 * quarter + 3.5, 2);
	});

	test('leaves out what is beyond the limit, and sets out when told', () => {
		const { on, travel } = ready(CROSS);
		const times = travelTimes(travel, [on('West Street'), on('North Street')], {
			limitS: 9,
			startAtS: [0, 2]
		});
		expect(timeTo(travel, times, on('East Street', 0.3))).toBeCloseTo(8, 3);
		expect(timeTo(travel, times, on('East Street', 0.5))).toBe(Infinity);
		expect(timeTo(travel, times, on('North Street', 0.75))).toBeCloseTo(4.5, 3);
	});

	test('a start that is on no edge is refused', () => {
		const { travel } = ready(CROSS);
		expect(() => travelTimes(travel, [{ edge: 99, measure: 0, offM: 0 }])).toThrow(
			/edge 99, wanted one below 4/
		);
	});
});

/** A small town of random streets with everything that a search may trip over. */
function randomTown(seed: number): RoadGraph {
	const random = seeded(seed);
	const names = ['a', 'b', 'c', 'd', 'e', 'f'];
	const nodes = Object.fromEntries(
		names.map((name) => [name, [Math.round(random() * 500), Math.round(random() * 500)] as Spot])
	);
	const pick = (): string => names[Math.floor(random() * names.length)];
	const graph = town({
		nodes,
		roads: Array.from({ length: 9 }, () => {
			const from = pick();
			const to = pick();
			const kind = random();
			return {
				line: from === to ? [from, [600, 600] as Spot, [610, 500] as Spot, to] : [from, to],
				...(kind < 0.25 ? { oneway: 1 as const } : kind < 0.5 ? { private: true } : {}),
				...(random() < 0.08 ? { walkOnly: true } : {}),
				...(random() < 0.1 ? { roundabout: true } : {})
			};
		}),
		gates: random() < 0.3 ? ['a'] : [],
		bollards: random() < 0.2 ? ['b'] : []
	});
	const rows: number[] = [];
	const only: number[] = [];
	for (let d = 0; d < 2 * graph.edgeCount; d++) {
		for (let i = graph.adjacentStart[headOf(graph, d)]; i < graph.adjacentStart[headOf(graph, d) + 1]; i++) {
			if (random() < 0.12) {
				rows.push(d >>> 1, headOf(graph, d), graph.adjacent[i] >>> 1);
				only.push(random() < 0.3 ? 1 : 0);
			}
		}
	}
	return { ...graph, restrictions: Uint32Array.from(rows), restrictionOnly: Uint8Array.from(only) };
}

describe('travelTimes on random towns', () => {
	const model: TravelModel = {
		...PATROL_CAR,
		everyRoadKmh: 36,
		junctionDelayS: 3,
		turnAcrossS: 4,
		turnAsideS: 2
	};

	test('agrees with all pairs of directions worked out the slow way, forth and back, and the way adds up', () => {
		let reached = 0;
		let asked = 0;
		let changed = 0;
		fc.assert(
			fc.property(fc.nat(), (seed) => {
				const graph = randomTown(seed);
				const travel = travelNetwork(prepareRoads(graph), model);
				const free = travelNetwork(
					prepareRoads({ ...graph, restrictions: new Uint32Array(0), restrictionOnly: new Uint8Array(0) }),
					model
				);
				const oracle = travelOracle(travel);
				const random = seeded(seed + 1);
				const somewhere = (): RoadPlace => {
					const edge = Math.floor(random() * graph.edgeCount);
					return { edge, measure: random() * lastMeasure(graph, edge), offM: 0 };
				};
				const starts = [somewhere(), somewhere()];
				const out = travelTimes(travel, starts);
				const back = travelTimes(travel, starts, { against: true });
				const outFree = travelTimes(free, starts);
				for (let i = 0; i < 6; i++) {
					const there = somewhere();
					const wantOut = Math.min(...starts.map((start) => oracle(start, there)));
					const wantBack = Math.min(...starts.map((start) => oracle(there, start)));
					asked++;
					if (wantOut < Infinity) reached++;
					if (timeTo(free, outFree, there) !== wantOut) changed++;
					for (const [times, want] of [
						[out, wantOut],
						[back, wantBack]
					] as const) {
						const got = timeTo(travel, times, there);
						if (want === Infinity) {
							expect(got).toBe(Infinity);
							expect(travelWay(travel, times, there)).toBeNull();
							continue;
						}
						expect(got).toBeCloseTo(want, 9);
						const way = travelWay(travel, times, there);
						if (!way) throw new Error('a way, wanted for a place that is reached');
						let turnsS = 0;
						way.directions.slice(1).forEach((d, k) => {
							expect(tailOf(graph, d)).toBe(headOf(graph, way.directions[k]));
							turnsS += turnTimeS(travel, way.directions[k], d);
						});
						expect(way.lengthM / 10 + turnsS).toBeCloseTo(got, 3);
						expect(starts[way.start]).toBe(times.starts[way.start]);
					}
				}
			}),
			{ numRuns: 150, seed: 11 }
		);
		expect(reached / asked).toBeGreaterThan(0.4);
		expect(reached / asked).toBeLessThan(0.95);
		expect(changed / asked).toBeGreaterThan(0.1);
	});
});

describe('travelTimes in the demo city', () => {
	const graph = demoRoads();
	test.skipIf(!graph)(
		'no neighbour is reached later than over its neighbour; five minutes are a part of all',
		() => {
			const roads = prepareRoads(graph as RoadGraph);
			const travel = travelNetwork(roads);
			const edge = travel.islandM.findIndex((m, e) => m > 100_000 && !travel.isPrivate[e]);
			const start = { edge, measure: 0, offM: 0 };
			const all = travelTimes(travel, [start]);
			const near = travelTimes(travel, [start], { limitS: 300 });
			const states = 2 * roads.graph.edgeCount;
			let reached = 0;
			for (let d = 0; d < states; d++) {
				if (travel.isPrivate[d >>> 1] || all.atS[d] === Infinity) continue;
				reached++;
				expect(near.atS[d]).toBe(all.atS[d] <= 300 ? all.atS[d] : Infinity);
				const head = headOf(roads.graph, d);
				for (let i = roads.graph.adjacentStart[head]; i < roads.graph.adjacentStart[head + 1]; i++) {
					const next = roads.graph.adjacent[i];
					if (travel.seconds[next] === Infinity) continue;
					const byWay = all.atS[d] + travel.seconds[d] + turnTimeS(travel, d, next);
					if (all.atS[next] > byWay + 1e-9)
						throw new Error(`${next} at ${all.atS[next]} s, ${byWay} s over ${d}`);
				}
			}
			expect(reached).toBeGreaterThan(10_000);
		}
	);
});
