import type { RoadGraph } from './road-graph.ts';

/** A turn restriction of the source: from one way into another over a node. */
export interface WayTurn {
	readonly fromWay: number;
	/** Row of the node in the table of `RoadWays`. */
	readonly viaRef: number;
	readonly toWay: number;
	/** Whether this is the only turn allowed rather than one forbidden. */
	readonly isOnly: boolean;
}

type Edges = Pick<RoadGraph, 'edgeWay' | 'adjacentStart' | 'adjacent'>;

/**
 * `turns` in terms of edges: three numbers each, and whether it is the only one allowed.
 *
 * A turn back into the same way is one for every edge of the way there. A turn is left out where its
 * node is no junction, a way does not touch it, or a way runs through it so that its side is not known.
 */
export function resolveTurns(
	edges: Edges,
	turns: readonly WayTurn[],
	nodeOf: Int32Array
): Pick<RoadGraph, 'restrictions' | 'restrictionOnly'> {
	const rows: number[] = [];
	const only: number[] = [];
	for (const turn of turns) {
		const via = nodeOf[turn.viaRef] ?? -1;
		if (via < 0) continue;
		const ins = edgesOfWay(edges, via, turn.fromWay);
		const outs = edgesOfWay(edges, via, turn.toWay);
		if (turn.fromWay === turn.toWay) for (const edge of ins) add(edge, via, edge, turn.isOnly);
		else if (ins.length === 1 && outs.length === 1) add(ins[0], via, outs[0], turn.isOnly);
	}
	return { restrictions: Uint32Array.from(rows), restrictionOnly: Uint8Array.from(only) };

	function add(edgeIn: number, via: number, edgeOut: number, isOnly: boolean): void {
		rows.push(edgeIn, via, edgeOut);
		only.push(isOnly ? 1 : 0);
	}
}

function edgesOfWay(edges: Edges, node: number, way: number): number[] {
	const found: number[] = [];
	for (let i = edges.adjacentStart[node]; i < edges.adjacentStart[node + 1]; i++) {
		const edge = edges.adjacent[i] >>> 1;
		if (edges.edgeWay[edge] === way && !found.includes(edge)) found.push(edge);
	}
	return found;
}
