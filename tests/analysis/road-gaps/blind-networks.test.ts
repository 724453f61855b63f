import { describe, expect, test } from 'vitest';
import { atOnce } from '../../../src/lib/analysis/at-once.ts';
import { ringMeets } from '../../../src/lib/analysis/road-gaps/ring-meets.ts';
import { unseenIn } from '../../../src/lib/analysis/road-gaps/unseen-roads.ts';
import type { BlindNetwork } from '../../../src/lib/domain/findings/routes.ts';
import type { ControlRing } from '../../../src/lib/domain/items.ts';
import type { RoadGraph } from '../../../src/lib/network/road-graph.ts';
import { seeded } from '../../support/random.ts';
import { demoRoads } from '../../support/real-roads.ts';
import { watchedBy, type Box } from '../../support/road-watch.ts';
import { gridTown, squareRing, town } from '../../support/towns.ts';

function blindOf(graph: RoadGraph, boxes: readonly Box[], rings: readonly ControlRing[] = []) {
	const { memory, watch } = watchedBy(graph, boxes);
	const meets = rings.map((ring) => ringMeets(memory.roads, ring));
	return atOnce(unseenIn(memory, watch.held, { asked: null, removed: new Set(), rings: meets }));
}

const rounded = ({ road, roads, stretches, lengthM, longestWayM }: BlindNetwork) => ({
	road,
	roads,
	stretches,
	lengthM: Math.round(lengthM),
	longestWayM: Math.round(longestWayM)
});

const cross = town({
	nodes: { w: [-300, 0], o: [0, 0], e: [500, 0], n: [0, 200], far: [0, 900], gate: [500, 300] },
	ends: ['far'],
	locked: ['e'],
	roads: [
		{ name: 'West Street', line: ['w', 'o'] },
		{ name: 'East Street', line: ['o', 'e'] },
		{ name: 'North Street', line: ['o', 'n', 'far'], class: 'primary' },
		{ name: 'Behind the gate', line: ['e', 'gate'] }
	]
});

describe('blind networks', () => {
	test('hang together over junctions, whatever the roads, and not over a locked gate', () => {
		expect(blindOf(cross, []).blind.map(rounded)).toEqual([
			{ road: 'North Street', roads: 3, stretches: 3, lengthM: 1700, longestWayM: 1400 },
			{ road: 'Behind the gate', roads: 1, stretches: 1, lengthM: 300, longestWayM: 300 }
		]);
	});

	test('a camera on the junction parts them, one in mid-street cuts a street', () => {
		expect(blindOf(cross, [[-10, -10, 10, 10]]).blind.map(rounded)).toEqual([
			{ road: 'North Street', roads: 1, stretches: 1, lengthM: 890, longestWayM: 890 },
			{ road: 'East Street', roads: 1, stretches: 1, lengthM: 490, longestWayM: 490 },
			{ road: 'Behind the gate', roads: 1, stretches: 1, lengthM: 300, longestWayM: 300 },
			{ road: 'West Street', roads: 1, stretches: 1, lengthM: 290, longestWayM: 290 }
		]);
		const [first, second] = blindOf(cross, [[-10, 400, 10, 500]]).blind.map(rounded);
		expect(first).toEqual({ road: 'East Street', roads: 3, stretches: 3, lengthM: 1200, longestWayM: 900 });
		expect(second).toMatchObject({ road: 'North Street', lengthM: 400 });
	});

	test('say where they meet a ring and where the data ends', () => {
		const { blind } = blindOf(cross, [[-10, 400, 10, 500]], [squareRing('core', 250)]);
		expect(blind[0].rings).toEqual([{ ring: 'core', meets: 3 }]);
		expect(blind.map(({ leavesData }) => leavesData)).toEqual([false, true, false]);
		expect(blind[1].rings).toEqual([]);
	});

	test('every stretch names its network', () => {
		const { blind, stretches } = blindOf(cross, [[-10, -10, 10, 10]]);
		for (const network of blind) {
			const own = stretches.filter((stretch) => stretch.network === network.id);
			expect(own.reduce((sum, { lengthM }) => sum + lengthM, 0)).toBeCloseTo(network.lengthM, 6);
			expect(own).toHaveLength(network.stretches);
		}
	});

	test('agree with a flood over samples, and no shortest way in them is longer than a whole search finds', () => {
		const random = seeded(8);
		const graph = gridTown(5);
		let parted = 0;
		let exact = 0;
		let asked = 0;
		for (let round = 0; round < 25; round++) {
			const boxes = Array.from({ length: 30 }, (): Box => {
				const [x, y] = [Math.floor(random() * 460 - 230), Math.floor(random() * 460 - 230)];
				return [x, y, x + 5 + Math.floor(random() * 60), y + 5 + Math.floor(random() * 60)];
			});
			const { blind } = blindOf(graph, boxes);
			const floods = sampledNetworks(graph, boxes).filter(({ lengthM }) => lengthM >= 103);
			const listed = blind.filter(({ lengthM }) => lengthM >= 103);
			if (Math.abs(floods.length - listed.length) > 0) {
				// a network of a length at the limit may be on either side of it
				expect(Math.abs(floods.length - listed.length)).toBeLessThanOrEqual(1);
				continue;
			}
			if (listed.length > 1) parted++;
			listed.forEach(({ lengthM, longestWayM }, i) => {
				expect(Math.abs(lengthM - floods[i].lengthM)).toBeLessThan(0.02 * lengthM + 6);
				expect(longestWayM).toBeLessThanOrEqual(floods[i].diameterM + 8);
				asked++;
				if (longestWayM > floods[i].diameterM - 8) exact++;
			});
		}
		expect(parted).toBeGreaterThan(10);
		expect(exact / asked).toBeGreaterThan(0.5);
	});

	test('the demo city with no one watching: one great network, whose long way is unseen all along', () => {
		const graph = demoRoads();
		if (!graph) return;
		const { blind, summary } = blindOf(graph, []);
		const together = blind.reduce((sum, { lengthM }) => sum + lengthM, 0);
		expect(together).toBeLessThanOrEqual(summary.roadM + 1);
		expect(blind[0].lengthM / summary.roadM).toBeGreaterThan(0.8);
		expect(blind[0].longestWayM).toBeGreaterThan(20_000);
	});
});

/** Networks found by walking over samples a metre apart, longest first, with their longest shortest way. */
function sampledNetworks(graph: RoadGraph, boxes: readonly Box[]): { lengthM: number; diameterM: number }[] {
	// streets of a grid of 5 by 5 junctions, 100 m apart, about the middle
	const isWatched = (x: number, y: number): boolean =>
		boxes.some(([west, south, east, north]) => x > west && x < east && y > south && y < north);
	const key = (x: number, y: number): number => (x + 200) * 1000 + (y + 200);
	const open = new Set<number>();
	for (let line = -200; line <= 200; line += 100) {
		for (let along = -200; along <= 200; along++) {
			if (!isWatched(line + 1e-6, along + 1e-6)) open.add(key(line, along));
			if (!isWatched(along + 1e-6, line + 1e-6)) open.add(key(along, line));
		}
	}
	expect(graph.edgeCount).toBe(40);
	const isStreet = (x: number, y: number): boolean => x % 100 === 0 || y % 100 === 0;
	const sweep = (start: number, seen: Map<number, number>): number => {
		const queue = [start];
		seen.set(start, 0);
		let last = start;
		for (let read = 0; read < queue.length; read++) {
			last = queue[read];
			const [x, y] = [Math.floor(last / 1000) - 200, (last % 1000) - 200];
			for (const [nx, ny] of [
				[x + 1, y],
				[x - 1, y],
				[x, y + 1],
				[x, y - 1]
			]) {
				const next = key(nx, ny);
				if (Math.abs(nx) > 200 || Math.abs(ny) > 200 || !isStreet(nx, ny)) continue;
				if (!open.has(next) || seen.has(next)) continue;
				seen.set(next, (seen.get(last) as number) + 1);
				queue.push(next);
			}
		}
		return last;
	};
	const networks: { lengthM: number; diameterM: number }[] = [];
	const done = new Set<number>();
	for (const start of open) {
		if (done.has(start)) continue;
		const members = new Map<number, number>();
		sweep(start, members);
		let diameterM = 0;
		let links = 0;
		for (const member of members.keys()) {
			done.add(member);
			const [x, y] = [Math.floor(member / 1000) - 200, (member % 1000) - 200];
			for (const [nx, ny] of [
				[x + 1, y],
				[x, y + 1]
			]) {
				if (Math.abs(nx) <= 200 && Math.abs(ny) <= 200 && isStreet(nx, ny) && members.has(key(nx, ny)))
					links++;
			}
			const ways = [
				[x + 1, y],
				[x - 1, y],
				[x, y + 1],
				[x, y - 1]
			].filter(([nx, ny]) => members.has(key(nx, ny)) && Math.abs(ny) <= 200);
			if (ways.length === 2 && (x % 100 !== 0 || y % 100 !== 0)) continue;
			const away = new Map<number, number>();
			diameterM = Math.max(diameterM, away.get(sweep(member, away)) ?? 0);
		}
		networks.push({ lengthM: links, diameterM });
	}
	return networks.sort((a, b) => b.lengthM - a.lengthM);
}
