import type { LngLat } from '../../geo/coordinates.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { gridRing, snapRing } from '../../geo/grid-ring.ts';
import { groundOfRings } from '../../geo/ground-of-rings.ts';
import { fromPlane, localPlane, toPlane, type LocalPlane } from '../../geo/local-plane.ts';
import { appendLine, lengthBetweenM, lngLatAt } from '../../network/edge-line.ts';
import { nearEdges } from '../../network/near-edges.ts';
import { EDGE } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import type { Trail } from './trail.ts';

/** The carriageways of one street are no farther apart than this. */
const STREET_WIDTH_M = 60;
/** Cosine of the angle between carriageways of one street: below 40 degrees. */
const ALONG_COS = 0.766;

/** So many legs are laid over each other at a time: overlays of little ground are fast. */
const LEGS_AT_ONCE = 16;

/**
 * The ground of the streets that `trail` follows, `besideM` to either side of their centre lines: rings that overlap, holes
 * clockwise. A street is taken whole: where a divided road is followed, the other carriageway and what lies between the
 * two are in it.
 */
export function streetGround(roads: Roads, plane: LocalPlane, trail: Trail, besideM: number): Int32Array[] {
	const { xy, edges } = trail;
	const ground: Int32Array[] = [];
	let rings: Int32Array[] = [];
	for (let i = 0; i < edges.length; i++) {
		if (edges[i] >= 0) {
			const j = (i + 1) % edges.length;
			const a = fromPlane(plane, { x: xy[2 * i], y: xy[2 * i + 1] });
			const b = fromPlane(plane, { x: xy[2 * j], y: xy[2 * j + 1] });
			addStreet(rings, roads, edges[i], a, b, besideM);
		}
		if ((i + 1) % LEGS_AT_ONCE !== 0 && i + 1 < edges.length) continue;
		ground.push(...groundOfRings(rings).flat());
		rings = [];
	}
	return ground;
}

/** Adds the ground of a street, one of whose carriageways is `edge`, along its stretch from `a` to `b`. */
function addStreet(
	rings: Int32Array[],
	roads: Roads,
	edge: number,
	a: LngLat,
	b: LngLat,
	besideM: number
): void {
	const add = (ring: Int32Array | null): void => void (ring && rings.push(ring));
	add(roundedStrip(a, b, besideM));
	if (!isOneWay(roads.graph, edge)) return;
	const atStart = new Map(sisters(roads, edge, a, a, b).map((sister) => [sister.edge, sister.measure]));
	for (const { edge: other, measure: to } of sisters(roads, edge, b, a, b)) {
		const from = atStart.get(other);
		const end = lngLatAt(roads.graph, other, to);
		// where the other carriageway changes edges, the strip across joins what lies before and after
		add(roundedStrip(b, end, besideM));
		if (from === undefined || stretchM(roads, other, from, to) > 2 * STREET_WIDTH_M) continue;
		const line: LngLat[] = [];
		appendLine(line, roads.graph, other, from, to);
		for (let k = 1; k < line.length; k++) add(roundedStrip(line[k - 1], line[k], besideM));
		add(gridRing([a, b, end, line[0]], false));
	}
	for (const [other, measure] of atStart) {
		add(roundedStrip(a, lngLatAt(roads.graph, other, measure), besideM));
	}
}

/** The ground within `besideM` of a straight line, its ends cut to half an octagon that holds the round end. */
function roundedStrip(a: LngLat, b: LngLat, besideM: number): Int32Array | null {
	const plane = localPlane(a);
	const { x, y } = toPlane(plane, b);
	const heading = Math.atan2(y, x);
	const cornerM = besideM / Math.cos(Math.PI / 8);
	const points: number[] = [];
	for (let k = 0; k < 8; k++) {
		const angle = heading - Math.PI / 2 + Math.PI / 8 + (k * Math.PI) / 4;
		const isAtEnd = k < 4;
		points.push((isAtEnd ? x : 0) + cornerM * Math.cos(angle), (isAtEnd ? y : 0) + cornerM * Math.sin(angle));
	}
	return snapRing(plane, points);
}

function stretchM({ graph }: Roads, edge: number, a: number, b: number): number {
	return lengthBetweenM(graph, edge, Math.min(a, b), Math.max(a, b));
}

/** Edges of one street with `edge` that run beside its stretch from `a` to `b`, and where they are nearest to `at`. */
function sisters(
	roads: Roads,
	edge: number,
	at: LngLat,
	a: LngLat,
	b: LngLat
): { edge: number; measure: number }[] {
	const { graph } = roads;
	return nearEdges(roads, at[0] * GRID_PER_DEG, at[1] * GRID_PER_DEG, STREET_WIDTH_M).filter(
		({ edge: other, measure }) =>
			other !== edge && isOfOneStreet(graph, edge, other) && runsAlong(graph, other, measure, a, b)
	);
}

function isOneWay({ edgeFlags }: Roads['graph'], edge: number): boolean {
	return !(edgeFlags[edge] & EDGE.FORWARD) !== !(edgeFlags[edge] & EDGE.BACKWARD);
}

function isOfOneStreet(graph: Roads['graph'], edge: number, other: number): boolean {
	if (!isOneWay(graph, other) || graph.edgeLayer[other] !== graph.edgeLayer[edge]) return false;
	if (graph.edgeFlags[other] & graph.edgeFlags[edge] & EDGE.ROUNDABOUT) return true;
	return graph.edgeClass[other] === graph.edgeClass[edge] && graph.edgeName[other] === graph.edgeName[edge];
}

/** Whether `edge` runs at `measure` in nearly the line from `a` to `b`: a carriageway beside another, not a street across. */
function runsAlong(graph: Roads['graph'], edge: number, measure: number, a: LngLat, b: LngLat): boolean {
	if (graph.edgeFlags[edge] & EDGE.ROUNDABOUT) return true;
	const first = graph.shapeStart[edge];
	const i = Math.min(first + Math.floor(measure), graph.shapeStart[edge + 1] - 2);
	const squeeze = Math.cos((a[1] * Math.PI) / 180);
	const ux = (graph.shapeLng[i + 1] - graph.shapeLng[i]) * squeeze;
	const uy = graph.shapeLat[i + 1] - graph.shapeLat[i];
	const vx = (b[0] - a[0]) * squeeze;
	const vy = b[1] - a[1];
	return Math.abs(ux * vx + uy * vy) >= ALONG_COS * Math.hypot(ux, uy) * Math.hypot(vx, vy);
}
