import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { closedRoads } from '../../../src/lib/analysis/road-gaps/closed-roads.ts';
import { atOnce } from '../../../src/lib/analysis/at-once.ts';
import { leastExposed } from '../../../src/lib/analysis/road-gaps/least-exposed.ts';
import { SealMemory } from '../../../src/lib/analysis/sealing/seal-memory.ts';
import { PRESENT } from '../../../src/lib/domain/assumptions.ts';
import type { LeastExposed } from '../../../src/lib/domain/findings/escape.ts';
import type { Checkpoint } from '../../../src/lib/domain/items.ts';
import { gridLengthM } from '../../../src/lib/network/edge-line.ts';
import { EDGE, type RoadGraph } from '../../../src/lib/network/road-graph.ts';
import { anyBoxes, anyTown } from '../../support/any-town.ts';
import { seeded } from '../../support/random.ts';
import { demoRoads } from '../../support/real-roads.ts';
import { watchedBy, type Box } from '../../support/road-watch.ts';
import { checkpoint, place, spotOf, town, type Spot } from '../../support/towns.ts';

interface Asked {
	from: Spot;
	to: Spot;
	boxes?: readonly Box[];
	posts?: readonly Checkpoint[];
	lawful?: boolean;
	avoids?: boolean;
}

function ask(
	graph: RoadGraph,
	{ from, to, boxes = [], posts = [], lawful = false, avoids = posts.length > 0 }: Asked
) {
	const { memory, watch } = watchedBy(graph, boxes);
	const closures = closedRoads(new SealMemory(memory.roads), posts, PRESENT);
	return atOnce(
		leastExposed(memory, watch, {
			from: place(from),
			to: place(to),
			lawful,
			closures,
			avoidsCheckpoints: avoids
		})
	);
}

function ways(answer: ReturnType<typeof ask>): LeastExposed {
	if ('reason' in answer) throw new Error(answer.reason);
	return answer;
}

const rounded = ({ lengthM, seenM, roads }: LeastExposed['shortest']) => ({
	lengthM: Math.round(lengthM),
	seenM: Math.round(seenM),
	roads
});

/** A straight street, and a way round it by the south that is 400 m longer. */
const NODES: Record<string, Spot> = {
	w: [0, 0],
	e: [600, 0],
	sw: [0, -200],
	se: [600, -200],
	gap: [0, 2000]
};
const block = (oneway?: 1 | -1) =>
	town({
		nodes: NODES,
		roads: [
			{ name: 'Straight', line: ['w', 'e'] },
			{ name: 'Round', line: ['w', 'sw', 'se', 'e'], ...(oneway && { oneway }) }
		]
	});
const MIDDLE: Box = [250, -10, 350, 10];

describe('leastExposed', () => {
	test('goes round what a camera sees, beside the shortest way through it', () => {
		const answer = ways(ask(block(), { from: [0, 0], to: [600, 0], boxes: [MIDDLE] }));
		expect(rounded(answer.leastExposed)).toEqual({ lengthM: 1000, seenM: 0, roads: ['Round'] });
		expect(rounded(answer.shortest)).toEqual({ lengthM: 600, seenM: 100, roads: ['Straight'] });
		expect(answer.shortest.watchers).toMatchObject([{ id: 'c0' }]);
		expect(answer.shortest.watchers[0].fromM).toBeCloseTo(250, 1);
		expect(answer.shortest.watchers[0].seenM).toBeCloseTo(100, 1);
		expect(answer.shortest.longestUnseenM).toBeCloseTo(250, 1);
		expect(answer.shortest.seen).toHaveLength(1);
		expect(answer.shortest.seen[0].map((at) => Math.round(spotOf(at)[0]))).toEqual([250, 350]);
		expect(answer.leastExposed.watcherCount).toBe(0);
		// at the 30 km/h of the streets
		expect(answer.leastExposed.durationS).toBeCloseTo((1000 * 3.6) / 30, 1);
	});

	test('who sees the way is told in the order of travel, either way along a road', () => {
		const boxes: Box[] = [
			[100, -10, 150, 10],
			[400, -10, 420, 10]
		];
		const along = (from: Spot, to: Spot) =>
			ways(ask(block(), { from, to, boxes })).shortest.watchers.map(({ id, fromM }) => [
				id,
				Math.round(fromM)
			]);
		expect(along([0, 0], [600, 0])).toEqual([
			['c0', 100],
			['c1', 400]
		]);
		expect(along([600, 0], [0, 0])).toEqual([
			['c1', 180],
			['c0', 450]
		]);
	});

	test('no metre seen is bought for any length saved; of ways equally seen the shortest', () => {
		const corners: Box[] = [MIDDLE, [-10, -110, 10, -10]];
		const even = ways(ask(block(), { from: [0, 0], to: [600, 0], boxes: corners }));
		expect(rounded(even.leastExposed)).toEqual({ lengthM: 600, seenM: 100, roads: ['Straight'] });
		const less: Box[] = [MIDDLE, [-10, -109.99, 10, -10]];
		expect(
			rounded(ways(ask(block(), { from: [0, 0], to: [600, 0], boxes: less })).leastExposed).roads
		).toEqual(['Round']);
	});

	test('begins and ends in mid-street, at the place of the road that is nearest', () => {
		const answer = ways(ask(block(), { from: [200, 30], to: [400, 20], boxes: [MIDDLE] }));
		expect(answer.from.offM).toBeCloseTo(30, 1);
		expect(spotOf(answer.to.at).map(Math.round)).toEqual([400, 0]);
		expect(rounded(answer.shortest)).toMatchObject({ lengthM: 200, seenM: 100 });
		expect(rounded(answer.leastExposed)).toEqual({ lengthM: 1400, seenM: 0, roads: ['Straight', 'Round'] });
		const back = ways(ask(block(), { from: [400, 20], to: [200, 30], boxes: [MIDDLE] }));
		expect(back.leastExposed.line).toEqual([...answer.leastExposed.line].reverse());
	});

	test('from a place to itself is no way at all', () => {
		const answer = ways(ask(block(), { from: [300, 0], to: [300, 0], boxes: [MIDDLE] }));
		expect(rounded(answer.leastExposed)).toMatchObject({ lengthM: 0, seenM: 0 });
	});

	test('one-way signs hold back only those who are lawful', () => {
		const asked = { from: [0, 0] as Spot, to: [600, 0] as Spot, boxes: [MIDDLE] };
		expect(ways(ask(block(-1), asked)).leastExposed.seenM).toBe(0);
		expect(ways(ask(block(-1), { ...asked, lawful: true })).leastExposed.seenM).toBeCloseTo(100, 1);
		expect(ways(ask(block(1), { ...asked, lawful: true })).leastExposed.seenM).toBe(0);
	});

	test('a checkpoint on duty closes its road; where all are closed the ways name it', () => {
		const asked = { from: [0, 0] as Spot, to: [600, 0] as Spot, boxes: [MIDDLE] };
		const south = checkpoint('south', [300, -200]);
		const one = ways(ask(block(), { ...asked, posts: [south] }));
		expect(one.isClosedOff).toBe(false);
		expect(one.leastExposed.roads).toEqual(['Straight']);
		const both = ways(ask(block(), { ...asked, posts: [south, checkpoint('middle', [300, 0])] }));
		expect(both.isClosedOff).toBe(true);
		expect(both.leastExposed).toMatchObject({ roads: ['Round'], checkpoints: ['south'] });
		expect(both.shortest.checkpoints).toEqual(['middle']);
		const open = ways(ask(block(), { ...asked, posts: [south], avoids: false }));
		expect(open).toMatchObject({ isClosedOff: false, leastExposed: { checkpoints: ['south'], seenM: 0 } });
	});

	test('who starts on a closed road gets away from the checkpoint but not past it', () => {
		const posts = [checkpoint('middle', [300, 0])];
		const away = ways(ask(block(), { from: [200, 0], to: [0, -100], posts }));
		expect(away).toMatchObject({ isClosedOff: false });
		expect(away.shortest.lengthM).toBeCloseTo(300, 1);
		const past = ways(ask(block(), { from: [200, 0], to: [500, 0], posts }));
		expect(past).toMatchObject({ isClosedOff: false });
		expect(past.shortest.lengthM).toBeCloseTo(200 + 200 + 600 + 200 + 100, 0);
	});

	test('a locked gate is not passed', () => {
		const graph = town({
			nodes: { ...NODES, mid: [300, 0] },
			locked: ['mid'],
			roads: [{ name: 'Gated', line: ['w', 'mid', 'e'] }]
		});
		expect(ask(graph, { from: [0, 0], to: [600, 0] })).toEqual({ reason: 'no-way' });
		expect(ways(ask(graph, { from: [0, 0], to: [290, 0] })).shortest.lengthM).toBeCloseTo(290, 1);
	});

	test('far from any road, or on roads that do not meet, there is no way', () => {
		const apart = town({
			nodes: { ...NODES, gap2: [0, 2400] },
			roads: [
				{ name: 'a', line: ['w', 'e'] },
				{ name: 'b', line: ['gap', 'gap2'] }
			]
		});
		expect(ask(apart, { from: [0, 0], to: [0, 1000] })).toEqual({
			reason: 'no-road',
			end: 'to',
			withinM: 500
		});
		expect(ask(apart, { from: [0, 900], to: [0, 0] })).toMatchObject({ reason: 'no-road', end: 'from' });
		expect(ask(apart, { from: [0, 0], to: [0, 2000] })).toEqual({ reason: 'no-way' });
	});

	test('agrees with every simple way tried by hand on small random towns', () => {
		const random = seeded(21);
		let apart = 0;
		let none = 0;
		for (let round = 0; round < 150; round++) {
			const graph = anyTown(random);
			const boxes = anyBoxes(random, 6);
			const lawful = random() < 0.5;
			const [a, b] = [Math.floor(random() * graph.nodeCount), Math.floor(random() * graph.nodeCount)];
			const spot = (v: number): Spot => spotOf([graph.nodeLng[v] / 1e7, graph.nodeLat[v] / 1e7]);
			if (graph.adjacentStart[a] === graph.adjacentStart[a + 1]) continue;
			if (graph.adjacentStart[b] === graph.adjacentStart[b + 1]) continue;
			const answer = ask(graph, { from: spot(a), to: spot(b), boxes, lawful });
			const best = bestSimpleWay(graph, boxes, a, b, lawful);
			if ('reason' in answer) {
				expect(best).toBeNull();
				none++;
				continue;
			}
			const { leastExposed: quiet, shortest } = answer;
			expect(Math.abs(quiet.seenM - (best?.quiet[0] as number))).toBeLessThan(0.1);
			expect(quiet.lengthM).toBeCloseTo(best?.quiet[1] as number, 0);
			expect(shortest.lengthM).toBeCloseTo(best?.short as number, 1);
			if (shortest.seenM > quiet.seenM + 1) apart++;
		}
		expect(none).toBeLessThan(75);
		expect(apart).toBeGreaterThan(15);
	});

	test('costs the same as networkx says on the demo city', () => {
		const graph = demoRoads();
		if (!graph) return;
		if (!hasNetworkx()) {
			process.stderr.write('skipped: python3 has no networkx\n');
			return;
		}
		const random = seeded(4);
		const spot = (v: number): Spot => spotOf([graph.nodeLng[v] / 1e7, graph.nodeLat[v] / 1e7]);
		const node = (): number => Math.floor(random() * graph.nodeCount);
		const boxes = Array.from({ length: 900 }, (): Box => {
			const [x, y] = spot(node());
			return [x - 40, y - 40, x + 40, y + 40];
		});
		const pairs: [number, number][] = [];
		while (pairs.length < 6) {
			const pair: [number, number] = [node(), node()];
			if (pair.every((v) => isOnRoad(graph, v))) pairs.push(pair);
		}
		const { memory, watch } = watchedBy(graph, boxes);
		const closures = closedRoads(new SealMemory(memory.roads), [], PRESENT);
		const seenM = Array.from({ length: graph.edgeCount }, () => 0);
		for (let e = 0; e < graph.edgeCount; e++) {
			const { start, at } = watch.held;
			for (let k = start[e]; k < start[e + 1]; k += 2) seenM[e] += partM(graph, e, at[k], at[k + 1]);
		}
		const theirs = networkxCosts(graph, seenM, pairs);
		let quieter = 0;
		pairs.forEach(([a, b], i) => {
			const at = (v: number): [number, number] => [graph.nodeLng[v] / 1e7, graph.nodeLat[v] / 1e7];
			const answer = atOnce(
				leastExposed(memory, watch, {
					from: at(a),
					to: at(b),
					lawful: false,
					closures,
					avoidsCheckpoints: false
				})
			);
			const found = ways(answer);
			expect(Math.abs(found.leastExposed.seenM - theirs[i][0])).toBeLessThan(0.1);
			expect(Math.abs(found.shortest.lengthM - theirs[i][1])).toBeLessThan(0.5);
			if (found.shortest.seenM > found.leastExposed.seenM + 50) quieter++;
		});
		expect(quieter).toBeGreaterThan(2);
	}, 60_000);
});

/** By trying every way that passes no junction twice: seen and length of the quietest, length of the shortest. */
function bestSimpleWay(graph: RoadGraph, boxes: readonly Box[], a: number, b: number, lawful: boolean) {
	let quiet: [number, number] = [Infinity, Infinity];
	let short = Infinity;
	const spot = (v: number): Spot => spotOf([graph.nodeLng[v] / 1e7, graph.nodeLat[v] / 1e7]);
	const visited = new Set<number>();
	const walk = (node: number, seenM: number, lengthM: number): void => {
		if (node === b) {
			if (seenM < quiet[0] - 1e-6 || (seenM < quiet[0] + 1e-6 && lengthM < quiet[1]))
				quiet = [seenM, lengthM];
			short = Math.min(short, lengthM);
			return;
		}
		visited.add(node);
		for (let i = graph.adjacentStart[node]; i < graph.adjacentStart[node + 1]; i++) {
			const edge = graph.adjacent[i] >>> 1;
			const isBack = (graph.adjacent[i] & 1) === 1;
			if (lawful && !(graph.edgeFlags[edge] & (isBack ? EDGE.BACKWARD : EDGE.FORWARD))) continue;
			const next = isBack ? graph.edgeFrom[edge] : graph.edgeTo[edge];
			if (visited.has(next)) continue;
			walk(
				next,
				seenM + seenOf(spot(graph.edgeFrom[edge]), spot(graph.edgeTo[edge]), boxes),
				lengthM + graph.edgeLengthM[edge]
			);
		}
		visited.delete(node);
	};
	walk(a, 0, 0);
	return short === Infinity ? null : { quiet, short };
}

/** Metres of a straight street in any of the boxes, by the shares at which it enters and leaves them. */
function seenOf(p: Spot, q: Spot, boxes: readonly Box[]): number {
	const spans: [number, number][] = [];
	for (const [west, south, east, north] of boxes) {
		let [enter, leave] = [0, 1];
		for (const [at, step, least, most] of [
			[p[0], q[0] - p[0], west, east],
			[p[1], q[1] - p[1], south, north]
		]) {
			if (step === 0) {
				if (at < least || at > most) leave = -1;
				continue;
			}
			enter = Math.max(enter, Math.min((least - at) / step, (most - at) / step));
			leave = Math.min(leave, Math.max((least - at) / step, (most - at) / step));
		}
		if (leave > enter) spans.push([enter, leave]);
	}
	spans.sort((a, b) => a[0] - b[0]);
	let share = 0;
	let done = 0;
	for (const [enter, leave] of spans) {
		share += Math.max(0, leave - Math.max(done, enter));
		done = Math.max(done, leave);
	}
	return share * Math.hypot(q[0] - p[0], q[1] - p[1]);
}

function partM(graph: RoadGraph, edge: number, from: number, to: number): number {
	const at = (measure: number): [number, number] => {
		const whole = Math.min(Math.floor(measure), graph.shapeStart[edge + 1] - graph.shapeStart[edge] - 2);
		const i = graph.shapeStart[edge] + whole;
		const t = measure - whole;
		return [
			graph.shapeLng[i] + t * (graph.shapeLng[i + 1] - graph.shapeLng[i]),
			graph.shapeLat[i] + t * (graph.shapeLat[i + 1] - graph.shapeLat[i])
		];
	};
	let metres = 0;
	for (let m = from; m < to;) {
		const next = Math.min(to, Math.floor(m) + 1);
		metres += gridLengthM(...at(m), ...at(next));
		m = next;
	}
	return metres;
}

function isOnRoad(graph: RoadGraph, node: number): boolean {
	for (let i = graph.adjacentStart[node]; i < graph.adjacentStart[node + 1]; i++) {
		if (graph.edgeFlags[graph.adjacent[i] >>> 1] & EDGE.DRIVE) return true;
	}
	return false;
}

function hasNetworkx(): boolean {
	try {
		execFileSync('python3', ['-c', 'import networkx'], { stdio: 'pipe' });
		return true;
	} catch {
		return false;
	}
}

function networkxCosts(
	graph: RoadGraph,
	seenM: readonly number[],
	pairs: readonly [number, number][]
): [number, number][] {
	const rows: [number, number, number, number][] = [];
	for (let e = 0; e < graph.edgeCount; e++) {
		if (!(graph.edgeFlags[e] & EDGE.DRIVE)) continue;
		rows.push([graph.edgeFrom[e], graph.edgeTo[e], seenM[e], graph.edgeLengthM[e]]);
	}
	const script = `
import json, sys, networkx as nx
rows, pairs, locked = json.load(sys.stdin)
g = nx.MultiGraph()
for a, b, seen, length in rows: g.add_edge(a, b, seen=seen, length=length)
g.remove_nodes_from(v for v in locked if v in g and not any(v in p for p in pairs))
print(json.dumps([[nx.dijkstra_path_length(g, a, b, 'seen'), nx.dijkstra_path_length(g, a, b, 'length')] for a, b in pairs]))`;
	const locked = [...graph.nodeFlags.keys()].filter((v) => graph.nodeFlags[v] & 4);
	const out = execFileSync('python3', ['-c', script], {
		input: JSON.stringify([rows, pairs, locked]),
		encoding: 'utf8',
		maxBuffer: 1 << 28
	});
	return JSON.parse(out) as [number, number][];
}
