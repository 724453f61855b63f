import type { Flow } from './max-flow.ts';
import { headOf, type Network } from './network.ts';

/** Work between two sightings of the exact distances, in nodes looked at per node and direction of the network. */
const SIGHTING_SHARE = 0.5;
/** What raising a node costs beside its directions. */
const RAISE_WORK = 12;

/**
 * A greatest flow from `source` to `sink`, as `maxFlow` and by the same rules, for whole graphs: there
 * it is many times faster, in the narrow band of a ring it is not.
 *
 * Push and relabel, the highest node first (Goldberg and Tarjan 1988), with exact distances from time
 * to time and with gaps (Cherkassky and Goldberg 1997). What cannot reach the sink flows back to the source,
 * so `residual` is that of a flow. Throws a `RangeError` where source and sink are one node.
 */
export function pushRelabel(network: Network, residual: Float64Array, source: number, sink: number): Flow {
	if (source === sink) throw new RangeError(`source and sink are both node ${source}, wanted two nodes`);
	return { value: new Preflow(network, residual, source, sink).drain(), residual };
}

/** Nodes by height, in lists: who waits with surplus, and everyone, so that a gap is seen at once. */
class Preflow {
	private readonly nodeCount: number;
	private readonly height: Int32Array;
	private readonly surplus: Float64Array;
	/** The place in `adjacent` that each node goes on from. */
	private readonly next: Uint32Array;
	/** First waiting node of each height, and the one after each; -1 where there is none. */
	private readonly waitingAt: Int32Array;
	private readonly waitsBefore: Int32Array;
	/** The same of all nodes, both ways. */
	private readonly firstAt: Int32Array;
	private readonly after: Int32Array;
	private readonly before: Int32Array;
	private readonly queue: Int32Array;
	/** No node waits above this height. */
	private highest = 0;
	/** No node below `nodeCount` stands above this height. */
	private tallest = 0;
	private work = 0;
	private readonly sightingWork: number;

	constructor(
		private readonly network: Network,
		private readonly residual: Float64Array,
		private readonly source: number,
		private readonly sink: number
	) {
		const n = (this.nodeCount = network.nodeCount);
		this.height = new Int32Array(n);
		this.surplus = new Float64Array(n);
		this.next = new Uint32Array(n);
		this.waitingAt = new Int32Array(2 * n + 1);
		this.waitsBefore = new Int32Array(n);
		this.firstAt = new Int32Array(2 * n + 1);
		this.after = new Int32Array(n);
		this.before = new Int32Array(n);
		this.queue = new Int32Array(n);
		this.sightingWork = SIGHTING_SHARE * (RAISE_WORK * n + network.adjacent.length);
	}

	/** Lets all that the source can give run; what arrives at the sink. */
	drain(): number {
		const { adjacentStart, adjacent } = this.network;
		for (let i = adjacentStart[this.source]; i < adjacentStart[this.source + 1]; i++) {
			const direction = adjacent[i];
			const amount = this.residual[direction];
			if (amount > 0 && headOf(this.network, direction) !== this.source)
				this.push(direction, this.source, amount);
		}
		this.sight();
		while (this.highest >= 0) {
			const node = this.waitingAt[this.highest];
			if (node < 0) {
				this.highest--;
				continue;
			}
			this.waitingAt[this.highest] = this.waitsBefore[node];
			this.discharge(node);
			if (this.work > this.sightingWork) this.sight();
		}
		return this.surplus[this.sink];
	}

	private push(direction: number, from: number, amount: number): void {
		const to = headOf(this.network, direction);
		this.residual[direction] -= amount;
		this.residual[direction ^ 1] += amount;
		this.surplus[from] -= amount;
		this.surplus[to] += amount;
	}

	private discharge(node: number): void {
		const { network, residual, height, surplus, next } = this;
		const end = network.adjacentStart[node + 1];
		for (;;) {
			let i = next[node];
			for (; i < end; i++) {
				const direction = network.adjacent[i];
				if (residual[direction] === 0) continue;
				const to = headOf(network, direction);
				if (height[node] !== height[to] + 1) continue;
				const waits = surplus[to] > 0 || to === this.source || to === this.sink;
				this.push(direction, node, Math.min(surplus[node], residual[direction]));
				if (!waits) this.wait(to);
				if (surplus[node] === 0) break;
			}
			next[node] = i;
			if (i < end) return;
			this.raise(node);
			if (height[node] > this.nodeCount && surplus[node] > 0) {
				// it only flows back: others that can still reach the sink go first
				this.wait(node);
				return;
			}
		}
	}

	/** Lifts a node that cannot push to just above its lowest neighbour. */
	private raise(node: number): void {
		const { network, residual, height, nodeCount } = this;
		const was = height[node];
		this.leave(node);
		if (was < nodeCount && this.firstAt[was] < 0) {
			this.closeGap(was);
			this.join(node, nodeCount + 1);
			this.next[node] = network.adjacentStart[node];
			return;
		}
		let least = 2 * nodeCount - 1;
		let at = network.adjacentStart[node];
		for (let i = network.adjacentStart[node]; i < network.adjacentStart[node + 1]; i++) {
			const direction = network.adjacent[i];
			const other = height[headOf(network, direction)];
			if (residual[direction] > 0 && other < least) {
				least = other;
				at = i;
			}
		}
		this.work += RAISE_WORK + network.adjacentStart[node + 1] - network.adjacentStart[node];
		this.next[node] = at;
		this.join(node, least + 1);
	}

	/** Nobody stands at `level` any more: who stands above it can reach the sink no longer. */
	private closeGap(level: number): void {
		const beyond = this.nodeCount + 1;
		for (let h = level + 1; h <= this.tallest; h++) {
			this.waitingAt[h] = -1;
			for (let node = this.firstAt[h]; node >= 0;) {
				const following = this.after[node];
				this.join(node, beyond);
				this.next[node] = this.network.adjacentStart[node];
				if (this.surplus[node] > 0) this.wait(node);
				node = following;
			}
			this.firstAt[h] = -1;
		}
		this.tallest = level - 1;
	}

	/** Sets all heights to the exact distances: to the sink, or else back to the source. */
	private sight(): void {
		const { network, height, nodeCount, source, sink } = this;
		this.work = 0;
		this.highest = -1;
		this.tallest = 0;
		this.waitingAt.fill(-1);
		this.firstAt.fill(-1);
		height.fill(2 * nodeCount);
		this.next.set(network.adjacentStart.subarray(0, nodeCount));
		height[source] = nodeCount;
		height[sink] = 0;
		this.sightFrom(sink);
		this.sightFrom(source);
	}

	private sightFrom(goal: number): void {
		const { network, residual, height, queue, nodeCount } = this;
		queue[0] = goal;
		let filled = 1;
		for (let read = 0; read < filled; read++) {
			const node = queue[read];
			for (let i = network.adjacentStart[node]; i < network.adjacentStart[node + 1]; i++) {
				const away = network.adjacent[i];
				const other = headOf(network, away);
				if (height[other] < 2 * nodeCount || residual[away ^ 1] === 0) continue;
				this.join(other, height[node] + 1);
				if (this.surplus[other] > 0) this.wait(other);
				queue[filled++] = other;
			}
		}
	}

	private wait(node: number): void {
		const height = this.height[node];
		this.waitsBefore[node] = this.waitingAt[height];
		this.waitingAt[height] = node;
		if (height > this.highest) this.highest = height;
	}

	private join(node: number, height: number): void {
		const first = this.firstAt[height];
		this.height[node] = height;
		this.before[node] = -1;
		this.after[node] = first;
		if (first >= 0) this.before[first] = node;
		this.firstAt[height] = node;
		if (height < this.nodeCount && height > this.tallest) this.tallest = height;
	}

	private leave(node: number): void {
		const before = this.before[node];
		const after = this.after[node];
		if (before >= 0) this.after[before] = after;
		else this.firstAt[this.height[node]] = after;
		if (after >= 0) this.before[after] = before;
	}
}
