import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { atOnce } from '../../../src/lib/analysis/at-once.ts';
import { timeToSeal } from '../../../src/lib/analysis/response/time-to-seal.ts';
import { PRESENT, type Assumptions } from '../../../src/lib/domain/assumptions.ts';
import type { RingSealTime, TimeToSealAsk } from '../../../src/lib/domain/findings/response.ts';
import type { Item, ItemId } from '../../../src/lib/domain/items.ts';
import { headOf } from '../../../src/lib/network/network.ts';
import type { RoadGraph } from '../../../src/lib/network/road-graph.ts';
import { prepareRoads } from '../../../src/lib/network/roads.ts';
import { PATROL_CAR } from '../../../src/lib/network/travel/travel-model.ts';
import { travelNetwork } from '../../../src/lib/network/travel/travel-network.ts';
import { travelTimes } from '../../../src/lib/network/travel/travel-times.ts';
import { turnTimeS } from '../../../src/lib/network/travel/turn-time.ts';
import { demoRoads } from '../../support/real-roads.ts';
import { station } from '../../support/response-items.ts';
import { hasNetworkx } from '../../support/sealing-oracle.ts';
import { checkpoint, squareRing, town } from '../../support/towns.ts';

const ASK: TimeToSealAsk = {
	ring: null,
	man: 'unstaffed',
	turnoutS: 0,
	model: { ...PATROL_CAR, everyRoadKmh: 36, junctionDelayS: 0, turnAcrossS: 0, turnAsideS: 0 }
};

// two streets cross in a square ring of 200 m; all four of its crossings have a checkpoint that is only built
const CROSS = town({
	nodes: {
		o: [0, 0],
		w: [-1000, 0],
		w1: [-300, 0],
		e1: [300, 0],
		e: [1000, 0],
		n: [0, 1000],
		n1: [0, 300],
		s1: [0, -300],
		s: [0, -1000]
	},
	roads: [{ line: ['w', 'w1', 'o', 'e1', 'e'] }, { line: ['s', 's1', 'o', 'n1', 'n'] }]
});
const RING = squareRing('core', 100);
const POSTS = [
	checkpoint('west', [-100, 0], { status: 'built', ring: 'core' }),
	checkpoint('east', [100, 0], { status: 'built' }),
	checkpoint('north', [0, 100], { status: 'planned' }),
	checkpoint('south', [0, -100], { status: 'staffed' })
];

function solve(
	items: readonly Item[],
	change: Partial<TimeToSealAsk> = {},
	assumptions: Assumptions = PRESENT
): RingSealTime {
	return atOnce(timeToSeal(prepareRoads(CROSS), items, assumptions, { ...ASK, ...change })).rings[0];
}

describe('timeToSeal', () => {
	test('mans what is not staffed, so that the last arrives soonest', () => {
		const { drives, durationS, manned, checkpoints, unmanned } = solve([
			RING,
			...POSTS,
			station('west station', [-600, 0]),
			station('middle station', [0, 0], 2)
		]);
		expect({ manned, checkpoints, unmanned }).toEqual({ manned: 1, checkpoints: 4, unmanned: [] });
		expect(durationS).toBeCloseTo(50, 1);
		const by = Object.fromEntries(drives.map(({ checkpoint: post, station: from }) => [post, from]));
		expect(by).toEqual({ west: 'west station', east: 'middle station', north: 'middle station' });
		expect(drives[0]).toMatchObject({
			checkpoint: 'west',
			checkpointName: null,
			stationName: 'west station'
		});
		expect(drives[0].lengthM).toBeCloseTo(500, 0);
		expect(drives[0].line.length).toBe(3);
	});

	test('says what one more team would save, at a station and standing by', () => {
		const { oneMore } = solve([
			RING,
			...POSTS,
			station('west station', [-600, 0]),
			station('middle station', [0, 0], 2)
		]);
		// a third team of the middle takes over the west: 10 s; one that stands by there too
		expect(oneMore).toEqual([
			{
				at: 'middle station',
				name: 'middle station',
				kind: 'station',
				savedS: expect.closeTo(40, 0),
				mannedMore: 0
			},
			{ at: 'west', name: null, kind: 'checkpoint', savedS: expect.closeTo(40, 0), mannedMore: 0 }
		]);
	});

	test('with too few teams as many are manned as can be, and the rest is named', () => {
		const { drives, unmanned, oneMore, teams, durationS } = solve([
			RING,
			...POSTS,
			station('west station', [-600, 0])
		]);
		expect(teams).toBe(1);
		expect(drives.map(({ checkpoint: post }) => post)).toEqual(['west']);
		expect(durationS).toBeCloseTo(50, 1);
		expect(unmanned.map(({ id, why }) => [id, why])).toEqual([
			['east', 'no-team'],
			['north', 'no-team']
		]);
		expect(oneMore[0]).toMatchObject({ at: 'west station', kind: 'station', mannedMore: 1 });
	});

	test('every checkpoint is manned anew when that is asked', () => {
		const all = solve([RING, ...POSTS, station('middle station', [0, 0], 4)], { man: 'all', turnoutS: 60 });
		expect(all.drives.length).toBe(4);
		expect(all.durationS).toBeCloseTo(70, 1);
	});

	test('staffed checkpoints off duty have to be manned; all on duty, no one drives', () => {
		const staffed = POSTS.map((post) => ({ ...post, properties: { hours: 'Mo-Su 08:00-20:00' } }));
		const items = [RING, ...staffed, station('middle station', [0, 0], 4)];
		expect(solve(items, {}, { ...PRESENT, at: '2026-05-01T12:00' })).toMatchObject({
			durationS: 0,
			manned: 4,
			drives: []
		});
		expect(solve(items, {}, { ...PRESENT, at: '2026-05-01T23:00' }).drives.length).toBe(4);
	});

	test('a checkpoint that no car gets to is named so; a ring without any has no time', () => {
		const off = checkpoint('field', [600, 600], { status: 'built', ring: 'core' });
		const { unmanned } = solve([RING, off, station('middle station', [0, 0])]);
		expect(unmanned).toEqual([{ id: 'field', name: null, why: 'no-way' }]);
		const answer = atOnce(timeToSeal(prepareRoads(CROSS), [RING, station('s', [0, 0])], PRESENT, ASK));
		expect(answer.timeToSealMin).toBeNull();
		expect(answer.rings[0].durationS).toBeNull();
	});

	test('each ring has all teams; the slowest is the answer; a ring that is not there is refused', () => {
		const far = squareRing('outer', 500, 2);
		const farPosts = [
			checkpoint('far west', [-500, 0], { status: 'built' }),
			checkpoint('far east', [500, 0], { status: 'built' })
		];
		const items = [RING, far, ...POSTS, ...farPosts, station('middle station', [0, 0], 3)];
		const answer = atOnce(timeToSeal(prepareRoads(CROSS), items, PRESENT, ASK));
		expect(answer.rings.map(({ ring, drives }) => [ring, drives.length])).toEqual([
			['core', 3],
			['outer', 2]
		]);
		expect(answer.timeToSealMin).toBeCloseTo(50 / 60, 3);
		expect(() => solve(items, { ring: 'nosuch' as ItemId })).toThrow('no control ring has the id "nosuch"');
	});
});

describe('travel times by another program', () => {
	const graph = demoRoads();
	test.skipIf(!graph || !hasNetworkx())(
		'networkx finds the same earliest arrivals over the turns of the demo city',
		() => {
			const roads = prepareRoads(graph as RoadGraph);
			const travel = travelNetwork(roads, PATROL_CAR);
			const g = roads.graph;
			const arcs: number[] = [];
			for (let d = 0; d < 2 * g.edgeCount; d++) {
				if (travel.seconds[d] === Infinity || travel.isPrivate[d >>> 1]) continue;
				const head = headOf(g, d);
				for (let i = g.adjacentStart[head]; i < g.adjacentStart[head + 1]; i++) {
					const next = g.adjacent[i];
					if (travel.seconds[next] === Infinity || travel.isPrivate[next >>> 1]) continue;
					const turnS = turnTimeS(travel, d, next);
					if (turnS < Infinity) arcs.push(d, next, travel.seconds[d] + turnS);
				}
			}
			// a one-way road, so that there is one way out of the start
			const start = travel.islandM.findIndex(
				(metres, e) =>
					metres > 100_000 && travel.seconds[2 * e] < Infinity && travel.seconds[2 * e + 1] === Infinity
			);
			const program = `
import json, sys, networkx as nx
start, arcs = json.load(sys.stdin)
g = nx.DiGraph()
g.add_weighted_edges_from(zip(arcs[0::3], arcs[1::3], arcs[2::3]))
found = nx.single_source_dijkstra_path_length(g, start, cutoff=600)
print(json.dumps(sorted(found.items())))
`;
			const { stdout, stderr, status } = spawnSync('/usr/bin/python3', ['-c', program], {
				input: JSON.stringify([2 * start, arcs]),
				maxBuffer: 1 << 28,
				encoding: 'utf8'
			});
			if (status !== 0) throw new Error(stderr);
			const theirs = JSON.parse(stdout) as [number, number][];
			const times = travelTimes(travel, [{ edge: start, measure: 0, offM: 0 }], { limitS: 600 });
			const seconds = new Map(theirs);
			let compared = 0;
			for (let d = 0; d < 2 * g.edgeCount; d++) {
				if (d === 2 * start || travel.isPrivate[d >>> 1]) continue;
				// theirs counts from the begin of each direction, as ours does
				const want = seconds.get(d) ?? Infinity;
				if (Math.abs(times.atS[d] - want) > 1e-6)
					throw new Error(`${d}: ${times.atS[d]} s, wanted ${want} s`);
				if (want < Infinity) compared++;
			}
			expect(compared).toBeGreaterThan(1000);
		}
	);
});
