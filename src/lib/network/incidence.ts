/** Which edges meet at each node: `adjacentStart` and `adjacent` of a `RoadGraph`. */
export interface Incidence {
	/** Length `nodeCount + 1`. */
	readonly adjacentStart: Uint32Array;
	/** Length twice the number of edges; each entry is `edge << 1 | isReversed`. */
	readonly adjacent: Uint32Array;
}

/**
 * Lists for every node the edges that start or end there, in order of edge number.
 *
 * `isReversed` is 1 at the node an edge leads to. A loop stands twice at its node, first forward. Throws a
 * `RangeError` where an edge names a node that does not exist, or there are 2^31 edges or more.
 */
export function buildIncidence(
	nodeCount: number,
	edgeFrom: ArrayLike<number>,
	edgeTo: ArrayLike<number>
): Incidence {
	const edgeCount = edgeFrom.length;
	if (edgeTo.length !== edgeCount) {
		throw new RangeError(`edgeTo has ${edgeTo.length} entries, wanted ${edgeCount} as edgeFrom`);
	}
	if (edgeCount >= 2 ** 31) throw new RangeError(`${edgeCount} edges, wanted fewer than 2^31`);

	const adjacentStart = new Uint32Array(nodeCount + 1);
	for (let e = 0; e < edgeCount; e++) {
		if (!(edgeFrom[e] < nodeCount && edgeTo[e] < nodeCount)) {
			throw new RangeError(
				`edge ${e} joins nodes ${edgeFrom[e]} and ${edgeTo[e]}, wanted both below ${nodeCount}`
			);
		}
		adjacentStart[edgeFrom[e] + 1]++;
		adjacentStart[edgeTo[e] + 1]++;
	}
	for (let v = 0; v < nodeCount; v++) adjacentStart[v + 1] += adjacentStart[v];

	const adjacent = new Uint32Array(2 * edgeCount);
	const next = adjacentStart.slice(0, nodeCount);
	for (let e = 0; e < edgeCount; e++) {
		adjacent[next[edgeFrom[e]]++] = (e << 1) >>> 0;
		adjacent[next[edgeTo[e]]++] = ((e << 1) | 1) >>> 0;
	}
	return { adjacentStart, adjacent };
}
