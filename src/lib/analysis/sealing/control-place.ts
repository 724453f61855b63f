import { lastMeasure, lengthBetweenM, lngLatAt } from '../../network/edge-line.ts';
import type { RoadGraph } from '../../network/road-graph.ts';
import type { ControlledRoad } from '../../domain/items.ts';

/** A stored place nearer to an end of its edge would not tell it from the next edge of the same way. */
const OFF_JUNCTION_M = 4;

/**
 * What a checkpoint stores to close `edge` near `measure`: its way and a place on it, some metres from
 * either end so that no other edge is meant, or the middle of an edge too short for that.
 */
export function controlledRoad(graph: RoadGraph, edge: number, measure: number): ControlledRoad {
	const [lng, lat] = lngLatAt(graph, edge, offEnds(graph, edge, measure));
	return { way: graph.edgeWay[edge], at: [lng, lat] };
}

function offEnds(graph: RoadGraph, edge: number, measure: number): number {
	const last = lastMeasure(graph, edge);
	const wholeM = lengthBetweenM(graph, edge, 0, last);
	const beforeM = lengthBetweenM(graph, edge, 0, measure);
	if (wholeM <= 2 * OFF_JUNCTION_M) return measureAtM(graph, edge, wholeM / 2);
	if (beforeM < OFF_JUNCTION_M) return measureAtM(graph, edge, OFF_JUNCTION_M);
	if (wholeM - beforeM < OFF_JUNCTION_M) return measureAtM(graph, edge, wholeM - OFF_JUNCTION_M);
	return measure;
}

/** The measure so many metres along `edge`; its end where it is shorter. */
function measureAtM(graph: RoadGraph, edge: number, metres: number): number {
	const last = lastMeasure(graph, edge);
	let leftM = metres;
	for (let from = 0; from < last; from++) {
		const lengthM = lengthBetweenM(graph, edge, from, from + 1);
		if (lengthM >= leftM && lengthM > 0) return from + leftM / lengthM;
		leftM -= lengthM;
	}
	return last;
}
