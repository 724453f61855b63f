import FlatQueue from 'flatqueue';
import { headOf, tailOf, type Network } from '../../network/network.ts';

/** A closed way once round, as directions in the order of travel, and what it costs. */
export interface Round {
	readonly directions: number[];
	readonly cost: number;
}

/**
 * The cheapest closed way that goes once round, counter-clockwise; null where no way does.
 *
 * `network` lies in a belt that was cut open at one place, the gate. `cost` is per edge, above zero or `Infinity`;
 * `gate` per edge is 1 where it passes the gate from its start to its end, -1 where it does so backwards, else 0.
 * Both directions of an edge are open. The way passes the gate once more forwards than backwards; it may pass it
 * at most twice in a row either way. No node is passed twice.
 *
 * Searched on three copies of the belt laid end to end (a lap is a step from one copy to the next), once for each edge
 * at the gate, each search bounded by the best way so far: O(g (m log n)) for g edges at the gate (Dijkstra 1959). A live
 * wire (Mortensen and Barrett 1995) closed on itself.
 */
export function cheapestRound(network: Network, cost: ArrayLike<number>, gate: Int8Array): Round | null {
	const search = new LapSearch(network, cost, gate);
	const starts: number[] = [];
	for (let e = 0; e < gate.length; e++) {
		if (gate[e] !== 0 && cost[e] < Infinity) starts.push(gate[e] > 0 ? 2 * e : 2 * e + 1);
	}
	starts.sort((a, b) => cost[a >>> 1] - cost[b >>> 1] || a - b);
	let best: Round | null = null;
	for (const start of starts) {
		const first = cost[start >>> 1];
		const limit = (best?.cost ?? Infinity) - first;
		const rest = search.way(headOf(network, start), tailOf(network, start), limit);
		if (rest) best = { directions: [start, ...rest.directions], cost: first + rest.cost };
	}
	return best;
}

/** Ways on three laps of the belt; state `lap * nodes + node`, the middle lap is 1. */
class LapSearch {
	private readonly best: Float64Array;
	private readonly via: Int32Array;
	/** Search in which a state was reached last: nothing is cleared in between. */
	private readonly seen: Uint32Array;
	private turn = 0;

	constructor(
		private readonly network: Network,
		private readonly cost: ArrayLike<number>,
		private readonly gate: Int8Array
	) {
		this.best = new Float64Array(3 * network.nodeCount);
		this.via = new Int32Array(3 * network.nodeCount);
		this.seen = new Uint32Array(3 * network.nodeCount);
	}

	/** The cheapest way from `from` to `to` that ends on the lap it began on and costs less than `limit`. */
	way(from: number, to: number, limit: number): Round | null {
		const { network, cost, gate, best, seen } = this;
		const { nodeCount, adjacent, adjacentStart } = network;
		const turn = ++this.turn;
		const queue = new FlatQueue<number>();
		const goal = nodeCount + to;
		this.reach(nodeCount + from, 0, -1);
		queue.push(nodeCount + from, 0);
		while (queue.length > 0) {
			const reached = queue.peekValue() as number;
			const state = queue.pop() as number;
			if (reached > best[state]) continue;
			if (state === goal) return { directions: this.trace(goal), cost: reached };
			const lap = Math.floor(state / nodeCount);
			const node = state - lap * nodeCount;
			for (let i = adjacentStart[node]; i < adjacentStart[node + 1]; i++) {
				const direction = adjacent[i];
				const edge = direction >>> 1;
				const total = reached + cost[edge];
				if (!(total < limit)) continue;
				const nextLap = lap + (direction & 1 ? -gate[edge] : gate[edge]);
				if (nextLap < 0 || nextLap > 2) continue;
				const next = nextLap * nodeCount + headOf(network, direction);
				if (seen[next] === turn && !(total < best[next])) continue;
				this.reach(next, total, direction);
				queue.push(next, total);
			}
		}
		return null;
	}

	private reach(state: number, cost: number, via: number): void {
		this.best[state] = cost;
		this.via[state] = via;
		this.seen[state] = this.turn;
	}

	private trace(goal: number): number[] {
		const { network, gate, via } = this;
		const { nodeCount } = network;
		const directions: number[] = [];
		for (let state = goal; via[state] >= 0;) {
			const direction = via[state];
			directions.push(direction);
			const passed = direction & 1 ? -gate[direction >>> 1] : gate[direction >>> 1];
			const lap = Math.floor(state / nodeCount) - passed;
			state = lap * nodeCount + tailOf(network, direction);
		}
		return directions.reverse();
	}
}
