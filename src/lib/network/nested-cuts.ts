import { maxFlow } from './max-flow.ts';
import { headOf, tailOf, type Network } from './network.ts';

/** Edges whose closing makes every way meet a wanted number of them. */
export interface NestedCuts {
	/** What was asked for, or the most there is where that cannot be. */
	readonly depth: number;
	/** Sum of the cost of `closed`. */
	readonly cost: number;
	/** Edges to close, in ascending order, those that cost nothing among them. */
	readonly closed: readonly number[];
	/** How many cuts lie on the source's side of each node: 0 at the source, `depth` at the sink. */
	readonly layer: Int32Array;
	/** A way from source to sink that cannot meet more than `depth`, as directions; null where it met what was asked for. */
	readonly limit: readonly number[] | null;
}

/** More than any flow that matters, and small enough that sums stay exact. */
const BOUNDLESS = 2 ** 52;

/**
 * The cheapest edges to close so that every way between `source` and `sink` meets at least `depth` closed
 * edges, each counted whenever it is passed. Ways go along edges in either direction.
 *
 * `cost` is per edge: a whole number, zero or more, whose sum stays below 2^50; `Infinity` where an edge
 * cannot be closed. Where fewer is the most there can be, because a way has too few edges that can be
 * closed, the cheapest for that many is answered. Throws a `RangeError` where `depth` is no whole number
 * from 1, or the ends are one node.
 *
 * The dual is a flow in which each edge carries up to its cost for nothing and more at 1 a unit; it is
 * sent along cheapest paths, a whole level at a time (primal-dual; Ford and Fulkerson 1962), and the
 * levels of the nodes are the nested cuts. `depth + 1` greatest flows.
 */
export function nestedCuts(
	network: Network,
	cost: ArrayLike<number>,
	source: number,
	sink: number,
	depth: number
): NestedCuts {
	if (!Number.isInteger(depth) || depth < 1)
		throw new RangeError(`depth ${depth}, wanted a whole number from 1`);
	if (source === sink) throw new RangeError(`source and sink are both node ${source}, wanted two nodes`);
	const edgeCount = network.edgeFrom.length;
	const layer = new Int32Array(network.nodeCount);
	/** Flow along each edge, from `edgeFrom` to `edgeTo`. */
	const flow = new Float64Array(edgeCount);
	const residual = new Float64Array(2 * edgeCount);

	let limit: number[] | null = null;
	for (;;) {
		raiseLayers(network, cost, flow, layer, source, sink, depth);
		if (layer[sink] >= depth) break;
		fillResidual(network, cost, flow, layer, residual);
		limit = boundlessWay(network, cost, layer, source, sink);
		if (limit) break;
		maxFlow(network, residual, source, sink);
		readFlow(network, cost, flow, layer, residual);
	}

	const closed: number[] = [];
	let sum = 0;
	for (let e = 0; e < edgeCount; e++) {
		if (layer[network.edgeFrom[e]] === layer[network.edgeTo[e]]) continue;
		closed.push(e);
		sum += cost[e];
	}
	return { depth: layer[sink], cost: sum, closed, layer, limit };
}

/** Raises the layers by how far each node now is from the source at the cost of sending one unit more. */
function raiseLayers(
	network: Network,
	cost: ArrayLike<number>,
	flow: Float64Array,
	layer: Int32Array,
	source: number,
	sink: number,
	depth: number
): void {
	const most = depth - layer[sink];
	const away = new Int32Array(network.nodeCount).fill(most);
	const waiting: number[][] = [[source]];
	away[source] = 0;
	for (let far = 0; far < waiting.length; far++) {
		const nodes = waiting[far];
		for (let read = 0; read < nodes.length; read++) {
			const node = nodes[read];
			if (away[node] !== far) continue;
			for (let i = network.adjacentStart[node]; i < network.adjacentStart[node + 1]; i++) {
				const direction = network.adjacent[i];
				const next = headOf(network, direction);
				const along = direction & 1 ? -flow[direction >>> 1] : flow[direction >>> 1];
				const free = cost[direction >>> 1];
				const price = along < -free ? -1 : along < free ? 0 : 1;
				const total = far + price - (layer[next] - layer[node]);
				if (total >= away[next]) continue;
				away[next] = total;
				while (waiting.length <= total) waiting.push([]);
				waiting[total].push(next);
			}
		}
	}
	const raise = Math.min(most, away[sink]);
	for (let v = 0; v < layer.length; v++) layer[v] += Math.min(away[v], raise);
}

/** What may be sent along each direction at the price that its layers ask. */
function fillResidual(
	network: Network,
	cost: ArrayLike<number>,
	flow: Float64Array,
	layer: Int32Array,
	residual: Float64Array
): void {
	for (let e = 0; e < flow.length; e++) {
		const rise = layer[network.edgeTo[e]] - layer[network.edgeFrom[e]];
		const free = Math.min(cost[e], BOUNDLESS);
		residual[2 * e] = rise === 0 ? free - flow[e] : rise > 0 ? BOUNDLESS : -flow[e] - free;
		residual[2 * e + 1] = rise === 0 ? free + flow[e] : rise < 0 ? BOUNDLESS : flow[e] - free;
	}
}

function readFlow(
	network: Network,
	cost: ArrayLike<number>,
	flow: Float64Array,
	layer: Int32Array,
	residual: Float64Array
): void {
	for (let e = 0; e < flow.length; e++) {
		const rise = layer[network.edgeTo[e]] - layer[network.edgeFrom[e]];
		const free = Math.min(cost[e], BOUNDLESS);
		if (rise > 0) flow[e] = residual[2 * e + 1] + free;
		else if (rise < 0) flow[e] = -residual[2 * e] - free;
		else flow[e] = free - residual[2 * e];
	}
}

/** A way to the sink along which any flow may be sent: over edges that are closed already, or cannot be. */
function boundlessWay(
	network: Network,
	cost: ArrayLike<number>,
	layer: Int32Array,
	source: number,
	sink: number
): number[] | null {
	const via = new Int32Array(network.nodeCount).fill(-1);
	const reached = [source];
	for (let read = 0; read < reached.length; read++) {
		const node = reached[read];
		if (node === sink) {
			const way: number[] = [];
			for (let at = sink; at !== source; at = tailOf(network, way[way.length - 1])) way.push(via[at]);
			return way.reverse();
		}
		for (let i = network.adjacentStart[node]; i < network.adjacentStart[node + 1]; i++) {
			const direction = network.adjacent[i];
			const next = headOf(network, direction);
			const rise = layer[next] - layer[node];
			const isBoundless = rise > 0 || (rise === 0 && cost[direction >>> 1] === Infinity);
			if (!isBoundless || next === source || via[next] >= 0) continue;
			via[next] = direction;
			reached.push(next);
		}
	}
	return null;
}
