import { describe, expect, test } from 'vitest';
import { buildIncidence } from '../../src/lib/network/incidence.ts';
import { maxFlow } from '../../src/lib/network/max-flow.ts';
import { headOf, tailOf, type Network } from '../../src/lib/network/network.ts';
import { pushRelabel } from '../../src/lib/network/push-relabel.ts';
import { reach } from '../../src/lib/network/reach.ts';
import type { RoadGraph } from '../../src/lib/network/road-graph.ts';
import { seededRandom, syntheticCity } from '../bench/synthetic-city.ts';
import { demoRoads, gothenburg } from '../support/real-roads.ts';

/** The junctions within `inner` of the middle are node 0, those beyond `outer` node 1, in shares of half the width. */
function drawnTogether(graph: RoadGraph, inner: number, outer: number): Network {
	const { nodeCount, nodeLng, nodeLat } = graph;
	const spread = (values: Int32Array): [middle: number, half: number] => {
		const sorted = values.slice().sort();
		const [least, most] = [sorted[0], sorted[nodeCount - 1]];
		return [(least + most) / 2, (most - least) / 2];
	};
	const [x, halfX] = spread(nodeLng);
	const [y, halfY] = spread(nodeLat);
	let count = 2;
	const name = Uint32Array.from(nodeLng, (lng, v) => {
		const away = Math.hypot((lng - x) / halfX, (nodeLat[v] - y) / halfY);
		if (away < inner) return 0;
		return away > outer ? 1 : count++;
	});
	const edgeFrom = graph.edgeFrom.map((v) => name[v]);
	const edgeTo = graph.edgeTo.map((v) => name[v]);
	return { nodeCount: count, edgeFrom, edgeTo, ...buildIncidence(count, edgeFrom, edgeTo) };
}

/** Both ways of a tenth of the edges are shut, a tenth is one-way, the others take between 1 and `most`. */
function someCapacity(network: Network, random: () => number, most: number): Float64Array {
	const capacity = new Float64Array(network.adjacent.length);
	for (let e = 0; e < network.edgeFrom.length; e++) {
		const what = random();
		const width = 1 + Math.floor(random() * most);
		capacity[2 * e] = what < 0.1 ? 0 : width;
		capacity[2 * e + 1] = what < 0.2 ? 0 : width;
	}
	return capacity;
}

/** Asks for the value of Dinic's method, for the least cut next to the sink, of which there is one, and for a flow. */
function expectSameFlow(network: Network, capacity: Float64Array): number {
	const known = maxFlow(network, capacity.slice(), 0, 1);
	const { value, residual } = pushRelabel(network, capacity.slice(), 0, 1);
	expect(value).toBe(known.value);
	expect(reach(network, residual, [1], true)).toEqual(reach(network, known.residual, [1], true));
	expect(reach(network, residual, [0])).toEqual(reach(network, known.residual, [0]));

	const surplus = new Float64Array(network.nodeCount);
	let beyond = 0;
	for (let d = 0; d < capacity.length; d++) {
		const sum = residual[d] + residual[d ^ 1];
		if (residual[d] < 0 || sum !== capacity[d] + capacity[d ^ 1]) beyond++;
		surplus[tailOf(network, d)] -= capacity[d] - residual[d];
		surplus[headOf(network, d)] += capacity[d] - residual[d];
	}
	expect(beyond).toBe(0);
	expect(surplus.subarray(2).every((sum) => sum === 0)).toBe(true);
	return value;
}

describe('pushRelabel flows as Dinic does', () => {
	test('through small made-up cities', () => {
		let flowing = 0;
		for (let seed = 1; seed <= 150; seed++) {
			const random = seededRandom(seed);
			const network = drawnTogether(
				syntheticCity(8 + (seed % 17), seed),
				0.1 + 0.3 * random(),
				0.6 + 0.5 * random()
			);
			if (expectSameFlow(network, someCapacity(network, random, seed % 3 ? 5 : 2 ** 33)) > 0) flowing++;
		}
		expect(flowing).toBeGreaterThan(100);
	});

	test.each([
		['a made-up city', syntheticCity(120)],
		['the demo city', demoRoads()],
		['Gothenburg', gothenburg()]
	])('through %s', (_, graph) => {
		if (!graph) return;
		const random = seededRandom(3);
		for (const [inner, outer] of [
			[0.05, 0.95],
			[0.3, 0.9],
			[0.5, 0.6]
		]) {
			const network = drawnTogether(graph, inner, outer);
			expectSameFlow(network, new Float64Array(network.adjacent.length).fill(1));
			expectSameFlow(network, someCapacity(network, random, 8));
			expectSameFlow(network, someCapacity(network, random, 2 ** 33));
		}
	});

	test('where nothing leads to the sink all flows back', () => {
		const edgeFrom = Uint32Array.of(0, 2, 3, 2, 1);
		const edgeTo = Uint32Array.of(2, 3, 4, 4, 5);
		const network = { nodeCount: 6, edgeFrom, edgeTo, ...buildIncidence(6, edgeFrom, edgeTo) };
		expect(expectSameFlow(network, new Float64Array(10).fill(3))).toBe(0);
	});
});
