import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { buildIncidence } from '../../src/lib/network/incidence.ts';
import { maxFlow } from '../../src/lib/network/max-flow.ts';
import { nestedCuts } from '../../src/lib/network/nested-cuts.ts';
import type { Network } from '../../src/lib/network/network.ts';
import { seededRandom } from '../bench/synthetic-city.ts';

function networkOf(nodeCount: number, edges: readonly (readonly [number, number])[]): Network {
	const edgeFrom = Uint32Array.from(edges, ([from]) => from);
	const edgeTo = Uint32Array.from(edges, ([, to]) => to);
	return { nodeCount, edgeFrom, edgeTo, ...buildIncidence(nodeCount, edgeFrom, edgeTo) };
}

/** Fewest closed edges on any way from 0 to 1; Infinity where none leads there. */
function fewestClosed(network: Network, isClosed: (edge: number) => boolean): number {
	const best = new Array<number>(network.nodeCount).fill(Infinity);
	best[0] = 0;
	for (let round = 0; round < network.nodeCount; round++) {
		for (let e = 0; e < network.edgeFrom.length; e++) {
			const step = isClosed(e) ? 1 : 0;
			const [a, b] = [network.edgeFrom[e], network.edgeTo[e]];
			best[b] = Math.min(best[b], best[a] + step);
			best[a] = Math.min(best[a], best[b] + step);
		}
	}
	return best[1];
}

/** The least cost of any set of edges that every way meets `depth` times; Infinity where none does. */
function byHand(network: Network, cost: readonly number[], depth: number): number {
	let least = Infinity;
	const edgeCount = network.edgeFrom.length;
	for (let set = 0; set < 1 << edgeCount; set++) {
		let sum = 0;
		for (let e = 0; e < edgeCount; e++) if (set & (1 << e)) sum += cost[e];
		if (sum < least && fewestClosed(network, (e) => (set & (1 << e)) !== 0) >= depth) least = sum;
	}
	return least;
}

function randomCase(random: () => number): { network: Network; cost: number[] } {
	const nodeCount = 4 + Math.floor(random() * 4);
	const edgeCount = nodeCount + Math.floor(random() * 4);
	const edges = Array.from({ length: edgeCount }, (): [number, number] => {
		const a = Math.floor(random() * nodeCount);
		return [a, (a + 1 + Math.floor(random() * (nodeCount - 1))) % nodeCount];
	});
	const cost = edges.map(() => (random() < 0.12 ? Infinity : Math.floor(random() * 5)));
	return { network: networkOf(nodeCount, edges), cost };
}

describe('nestedCuts', () => {
	test('is as cheap as the best of all sets of edges', () => {
		const random = seededRandom(3);
		const met = { reached: 0, deep: 0, limited: 0 };
		for (let run = 0; run < 260; run++) {
			const { network, cost } = randomCase(random);
			for (const depth of [1, 2, 3]) {
				const answer = nestedCuts(network, cost, 0, 1, depth);
				const closed = new Set(answer.closed);
				expect(fewestClosed(network, (e) => closed.has(e))).toBeGreaterThanOrEqual(answer.depth);
				expect(answer.cost).toBe([...closed].reduce((sum, e) => sum + cost[e], 0));
				if (answer.depth > 0) expect(answer.cost).toBe(byHand(network, cost, answer.depth));
				if (answer.limit) {
					met.limited++;
					expect(answer.depth).toBeLessThan(depth);
					expect(byHand(network, cost, answer.depth + 1)).toBe(Infinity);
				} else {
					met.reached++;
					if (depth > 1 && answer.cost > 0) met.deep++;
					expect(answer.depth).toBe(depth);
				}
			}
		}
		expect(met.limited).toBeGreaterThan(70);
		expect(met.deep).toBeGreaterThan(70);
	});

	test('of depth one is the minimum cut', () => {
		const random = seededRandom(11);
		for (let run = 0; run < 40; run++) {
			const nodeCount = 40;
			const edges = Array.from({ length: 110 }, (): [number, number] => {
				const a = Math.floor(random() * nodeCount);
				return [a, (a + 1 + Math.floor(random() * 12)) % nodeCount];
			});
			const cost = edges.map(() => 1 + Math.floor(random() * 9));
			const network = networkOf(nodeCount, edges);
			const residual = Float64Array.from({ length: 220 }, (_, d) => cost[d >>> 1]);
			expect(nestedCuts(network, cost, 0, 1, 1).cost).toBe(maxFlow(network, residual, 0, 1).value);
		}
	});

	test('names a way that has too few edges to close', () => {
		const network = networkOf(4, [
			[0, 2],
			[2, 1],
			[0, 3],
			[3, 1]
		]);
		const answer = nestedCuts(network, [1, 1, 1, Infinity], 0, 1, 2);
		expect(answer).toMatchObject({ depth: 1, cost: 2 });
		expect(answer.limit).toEqual([4, 6]);
	});

	test('costs nothing where no way leads there', () => {
		const network = networkOf(3, [[0, 2]]);
		expect(nestedCuts(network, [1], 0, 1, 3)).toMatchObject({ depth: 3, cost: 0, closed: [], limit: null });
	});

	test('refuses what is no depth, and ends that are one', () => {
		const network = networkOf(2, [[0, 1]]);
		expect(() => nestedCuts(network, [1], 0, 1, 0)).toThrow(RangeError);
		expect(() => nestedCuts(network, [1], 0, 1, 1.5)).toThrow('1.5');
		expect(() => nestedCuts(network, [1], 1, 1, 1)).toThrow(RangeError);
	});

	test('equals the optimum of the linear program', (context) => {
		const has = spawnSync('python3', ['-c', 'from scipy.optimize import linprog']).status === 0;
		if (!has) {
			process.stderr.write('skipped: python3 has no scipy\n');
			context.skip();
		}
		const random = seededRandom(23);
		const cases = Array.from({ length: 12 }, () => {
			const side = 5;
			const edges: [number, number][] = [];
			for (let v = 0; v < side * side; v++) {
				if ((v % side) + 1 < side) edges.push([v, v + 1]);
				if (v + side < side * side) edges.push([v, v + side]);
			}
			const order = [0, side * side - 1, ...Array.from({ length: side * side - 2 }, (_, i) => i + 1)];
			const renamed = edges.map(([a, b]): [number, number] => [order.indexOf(a), order.indexOf(b)]);
			return {
				nodes: side * side,
				edges: renamed,
				cost: edges.map(() => Math.floor(random() * 9)),
				depth: 3
			};
		});
		for (let run = 0; run < 150; run++) {
			const nodes = 16;
			const edges = Array.from({ length: 30 }, (): [number, number] => {
				const a = Math.floor(random() * nodes);
				return [a, (a + 1 + Math.floor(random() * (nodes - 1))) % nodes];
			});
			const cost = edges.map(() => Math.floor(random() * 9));
			cases.push({ nodes, edges, cost, depth: 1 + (run % 3) });
		}
		const { stdout } = spawnSync('python3', ['-c', LINEAR_PROGRAM], { input: JSON.stringify(cases) });
		const optima = JSON.parse(stdout.toString()) as (number | null)[];
		let reached = 0;
		cases.forEach(({ nodes, edges, cost, depth }, i) => {
			const answer = nestedCuts(networkOf(nodes, edges), cost, 0, 1, depth);
			expect(answer.limit !== null).toBe(optima[i] === null);
			if (answer.limit) return;
			reached++;
			expect(answer.cost).toBeCloseTo(optima[i] as number, 6);
		});
		expect(reached).toBeGreaterThan(100);
	});
});

const LINEAR_PROGRAM = `
import json, sys
from scipy.optimize import linprog
out = []
for case in json.load(sys.stdin):
    n, edges = case['nodes'], case['edges']
    m = len(edges)
    c = [0] * n + case['cost']
    A, b = [], []
    for i, (u, v) in enumerate(edges):
        for s in (1, -1):
            row = [0] * (n + m)
            row[v], row[u], row[n + i] = s, -s, -1
            A.append(row); b.append(0)
    bounds = [(0, 0), (case['depth'], case['depth'])] + [(None, None)] * (n - 2) + [(0, 1)] * m
    out.append(linprog(c, A_ub=A, b_ub=b, bounds=bounds).fun)
print(json.dumps(out))
`;
