import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cheapestRound } from '../../../src/lib/analysis/ring-aid/cheapest-round.ts';
import { buildIncidence } from '../../../src/lib/network/incidence.ts';
import { headOf, tailOf, type Network } from '../../../src/lib/network/network.ts';

interface Ground {
	network: Network;
	cost: number[];
	gate: Int8Array;
}

function ground(nodeCount: number, edges: readonly (readonly [number, number, number, number?])[]): Ground {
	const edgeFrom = edges.map(([from]) => from);
	const edgeTo = edges.map(([, to]) => to);
	return {
		network: {
			nodeCount,
			edgeFrom: Uint32Array.from(edgeFrom),
			edgeTo: Uint32Array.from(edgeTo),
			...buildIncidence(nodeCount, edgeFrom, edgeTo)
		},
		cost: edges.map(([, , cost]) => cost),
		gate: Int8Array.from(edges, ([, , , gate]) => gate ?? 0)
	};
}

/** Every simple closed way, tried one by one; the cost of the cheapest that passes the gate once more forwards than backwards. */
function bruteForce({ network, cost, gate }: Ground): number {
	let best = Infinity;
	const visited = new Uint8Array(network.nodeCount);
	const walk = (start: number, node: number, spent: number, passed: number, first: number): void => {
		for (let i = network.adjacentStart[node]; i < network.adjacentStart[node + 1]; i++) {
			const direction = network.adjacent[i];
			const edge = direction >>> 1;
			const next = headOf(network, direction);
			const total = spent + cost[edge];
			const now = passed + (direction & 1 ? -gate[edge] : gate[edge]);
			// going back along the edge just taken is no way round
			if (next === start && edge !== first) {
				if (now === 1 && total < best) best = total;
				continue;
			}
			if (next === start || visited[next]) continue;
			visited[next] = 1;
			walk(start, next, total, now, first < 0 ? edge : first);
			visited[next] = 0;
		}
	};
	for (let v = 0; v < network.nodeCount; v++) {
		visited.fill(0);
		visited[v] = 1;
		walk(v, v, 0, 0, -1);
	}
	return best;
}

/** A wheel with `spokes` sectors and `lanes` lanes; the last side of each lane passes the gate, some lanes swap there. */
const wheels = fc
	.record({
		spokes: fc.integer({ min: 3, max: 4 }),
		lanes: fc.integer({ min: 2, max: 3 }),
		costs: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 40, maxLength: 40 }),
		gone: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
		turned: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 })
	})
	.map(({ spokes, lanes, costs, gone, turned }) => {
		const edges: [number, number, number, number][] = [];
		const at = (spoke: number, lane: number): number => (spoke % spokes) * lanes + lane;
		let k = 0;
		const add = (a: number, b: number, gate: number): void => {
			const i = k++ % 40;
			if (gone[i] && costs[i] > 4) return;
			if (turned[i]) edges.push([b, a, costs[i], gate === 0 ? 0 : -gate]);
			else edges.push([a, b, costs[i], gate]);
		};
		for (let s = 0; s < spokes; s++) {
			for (let l = 0; l < lanes; l++) {
				add(at(s, l), at(s + 1, l), s === spokes - 1 ? 1 : 0);
				if (l + 1 < lanes) {
					add(at(s, l), at(s, l + 1), 0);
					// from lane to lane across the gate, and along it
					add(at(s, l), at(s + 1, l + 1), s === spokes - 1 ? 1 : 0);
				}
			}
		}
		return ground(spokes * lanes, edges);
	});

describe('the cheapest way round', () => {
	test('costs what the best of all simple ways round costs', () => {
		let found = 0;
		let crooked = 0;
		fc.assert(
			fc.property(wheels, (wheel) => {
				const round = cheapestRound(wheel.network, wheel.cost, wheel.gate);
				expect(round?.cost ?? Infinity).toBe(bruteForce(wheel));
				if (!round) return;
				found++;
				if (round.directions.length !== 3 && round.directions.length !== 4) crooked++;
			}),
			{ numRuns: 300, seed: 7 }
		);
		expect(found).toBeGreaterThan(200);
		expect(crooked).toBeGreaterThan(30);
	});

	test('hangs together, comes home, passes the gate once and no place twice', () => {
		fc.assert(
			fc.property(wheels, ({ network, cost, gate }) => {
				const round = cheapestRound(network, cost, gate);
				if (!round) return;
				const { directions } = round;
				directions.forEach((direction, i) => {
					const next = directions[(i + 1) % directions.length];
					expect(headOf(network, direction)).toBe(tailOf(network, next));
				});
				const passed = directions.map((d) => (d & 1 ? -gate[d >>> 1] : gate[d >>> 1]));
				expect(passed.reduce((a, b) => a + b, 0)).toBe(1);
				const places = directions.map((direction) => tailOf(network, direction));
				expect(new Set(places).size).toBe(places.length);
				expect(directions.reduce((sum, d) => sum + cost[d >>> 1], 0)).toBe(round.cost);
			}),
			{ numRuns: 200, seed: 8 }
		);
	});

	test('passes the gate backwards and forwards again where that is the only way round', () => {
		// the way in lies beyond the gate: over it, back over it, and over it for good
		const s = ground(6, [
			[0, 1, 1, 1],
			[1, 2, 1, -1],
			[2, 3, 1, 1],
			[3, 4, 1],
			[4, 5, 1],
			[5, 0, 1]
		]);
		expect(cheapestRound(s.network, s.cost, s.gate)?.cost).toBe(6);
	});

	test('is none where no way goes round, and none over what is shut', () => {
		const line = ground(3, [
			[0, 1, 1],
			[1, 2, 1, 1]
		]);
		expect(cheapestRound(line.network, line.cost, line.gate)).toBeNull();
		const shut = ground(3, [
			[0, 1, 1],
			[1, 2, 1],
			[2, 0, Infinity, 1]
		]);
		expect(cheapestRound(shut.network, shut.cost, shut.gate)).toBeNull();
	});
});
