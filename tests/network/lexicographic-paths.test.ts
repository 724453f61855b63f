import { describe, expect, test } from 'vitest';
import { buildIncidence } from '../../src/lib/network/incidence.ts';
import { lexicographicPaths, type PairCosts } from '../../src/lib/network/lexicographic-paths.ts';
import { headOf, tailOf, type Network } from '../../src/lib/network/network.ts';
import { PairQueue } from '../../src/lib/network/pair-queue.ts';
import { wayTo } from '../../src/lib/network/shortest-paths.ts';
import { seeded } from '../support/random.ts';

function networkOf(nodeCount: number, ends: readonly (readonly [number, number])[]): Network {
	const edgeFrom = Uint32Array.from(ends, ([from]) => from);
	const edgeTo = Uint32Array.from(ends, ([, to]) => to);
	return { nodeCount, edgeFrom, edgeTo, ...buildIncidence(nodeCount, edgeFrom, edgeTo) };
}

function search(network: Network, costs: PairCosts, start: number) {
	const steps = lexicographicPaths(network, costs, [{ node: start, first: 0, second: 0 }]);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

describe('PairQueue', () => {
	test('gives back by the first key, then by the second, over many pushes and pops by turns', () => {
		const random = seeded(5);
		const queue = new PairQueue();
		const held: [first: number, second: number, value: number][] = [];
		let ties = 0;
		for (let i = 0; i < 6000; i++) {
			if (random() < 0.7 || held.length === 0) {
				const row: (typeof held)[number] = [Math.floor(random() * 40), Math.floor(random() * 1e6), i];
				held.push(row);
				queue.push(row[2], row[0], row[1]);
			} else {
				held.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
				const [first, second] = held.shift() as (typeof held)[number];
				if (held[0]?.[0] === first) ties++;
				queue.pop();
				expect([queue.first, queue.second]).toEqual([first, second]);
			}
		}
		expect(queue.length).toBe(held.length);
		expect(ties).toBeGreaterThan(400);
	});

	test('an empty one says so', () => {
		expect(() => new PairQueue().pop()).toThrow(RangeError);
	});
});

describe('lexicographicPaths', () => {
	test('no length makes up for a unit of the first cost', () => {
		// 0 to 1 straight, past one unit; or round by 2, a million longer
		const network = networkOf(3, [
			[0, 1],
			[0, 2],
			[2, 1]
		]);
		const costs = { first: [1, 0, 0], second: [1, 1e6, 1e6], open: new Uint8Array(6).fill(1) };
		const paths = search(network, costs, 0);
		expect([paths.cost[1], paths.second[1]]).toEqual([0, 2e6]);
		expect(wayTo(network, paths, 1)).toEqual([2, 4]);
	});

	test('a stop is reached and not passed, but left where the way begins', () => {
		const network = networkOf(3, [
			[0, 1],
			[1, 2]
		]);
		const costs = {
			first: [0, 0],
			second: [1, 1],
			open: new Uint8Array(4).fill(1),
			stopAt: Uint8Array.of(0, 1, 0)
		};
		expect([...search(network, costs, 0).second]).toEqual([0, 1, Infinity]);
		expect([...search(network, costs, 1).second]).toEqual([1, 0, 1]);
	});

	test('agrees with all pairs by Floyd and Warshall on small random networks, ways add up', () => {
		const random = seeded(11);
		let tied = 0;
		for (let round = 0; round < 300; round++) {
			const n = 2 + Math.floor(random() * 7);
			const ends = Array.from({ length: 1 + Math.floor(random() * 14) }, () => {
				return [Math.floor(random() * n), Math.floor(random() * n)] as const;
			});
			const network = networkOf(n, ends);
			const costs = {
				first: ends.map(() => Math.floor(random() * 3)),
				second: ends.map(() => Math.floor(random() * 9)),
				open: Uint8Array.from({ length: 2 * ends.length }, () => (random() < 0.8 ? 1 : 0))
			};
			const best = allPairs(network, costs);
			for (let start = 0; start < n; start++) {
				const paths = search(network, costs, start);
				for (let node = 0; node < n; node++) {
					const [first, second] = best[start][node];
					expect([paths.cost[node], paths.second[node]]).toEqual([first, second]);
					if (first === 0 && second > 0) tied++;
					const way = wayTo(network, paths, node);
					if (!way) continue;
					let at = start;
					let sum = 0;
					for (const direction of way) {
						expect(costs.open[direction]).toBe(1);
						expect(tailOf(network, direction)).toBe(at);
						at = headOf(network, direction);
						sum += costs.second[direction >>> 1];
					}
					expect([at, sum]).toEqual([node, second]);
				}
			}
		}
		expect(tied).toBeGreaterThan(500);
	});
});

function allPairs(network: Network, { first, second, open }: PairCosts): [number, number][][] {
	const n = network.nodeCount;
	const best = Array.from({ length: n }, (_, i) =>
		Array.from({ length: n }, (__, j): [number, number] => (i === j ? [0, 0] : [Infinity, Infinity]))
	);
	const offer = (i: number, j: number, a: number, b: number): void => {
		if (a < best[i][j][0] || (a === best[i][j][0] && b < best[i][j][1])) best[i][j] = [a, b];
	};
	for (let direction = 0; direction < open.length; direction++) {
		if (!open[direction]) continue;
		const edge = direction >>> 1;
		offer(tailOf(network, direction), headOf(network, direction), first[edge], second[edge]);
	}
	for (let k = 0; k < n; k++) {
		for (let i = 0; i < n; i++) {
			for (let j = 0; j < n; j++) {
				offer(i, j, best[i][k][0] + best[k][j][0], best[i][k][1] + best[k][j][1]);
			}
		}
	}
	return best;
}
