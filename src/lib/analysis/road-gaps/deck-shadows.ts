import { orient2d } from 'robust-predicates';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { localPlane } from '../../geo/local-plane.ts';
import { lastMeasure } from '../../network/edge-line.ts';
import { EDGE, type RoadGraph } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import { deckWidthM } from './deck-width.ts';
import { PartCollector, type Parts } from './edge-parts.ts';
import { discSpan, stripSpan } from './strip-span.ts';

/**
 * The parts of roads that lie under the deck of a bridge, where no camera beside or above it is taken to
 * see them, by edge.
 *
 * A deck is the strip along the line of a bridge, square at its ends, as wide as `deckWidthM` says. A road
 * is below where its layer is lower, or where it crosses the bridge on the same layer and is none itself.
 * A road that leaves the bridge at its end is not under it there. What is on a bridge is in the open.
 */
export function deckShadows(roads: Roads): ReadonlyMap<number, Parts> {
	const { graph } = roads;
	const all = new PartCollector();
	for (let bridge = 0; bridge < graph.edgeCount; bridge++) {
		if ((graph.edgeFlags[bridge] & EDGE.BRIDGE) === 0) continue;
		for (const [edge, parts] of underDeck(roads, bridge)) {
			for (let k = 0; k < parts.length; k += 2) {
				if (!leavesAtEnd(graph, bridge, edge, parts[k], parts[k + 1])) {
					all.add(edge, parts[k], parts[k + 1]);
				}
			}
		}
	}
	return all.merged();
}

const span = new Float64Array(2);

function underDeck(roads: Roads, bridge: number): Map<number, Parts> {
	const { graph, segments, segmentEdge } = roads;
	const found = new PartCollector();
	if (!segments) return found.merged();
	const { shapeLng: x, shapeLat: y, shapeStart } = graph;
	const halfM = deckWidthM(graph, bridge) / 2;
	const first = shapeStart[bridge];
	const end = shapeStart[bridge + 1] - 1;
	const plane = localPlane([0, y[first] / GRID_PER_DEG]);
	const kx = plane.metresPerLng / GRID_PER_DEG;
	const ky = plane.metresPerLat / GRID_PER_DEG;

	for (let b = first; b < end; b++) {
		const dx = (x[b + 1] - x[b]) * kx;
		const dy = (y[b + 1] - y[b]) * ky;
		const lengthM = Math.hypot(dx, dy);
		if (lengthM === 0) continue;
		const [cos, sin] = [dx / lengthM, dy / lengthM];
		const reachX = halfM / kx + 1;
		const reachY = halfM / ky + 1;
		const near = segments.search(
			Math.min(x[b], x[b + 1]) - reachX,
			Math.min(y[b], y[b + 1]) - reachY,
			Math.max(x[b], x[b + 1]) + reachX,
			Math.max(y[b], y[b + 1]) + reachY
		);
		for (const s of near) {
			const edge = segmentEdge[s];
			const i = s + edge;
			if (edge === bridge || !isBelow(graph, edge, i, bridge, b)) continue;
			const measure = i - shapeStart[edge];
			// the road on the plane of this stretch of the bridge, which runs along its x axis
			const [px, py] = [(x[i] - x[b]) * kx, (y[i] - y[b]) * ky];
			const [qx, qy] = [(x[i + 1] - x[b]) * kx, (y[i + 1] - y[b]) * ky];
			const [pu, pv] = [px * cos + py * sin, py * cos - px * sin];
			const [qu, qv] = [qx * cos + qy * sin, qy * cos - qx * sin];
			if (stripSpan(pu, pv, qu, qv, lengthM, halfM, span)) {
				found.add(edge, measure + span[0], measure + span[1]);
			}
			// fills the wedge at a bend
			if (b > first && discSpan(px, py, qx, qy, halfM, span)) {
				found.add(edge, measure + span[0], measure + span[1]);
			}
		}
	}
	return found.merged();
}

function isBelow(graph: RoadGraph, edge: number, i: number, bridge: number, b: number): boolean {
	const { edgeLayer, edgeFlags } = graph;
	if (edgeLayer[edge] !== edgeLayer[bridge]) return edgeLayer[edge] < edgeLayer[bridge];
	return (edgeFlags[edge] & EDGE.BRIDGE) === 0 && crosses(graph, i, b);
}

/** Whether the stretches from points i and b of the shapes cross between their ends. */
function crosses({ shapeLng: x, shapeLat: y }: RoadGraph, i: number, b: number): boolean {
	const side = (p: number, q: number, r: number): number => orient2d(x[p], y[p], x[q], y[q], x[r], y[r]);
	return side(i, i + 1, b) * side(i, i + 1, b + 1) < 0 && side(b, b + 1, i) * side(b, b + 1, i + 1) < 0;
}

function leavesAtEnd(graph: RoadGraph, bridge: number, edge: number, from: number, to: number): boolean {
	const { edgeFrom, edgeTo } = graph;
	const isAbutment = (node: number): boolean => node === edgeFrom[bridge] || node === edgeTo[bridge];
	return (
		(from === 0 && isAbutment(edgeFrom[edge])) ||
		(to === lastMeasure(graph, edge) && isAbutment(edgeTo[edge]))
	);
}
