import { describe, expect, test } from 'vitest';
import { borderWeb, type BorderWeb } from '../../../src/lib/analysis/follow/border-web.ts';
import { followBorders } from '../../../src/lib/analysis/follow/follow-borders.ts';
import { followRoads } from '../../../src/lib/analysis/follow/follow-roads.ts';
import type { LngLat } from '../../../src/lib/geo/coordinates.ts';
import { GRID_PER_DEG } from '../../../src/lib/geo/flat-rings.ts';
import { gridPointAt, lastMeasure, lengthBetweenM } from '../../../src/lib/network/edge-line.ts';
import { nearEdges } from '../../../src/lib/network/near-edges.ts';
import { EDGE, type RoadGraph } from '../../../src/lib/network/road-graph.ts';
import { prepareRoads, type Roads } from '../../../src/lib/network/roads.ts';
import { shortestPaths } from '../../../src/lib/network/shortest-paths.ts';
import { anyTown } from '../../support/any-town.ts';
import { demoBorders } from '../../support/border-samples.ts';
import { seeded } from '../../support/random.ts';
import { demoRoads } from '../../support/real-roads.ts';
import { place, spotOf, town } from '../../support/towns.ts';

/** Metres from one place on a road to another by the slow, obvious way: every edge cut there, and Dijkstra from all. */
function obviousM(roads: Roads, from: LngLat, to: LngLat): number {
	const { graph } = roads;
	const [a, b] = [from, to].map(([lng, lat]) =>
		nearEdges(roads, lng * GRID_PER_DEG, lat * GRID_PER_DEG, 250).find(
			({ edge }) => graph.edgeFlags[edge] & EDGE.DRIVE
		)
	);
	if (!a || !b) return Infinity;
	const part = ({ edge, measure }: typeof a): number =>
		lengthBetweenM(graph, edge, 0, measure) / lengthBetweenM(graph, edge, 0, lastMeasure(graph, edge));
	const cost = Float64Array.from({ length: 2 * graph.edgeCount }, (_, d) => graph.edgeLengthM[d >>> 1]);
	const ends = (foot: typeof a): [number, number][] => [
		[graph.edgeFrom[foot.edge], part(foot) * graph.edgeLengthM[foot.edge]],
		[graph.edgeTo[foot.edge], (1 - part(foot)) * graph.edgeLengthM[foot.edge]]
	];
	let best = a.edge === b.edge ? Math.abs(part(a) - part(b)) * graph.edgeLengthM[a.edge] : Infinity;
	for (const [start, first] of ends(a)) {
		const paths = shortestPaths(graph, cost, [start]);
		for (const [end, last] of ends(b)) best = Math.min(best, first + paths.cost[end] + last);
	}
	return best;
}

/** A place on a street of the graph. */
function anyPlace(graph: RoadGraph, random: () => number): LngLat {
	for (;;) {
		const edge = Math.floor(random() * graph.edgeCount);
		if (!(graph.edgeFlags[edge] & EDGE.DRIVE)) continue;
		const [x, y] = gridPointAt(graph, edge, random() * lastMeasure(graph, edge));
		return [Math.round(x) / GRID_PER_DEG, Math.round(y) / GRID_PER_DEG];
	}
}

describe('a side along streets', () => {
	test('in small towns is as short as can be, and ends where it was asked to', () => {
		let followed = 0;
		for (let seed = 1; seed <= 200; seed++) {
			const random = seeded(seed);
			const roads = prepareRoads(anyTown(random, 8, 12));
			const from = anyPlace(roads.graph, random);
			const to = anyPlace(roads.graph, random);
			const wanted = obviousM(roads, from, to);
			const { line, lengthM, isFollowing } = followRoads(roads, from, to);
			expect(line[0]).toEqual(from);
			expect(line.at(-1)).toEqual(to);
			expect(isFollowing).toBe(wanted < Infinity);
			if (!isFollowing) continue;
			followed += 1;
			expect(Math.abs(lengthM - wanted), String(seed)).toBeLessThan(0.1);
		}
		expect(followed).toBeGreaterThan(150);
	});

	test('goes round by the bridge, not across the water', () => {
		const roads = prepareRoads(
			town({
				nodes: { w: [-200, 0], e: [200, 0], wn: [-200, 300], en: [200, 300], gap: [-20, 0], gap2: [20, 0] },
				roads: [
					{ name: 'ends at the water', line: ['w', 'gap'] },
					{ name: 'begins at the water', line: ['gap2', 'e'] },
					{ name: 'quay', line: ['w', 'wn'] },
					{ name: 'bridge', line: ['wn', 'en'], bridge: true },
					{ name: 'other quay', line: ['en', 'e'] }
				]
			})
		);
		const { line, lengthM } = followRoads(roads, place([-25, 0]), place([25, 0]));
		expect(lengthM).toBeCloseTo(175 + 300 + 400 + 300 + 175, 0);
		expect(line.map((at) => spotOf(at).map(Math.round))).toEqual([
			[-25, 0],
			[-200, 0],
			[-200, 300],
			[200, 300],
			[200, 0],
			[25, 0]
		]);
	});

	test('is straight where no street is near, and where none leads across', () => {
		const roads = prepareRoads(
			town({
				nodes: { a: [0, 0], b: [100, 0], c: [0, 900], d: [100, 900] },
				roads: [{ line: ['a', 'b'] }, { line: ['c', 'd'] }]
			})
		);
		const far = followRoads(roads, place([0, 0]), place([3000, 0]));
		expect(far).toMatchObject({ isFollowing: false, line: [place([0, 0]), place([3000, 0])] });
		expect(followRoads(roads, place([0, 0]), place([0, 900])).isFollowing).toBe(false);
	});

	test.skipIf(!demoRoads())('in the demo city is as short as can be', () => {
		const roads = prepareRoads(demoRoads() as RoadGraph);
		const random = seeded(5);
		for (let i = 0; i < 12; i++) {
			const from = anyPlace(roads.graph, random);
			const to = anyPlace(roads.graph, random);
			const { lengthM, isFollowing, line } = followRoads(roads, from, to);
			const wanted = obviousM(roads, from, to);
			if (!isFollowing) continue;
			expect(line.length).toBeGreaterThan(2);
			// ways for feet count more: what is kept to streets may be longer
			expect(lengthM).toBeGreaterThan(wanted - 1);
			expect(lengthM).toBeLessThan(1.6 * wanted + 1);
		}
	});
});

describe.skipIf(!demoBorders())('a side along the demo city’s water and railways', () => {
	const borders = demoBorders();
	if (!borders) return;

	test.each(['water', 'railway'] as const)('%s: there and back are one way, along the line', (along) => {
		const web = borderWeb(borders, along);
		const random = seeded(along.length);
		for (let tried = 0; tried < 20; tried++) {
			// a walk of fifty points along the line, never straight back
			let before = -1;
			const start = Math.floor(random() * web.x.length);
			let node = start;
			for (let step = 0; step < 50; step++) {
				const on = web.onward[node].filter(({ next }) => next !== before);
				if (on.length === 0) break;
				[before, node] = [node, on[Math.floor(random() * on.length)].next];
			}
			if (node === start) continue;
			const placeOf = (n: number): LngLat => [web.x[n] / GRID_PER_DEG, web.y[n] / GRID_PER_DEG];
			const there = followBorders(borders, along, placeOf(start), placeOf(node));
			const back = followBorders(borders, along, placeOf(node), placeOf(start));
			expect(there.isFollowing).toBe(true);
			expect(back.lengthM).toBeCloseTo(there.lengthM, 1);
			expect(there.line[0]).toEqual(placeOf(start));
			const cost = webCosts(web, start)[node];
			expect(there.lengthM).toBeCloseTo(cost, 1);
		}
	});
});

/** Metres along the web from `start` to every node, by relaxing all sides until nothing changes (Bellman 1958). */
function webCosts({ x, onward }: BorderWeb, start: number): number[] {
	const cost = x.map(() => Infinity);
	cost[start] = 0;
	let front = [start];
	while (front.length > 0) {
		const next = new Set<number>();
		for (const node of front) {
			for (const side of onward[node]) {
				if (!(cost[node] + side.lengthM < cost[side.next])) continue;
				cost[side.next] = cost[node] + side.lengthM;
				next.add(side.next);
			}
		}
		front = [...next];
	}
	return cost;
}
