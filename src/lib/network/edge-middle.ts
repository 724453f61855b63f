import { gridLengthM, lastMeasure } from './edge-line.ts';
import type { RoadGraph } from './road-graph.ts';

/** The measure of the place that halves the length of `edge`. */
export function middleMeasure(graph: RoadGraph, edge: number): number {
	const { shapeLng: x, shapeLat: y, shapeStart } = graph;
	let leftM = graph.edgeLengthM[edge] / 2;
	for (let i = shapeStart[edge]; i < shapeStart[edge + 1] - 1; i++) {
		const stepM = gridLengthM(x[i], y[i], x[i + 1], y[i + 1]);
		if (stepM >= leftM && stepM > 0) return i - shapeStart[edge] + leftM / stepM;
		leftM -= stepM;
	}
	// rounding of lengths may leave a crumb
	return lastMeasure(graph, edge);
}
