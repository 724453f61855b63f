/**
 * Nodes and edges as the searches of this room read them; a `RoadGraph` is one.
 *
 * A *direction* of an edge is `edge << 1 | isReversed`: the entries of `adjacent` at a node are the
 * directions that lead away from it, and `direction ^ 1` is the way back.
 */
export interface Network {
	readonly nodeCount: number;
	readonly edgeFrom: Uint32Array;
	readonly edgeTo: Uint32Array;
	readonly adjacentStart: Uint32Array;
	readonly adjacent: Uint32Array;
}

/** The node that `direction` leads to. */
export function headOf(network: Network, direction: number): number {
	return direction & 1 ? network.edgeFrom[direction >>> 1] : network.edgeTo[direction >>> 1];
}

/** The node that `direction` starts from. */
export function tailOf(network: Network, direction: number): number {
	return direction & 1 ? network.edgeTo[direction >>> 1] : network.edgeFrom[direction >>> 1];
}
