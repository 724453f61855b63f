import type { LngLat } from '../geo/coordinates.ts';
import { GRID_PER_DEG } from '../geo/flat-rings.ts';
import { localPlane } from '../geo/local-plane.ts';
import type { RoadGraph } from './road-graph.ts';

/**
 * Places along an edge. A *measure* counts points of the shape: 2.5 is halfway between the third
 * point and the fourth; 0 is the start and `lastMeasure` the end.
 */

/** The measure of the end of `edge`. */
export function lastMeasure(graph: RoadGraph, edge: number): number {
	return graph.shapeStart[edge + 1] - graph.shapeStart[edge] - 1;
}

/** Longitude and latitude at `measure`, in 1e-7 degrees, not rounded. */
export function gridPointAt(graph: RoadGraph, edge: number, measure: number): [x: number, y: number] {
	const last = lastMeasure(graph, edge);
	const whole = Math.min(Math.floor(measure), last - 1);
	const t = measure - whole;
	const i = graph.shapeStart[edge] + whole;
	const { shapeLng: x, shapeLat: y } = graph;
	return [x[i] + t * (x[i + 1] - x[i]), y[i] + t * (y[i + 1] - y[i])];
}

/** The place at `measure`, to seven decimals. */
export function lngLatAt(graph: RoadGraph, edge: number, measure: number): LngLat {
	const [x, y] = gridPointAt(graph, edge, measure);
	return [Math.round(x) / GRID_PER_DEG, Math.round(y) / GRID_PER_DEG];
}

/** Metres on the ellipsoid between two near points given in 1e-7 degrees; right to 1e-6 below 10 km. */
export function gridLengthM(ax: number, ay: number, bx: number, by: number): number {
	const plane = localPlane([0, (ay + by) / 2 / GRID_PER_DEG]);
	return Math.hypot((bx - ax) * plane.metresPerLng, (by - ay) * plane.metresPerLat) / GRID_PER_DEG;
}

/** Metres along `edge` from measure `from` to `to`, which is not below it. */
export function lengthBetweenM(graph: RoadGraph, edge: number, from: number, to: number): number {
	let metres = 0;
	let [x, y] = gridPointAt(graph, edge, from);
	for (let m = Math.floor(from) + 1; m < to; m++) {
		const i = graph.shapeStart[edge] + m;
		metres += gridLengthM(x, y, graph.shapeLng[i], graph.shapeLat[i]);
		x = graph.shapeLng[i];
		y = graph.shapeLat[i];
	}
	const [endX, endY] = gridPointAt(graph, edge, to);
	return metres + gridLengthM(x, y, endX, endY);
}

/** The measure of `edge` that is `metres` after `start`, or its end where the edge is shorter. */
export function measureAlong(graph: RoadGraph, edge: number, start: number, metres: number): number {
	const last = lastMeasure(graph, edge);
	let left = metres;
	for (let from = start; from < last;) {
		const to = Math.min(last, Math.floor(from) + 1);
		const lengthM = lengthBetweenM(graph, edge, from, to);
		if (lengthM >= left && lengthM > 0) return from + ((to - from) * left) / lengthM;
		left -= lengthM;
		from = to;
	}
	return last;
}

/** Appends the line of `edge` from measure `from` to `to` (backwards where `to` is below) to `line`, without doubling a point. */
export function appendLine(line: LngLat[], graph: RoadGraph, edge: number, from: number, to: number): void {
	appendPoint(line, lngLatAt(graph, edge, from));
	if (from <= to) {
		for (let m = Math.floor(from) + 1; m < to; m++) appendPoint(line, lngLatAt(graph, edge, m));
	} else {
		for (let m = Math.ceil(from) - 1; m > to; m--) appendPoint(line, lngLatAt(graph, edge, m));
	}
	appendPoint(line, lngLatAt(graph, edge, to));
}

function appendPoint(line: LngLat[], point: LngLat): void {
	const last = line.at(-1);
	if (last && last[0] === point[0] && last[1] === point[1]) return;
	line.push(point);
}
