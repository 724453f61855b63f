import { EDGE, ROAD_CLASSES, type RoadClass, type RoadGraph } from '../../../src/lib/network/road-graph.ts';
import type { LngLat } from '../../../src/lib/geo/coordinates.ts';
import { fromPlane, localPlane, toPlane } from '../../../src/lib/geo/local-plane.ts';

/** Place of a node, degrees. */
export function placeOfNode(graph: RoadGraph, node: number): LngLat {
	return [graph.nodeLng[node] / 1e7, graph.nodeLat[node] / 1e7];
}

/** A road that leaves a junction. */
export interface Arm {
	readonly edge: number;
	readonly roadClass: RoadClass;
	/** Compass degrees in which it leaves, over its first 40 m. */
	readonly headingDeg: number;
}

/** The roads for cars that leave `node`, in the order of the graph. */
export function armsOf(graph: RoadGraph, node: number): Arm[] {
	const arms: Arm[] = [];
	for (let i = graph.adjacentStart[node]; i < graph.adjacentStart[node + 1]; i++) {
		const edge = graph.adjacent[i] >> 1;
		if ((graph.edgeFlags[edge] & EDGE.DRIVE) === 0) continue;
		arms.push({
			edge,
			roadClass: ROAD_CLASSES[graph.edgeClass[edge]],
			headingDeg: headingOf(graph, edge, (graph.adjacent[i] & 1) === 1)
		});
	}
	return arms;
}

/** The place `alongM` metres along an edge, and the compass degrees in which the edge runs there. */
export function placeOnEdge(graph: RoadGraph, edge: number, alongM: number): { at: LngLat; headingDeg: number } {
	const shape = shapeOf(graph, edge, false);
	const plane = localPlane(shape[0]);
	let leftM = alongM;
	for (let i = 0; i + 1 < shape.length; i++) {
		const [a, b] = [toPlane(plane, shape[i]), toPlane(plane, shape[i + 1])];
		const lengthM = Math.hypot(b.x - a.x, b.y - a.y);
		if (leftM > lengthM && i + 2 < shape.length) {
			leftM -= lengthM;
			continue;
		}
		const t = lengthM === 0 ? 0 : Math.min(1, leftM / lengthM);
		const at = fromPlane(plane, { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) });
		return { at, headingDeg: compassDeg(b.x - a.x, b.y - a.y) };
	}
	return { at: shape[0], headingDeg: 0 };
}

/** The place `distanceM` from `from` in a compass direction; seven decimals. */
export function placeAway(from: LngLat, headingDeg: number, distanceM: number): LngLat {
	const angle = (headingDeg * Math.PI) / 180;
	const [lng, lat] = fromPlane(localPlane(from), {
		x: distanceM * Math.sin(angle),
		y: distanceM * Math.cos(angle)
	});
	return [Math.round(lng * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7];
}

/** Metres between two places of one city. */
export function metresBetween(a: LngLat, b: LngLat): number {
	const { x, y } = toPlane(localPlane(a), b);
	return Math.hypot(x, y);
}

/** Whether `place` lies within a closed ring; on its line either answer may come. */
export function isWithin(ring: readonly LngLat[], place: LngLat): boolean {
	let isInside = false;
	for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
		const [a, b] = [ring[i], ring[j]];
		if (a[1] > place[1] === b[1] > place[1]) continue;
		if (place[0] < ((b[0] - a[0]) * (place[1] - a[1])) / (b[1] - a[1]) + a[0]) isInside = !isInside;
	}
	return isInside;
}

function headingOf(graph: RoadGraph, edge: number, isReversed: boolean): number {
	const shape = shapeOf(graph, edge, isReversed);
	const plane = localPlane(shape[0]);
	const far = shape.findIndex((point) => {
		const { x, y } = toPlane(plane, point);
		return Math.hypot(x, y) > 40;
	});
	const { x, y } = toPlane(plane, shape[far === -1 ? shape.length - 1 : far]);
	return compassDeg(x, y);
}

function compassDeg(x: number, y: number): number {
	return ((Math.atan2(x, y) * 180) / Math.PI + 360) % 360;
}

function shapeOf(graph: RoadGraph, edge: number, isReversed: boolean): LngLat[] {
	const shape: LngLat[] = [];
	for (let i = graph.shapeStart[edge]; i < graph.shapeStart[edge + 1]; i++) {
		shape.push([graph.shapeLng[i] / 1e7, graph.shapeLat[i] / 1e7]);
	}
	return isReversed ? shape.reverse() : shape;
}
