import type { RoadGraph } from '../road-graph.ts';

/** Compass degrees (0 is north, 90 east) of every direction where it leaves its tail and where it reaches its head. */
export interface EdgeBearings {
	readonly leavingDeg: Float32Array;
	readonly reachingDeg: Float32Array;
}

/** Bearings of the first and the last stretch of each edge that has length, both ways; 0 for an edge with none. */
export function edgeBearings(graph: RoadGraph): EdgeBearings {
	const { edgeCount, shapeStart, shapeLng: x, shapeLat: y } = graph;
	const leavingDeg = new Float32Array(2 * edgeCount);
	const reachingDeg = new Float32Array(2 * edgeCount);
	for (let e = 0; e < edgeCount; e++) {
		const first = shapeStart[e];
		const last = shapeStart[e + 1] - 1;
		let i = first + 1;
		while (i < last && x[i] === x[first] && y[i] === y[first]) i++;
		let j = last - 1;
		while (j > first && x[j] === x[last] && y[j] === y[last]) j--;
		const narrows = Math.cos((y[first] * 1e-7 * Math.PI) / 180);
		leavingDeg[2 * e] = bearing((x[i] - x[first]) * narrows, y[i] - y[first]);
		reachingDeg[2 * e] = bearing((x[last] - x[j]) * narrows, y[last] - y[j]);
		leavingDeg[2 * e + 1] = (reachingDeg[2 * e] + 180) % 360;
		reachingDeg[2 * e + 1] = (leavingDeg[2 * e] + 180) % 360;
	}
	return { leavingDeg, reachingDeg };
}

function bearing(east: number, north: number): number {
	return ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360;
}
