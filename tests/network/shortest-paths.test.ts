import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildIncidence } from '../../src/lib/network/incidence.ts';
import { headOf, tailOf, type Network } from '../../src/lib/network/network.ts';
import { reach } from '../../src/lib/network/reach.ts';
import { shortestPaths, wayTo } from '../../src/lib/network/shortest-paths.ts';

const NODES = 9;

function networkOf(list: readonly (readonly number[])[]): { network: Network; cost: Float64Array } {
	const edgeFrom = Uint32Array.from(list, ([from]) => from);
	const edgeTo = Uint32Array.from(list, ([, to]) => to);
	return {
		network: { nodeCount: NODES, edgeFrom, edgeTo, ...buildIncidence(NODES, edgeFrom, edgeTo) },
		cost: Float64Array.from(
			list.flatMap(([, , there, back]) => [there, back]),
			(c) => (c > 20 ? Infinity : c)
		)
	};
}

/** All pairs, the slow way (Floyd and Warshall 1962). */
function allPairs(network: Network, cost: Float64Array): number[][] {
	const best = Array.from({ length: NODES }, (_, i) =>
		Array.from({ length: NODES }, (__, j) => (i === j ? 0 : Infinity))
	);
	for (let d = 0; d < cost.length; d++) {
		const [from, to] = [tailOf(network, d), headOf(network, d)];
		best[from][to] = Math.min(best[from][to], cost[d]);
	}
	for (let k = 0; k < NODES; k++) {
		for (let i = 0; i < NODES; i++) {
			for (let j = 0; j < NODES; j++) best[i][j] = Math.min(best[i][j], best[i][k] + best[k][j]);
		}
	}
	return best;
}

const roads = fc.array(
	fc.tuple(
		fc.nat({ max: NODES - 1 }),
		fc.nat({ max: NODES - 1 }),
		fc.nat({ max: 25 }), // above 20 is closed
		fc.nat({ max: 25 })
	),
	{ maxLength: 26 }
);

describe('shortestPaths', () => {
	test('agrees with all pairs worked out the slow way, forwards and backwards, from several starts', () => {
		fc.assert(
			fc.property(
				roads,
				fc.uniqueArray(fc.nat({ max: NODES - 1 }), { minLength: 1, maxLength: 3 }),
				(list, starts) => {
					const { network, cost } = networkOf(list);
					const best = allPairs(network, cost);
					const out = shortestPaths(network, cost, starts);
					const back = shortestPaths(network, cost, starts, { against: true });
					for (let v = 0; v < NODES; v++) {
						expect(out.cost[v]).toBe(Math.min(...starts.map((s) => best[s][v])));
						expect(back.cost[v]).toBe(Math.min(...starts.map((s) => best[v][s])));
						for (const [paths, against] of [
							[out, false],
							[back, true]
						] as const) {
							const way = wayTo(network, paths, v, against);
							if (paths.cost[v] === Infinity) expect(way).toBeNull();
							else {
								expect((way as number[]).reduce((sum, d) => sum + cost[d], 0)).toBe(paths.cost[v]);
								(way as number[]).slice(1).forEach((d, i) => {
									expect(tailOf(network, d)).toBe(headOf(network, (way as number[])[i]));
								});
							}
						}
					}
					const open = cost.map((c) => (c < Infinity ? 1 : 0));
					expect([...reach(network, open, starts)]).toEqual([...out.cost].map((c) => (c < Infinity ? 1 : 0)));
				}
			),
			{ numRuns: 200, seed: 3 }
		);
	});

	//  0 ──1── 1 ──1── 2 ──1── 3
	const line = networkOf([
		[0, 1, 1, 1],
		[1, 2, 1, 1],
		[2, 3, 1, 1]
	]);

	test('does not settle what is beyond the limit', () => {
		expect([...shortestPaths(line.network, line.cost, [0], { limit: 2 }).cost].slice(0, 4)).toEqual([
			0,
			1,
			2,
			Infinity
		]);
	});

	test('does not pass a stop, but leaves a start that is one', () => {
		const stopAt = Uint8Array.from([1, 1, 0, 0, 0, 0, 0, 0, 0]);
		expect([...shortestPaths(line.network, line.cost, [0], { stopAt }).cost].slice(0, 4)).toEqual([
			0,
			1,
			Infinity,
			Infinity
		]);
	});

	test('begins with what a start has cost already', () => {
		const { cost } = shortestPaths(line.network, line.cost, [0, 3], { startCost: [0, 5] });
		expect([...cost].slice(0, 4)).toEqual([0, 1, 2, 3]);
	});
});
