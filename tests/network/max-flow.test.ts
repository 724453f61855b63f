import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildIncidence } from '../../src/lib/network/incidence.ts';
import { maxFlow } from '../../src/lib/network/max-flow.ts';
import { pushRelabel } from '../../src/lib/network/push-relabel.ts';
import { headOf, tailOf, type Network } from '../../src/lib/network/network.ts';
import { reach } from '../../src/lib/network/reach.ts';

/** [from, to, capacity there, capacity back] */
type Pipe = readonly [number, number, number, number];

function networkOf(nodeCount: number, pipes: readonly Pipe[]): { network: Network; capacity: Float64Array } {
	const edgeFrom = Uint32Array.from(pipes, ([from]) => from);
	const edgeTo = Uint32Array.from(pipes, ([, to]) => to);
	return {
		network: { nodeCount, edgeFrom, edgeTo, ...buildIncidence(nodeCount, edgeFrom, edgeTo) },
		capacity: Float64Array.from(pipes.flatMap(([, , there, back]) => [there, back]))
	};
}

/** The slow way: the cheapest of all cuts. */
function leastCut(nodeCount: number, pipes: readonly Pipe[]): number {
	let least = Infinity;
	for (let side = 0; side < 1 << nodeCount; side++) {
		if (!(side & 1) || side & 2) continue; // node 0 is the source, node 1 the sink
		let sum = 0;
		for (const [from, to, there, back] of pipes) {
			const fromIn = (side >> from) & 1;
			const toIn = (side >> to) & 1;
			if (fromIn && !toIn) sum += there;
			if (toIn && !fromIn) sum += back;
		}
		least = Math.min(least, sum);
	}
	return least;
}

const pipes = (nodeCount: number) =>
	fc.array(
		fc.tuple(
			fc.nat({ max: nodeCount - 1 }),
			fc.nat({ max: nodeCount - 1 }),
			fc.nat({ max: 5 }),
			fc.nat({ max: 5 })
		),
		{ minLength: 6, maxLength: 22 }
	);

describe.each([
	['maxFlow', maxFlow],
	['pushRelabel', pushRelabel]
])('%s', (_, greatestFlow) => {
	test('is as great as the least of all cuts, in small graphs, loops and twin edges included', () => {
		let flowing = 0;
		fc.assert(
			fc.property(pipes(8), (list) => {
				const { network, capacity } = networkOf(8, list);
				const before = capacity.slice();
				const { value, residual } = greatestFlow(network, capacity, 0, 1);
				expect(value).toBe(leastCut(8, list));
				if (value > 0) flowing++;

				// what is left of each pair is what was there, and nothing piles up on the way
				const surplus = new Float64Array(8);
				for (let d = 0; d < before.length; d++) {
					expect(residual[d]).toBeGreaterThanOrEqual(0);
					if (!(d & 1)) expect(residual[d] + residual[d + 1]).toBe(before[d] + before[d + 1]);
					surplus[tailOf(network, d)] -= before[d] - residual[d];
					surplus[headOf(network, d)] += before[d] - residual[d];
				}
				expect([...surplus.subarray(2)].every((sum) => sum === 0)).toBe(true);

				// both nearest cuts, from the source's side and the sink's, are least cuts
				for (const side of [
					reach(network, residual, [0]),
					reach(network, residual, [1], true).map((isOuter) => 1 - isOuter)
				]) {
					let sum = 0;
					for (let d = 0; d < before.length; d++) {
						if (side[tailOf(network, d)] && !side[headOf(network, d)]) sum += before[d];
					}
					expect(sum).toBe(value);
				}
			}),
			{ numRuns: 1000, seed: 11 }
		);
		expect(flowing).toBeGreaterThan(100);
	});

	test('holds whole numbers beyond 2^32', () => {
		const { network, capacity } = networkOf(3, [
			[0, 2, 2 ** 40 + 1, 0],
			[2, 1, 2 ** 41, 0]
		]);
		expect(greatestFlow(network, capacity, 0, 1).value).toBe(2 ** 40 + 1);
	});

	test('refuses one node as both ends', () => {
		const { network, capacity } = networkOf(2, [[0, 1, 1, 1]]);
		expect(() => greatestFlow(network, capacity, 1, 1)).toThrow(RangeError);
	});
});
