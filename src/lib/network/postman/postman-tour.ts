import type { Network } from '../network.ts';
import { headOf, tailOf } from '../network.ts';
import { NodeSets } from '../node-sets.ts';
import { shortestPaths, wayTo } from '../shortest-paths.ts';
import { eulerCircuit } from './euler-circuit.ts';
import { perfectMatching, type Matching } from './perfect-matching.ts';
import type { WayTable } from './way-table.ts';

/** A closed walk through a network that drives every street wanted. */
export interface PostmanTour {
	/** Directions in order of travel; the last leads to where the first begins. */
	readonly directions: Int32Array;
	/** 1 where a direction is driven only to get on: its street is not wanted, or was driven before. */
	readonly isDeadhead: Uint8Array;
	/** Cost of the whole walk, and of every street wanted once. */
	readonly cost: number;
	readonly streetCost: number;
	/** No closed walk over the same network that drives all streets wanted costs less. */
	readonly bound: number;
}

/** Pairs a number of points of which all costs between two are given, as `perfectMatching` does. */
export type Pairing = (count: number, cost: Float64Array) => Matching;

/**
 * The cheapest closed walk that drives each of `streets` (edges, each once) at least once, either way.
 *
 * Odd nodes are paired at least cost (Edmonds and Johnson 1973, "Matching, Euler tours and the Chinese
 * postman"). Proven cheapest where the streets hang together and the pairing is proven; where they do not,
 * the parts are first linked by shortest ways, nearest first (Frederickson 1979, at most half over the
 * cheapest), and `bound` is the cost of streets and pairing without links. Yields now and then, so that a
 * thread can breathe. `pair` may be quicker than sure. Throws a `RangeError` where no way links two streets; no streets make an empty walk.
 */
export function* postmanTour(
	ways: WayTable,
	streets: ArrayLike<number>,
	pair: Pairing = perfectMatching
): Generator<void, PostmanTour, undefined> {
	const { network, edgeCost } = ways;
	const copies = new Int32Array(edgeCost.length);
	let streetCost = 0;
	for (let i = 0; i < streets.length; i++) {
		if (copies[streets[i]]++ > 0) throw new RangeError(`street ${streets[i]} is wanted twice`);
		streetCost += edgeCost[streets[i]];
	}
	if (streets.length === 0) {
		return {
			directions: new Int32Array(0),
			isDeadhead: new Uint8Array(0),
			cost: 0,
			streetCost: 0,
			bound: 0
		};
	}
	const isStreet = Uint8Array.from(copies);

	const alone = oddNodes(network, copies);
	const isLinked = yield* linkParts(ways, copies, streets);
	const odd = isLinked ? oddNodes(network, copies) : alone;
	const pairing = yield* pairOdd(ways, odd, pair);
	const bound = isLinked ? (yield* pairOdd(ways, alone, pair)).bound : pairing.bound;
	for (let i = 0; i < odd.length; i++) {
		if (pairing.mate[i] < i) continue;
		for (const direction of ways.way(odd[i], odd[pairing.mate[i]])) copies[direction >> 1]++;
	}
	dropPairs(network, edgeCost, copies, isStreet, streets[0]);

	const directions = Int32Array.from(eulerCircuit(network, copies, network.edgeFrom[streets[0]]));
	const isDriven = new Uint8Array(edgeCost.length);
	const isDeadhead = new Uint8Array(directions.length);
	let cost = 0;
	for (let i = 0; i < directions.length; i++) {
		const edge = directions[i] >> 1;
		cost += edgeCost[edge];
		isDeadhead[i] = isStreet[edge] === 1 && isDriven[edge] === 0 ? 0 : 1;
		isDriven[edge] = 1;
	}
	return { directions, isDeadhead, cost, streetCost, bound: Math.min(cost, streetCost + bound) };
}

function oddNodes(network: Network, copies: Int32Array): number[] {
	const isOdd = new Uint8Array(network.nodeCount);
	for (let e = 0; e < copies.length; e++) {
		if (copies[e] % 2 === 0) continue;
		isOdd[network.edgeFrom[e]] ^= 1;
		isOdd[network.edgeTo[e]] ^= 1;
	}
	const odd: number[] = [];
	for (let v = 0; v < isOdd.length; v++) if (isOdd[v]) odd.push(v);
	return odd;
}

function* pairOdd(
	ways: WayTable,
	odd: readonly number[],
	pair: Pairing
): Generator<void, Matching, undefined> {
	const n = odd.length;
	const cost = new Float64Array(n * n);
	for (let i = 0; i < n; i++) {
		const row = ways.costsFrom(odd[i]);
		for (let j = 0; j < n; j++) cost[i * n + j] = row[odd[j]];
		if (i % 16 === 15) yield;
	}
	// two searches may add the same edges up in another order
	for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) cost[i * n + j] = cost[j * n + i];
	return pair(n, cost);
}

/** Links the parts that the streets fall into by adding ways to `copies`; false where they are one. */
function* linkParts(
	ways: WayTable,
	copies: Int32Array,
	streets: ArrayLike<number>
): Generator<void, boolean, undefined> {
	const { network } = ways;
	const sets = new NodeSets(network.nodeCount);
	for (let i = 0; i < streets.length; i++) {
		sets.join(network.edgeFrom[streets[i]], network.edgeTo[streets[i]]);
	}
	const nodesOf = new Map<number, Set<number>>();
	for (let i = 0; i < streets.length; i++) {
		for (const node of [network.edgeFrom[streets[i]], network.edgeTo[streets[i]]]) {
			const part = sets.find(node);
			const nodes = nodesOf.get(part) ?? new Set();
			nodesOf.set(part, nodes.add(node));
		}
	}
	if (nodesOf.size < 2) return false;

	const isTarget = new Uint8Array(network.nodeCount);
	for (const nodes of nodesOf.values()) for (const node of nodes) isTarget[node] = 1;
	const linked = new Set<number>();
	const take = (part: number): void => {
		for (const node of nodesOf.get(part) ?? []) {
			linked.add(node);
			isTarget[node] = 0;
		}
		nodesOf.delete(part);
	};
	take(sets.find(network.edgeFrom[streets[0]]));
	while (nodesOf.size > 0) {
		yield;
		const paths = shortestPaths(network, ways.cost, [...linked], { stopAt: isTarget });
		let nearest = -1;
		for (let v = 0; v < isTarget.length; v++) {
			if (isTarget[v] && (nearest < 0 || paths.cost[v] < paths.cost[nearest])) nearest = v;
		}
		const way = wayTo(network, paths, nearest);
		if (!way) throw new RangeError(`no way leads to the streets at node ${nearest}`);
		for (const direction of way) {
			copies[direction >> 1]++;
			linked.add(tailOf(network, direction)).add(headOf(network, direction));
		}
		take(sets.find(nearest));
	}
	return true;
}

/** Takes two copies of an edge away as often as all copies still hang together without them. */
function dropPairs(
	network: Network,
	edgeCost: Float64Array,
	copies: Int32Array,
	isStreet: Uint8Array,
	first: number
): void {
	for (let e = 0; e < copies.length; e++) while (copies[e] > 2) copies[e] -= 2;
	const doubled: number[] = [];
	for (let e = 0; e < copies.length; e++) if (copies[e] === 2 && !isStreet[e]) doubled.push(e);
	doubled.sort((a, b) => edgeCost[b] - edgeCost[a] || a - b);
	for (const e of doubled) {
		copies[e] = 0;
		if (!hangTogether(network, copies, first)) copies[e] = 2;
	}
}

function hangTogether(network: Network, copies: Int32Array, first: number): boolean {
	const sets = new NodeSets(network.nodeCount);
	for (let e = 0; e < copies.length; e++)
		if (copies[e] > 0) sets.join(network.edgeFrom[e], network.edgeTo[e]);
	const root = sets.find(network.edgeFrom[first]);
	for (let e = 0; e < copies.length; e++) {
		if (copies[e] > 0 && sets.find(network.edgeFrom[e]) !== root) return false;
	}
	return true;
}
