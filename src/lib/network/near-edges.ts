import { GRID_PER_DEG } from '../geo/flat-rings.ts';
import { localPlane } from '../geo/local-plane.ts';
import type { Roads } from './roads.ts';

/** An edge near a point, and its nearest place. */
export interface NearEdge {
	readonly edge: number;
	readonly distanceM: number;
	/** Measure of the nearest place along the edge (`edge-line.ts`). */
	readonly measure: number;
}

/**
 * Edges whose centre line passes within `radiusM` of the point (1e-7 degrees), nearest first, ties by
 * edge number. Exact on the plane about the point.
 */
export function nearEdges(roads: Roads, x: number, y: number, radiusM: number): NearEdge[] {
	if (!roads.segments) return [];
	const { shapeLng, shapeLat, shapeStart } = roads.graph;
	const plane = localPlane([x / GRID_PER_DEG, y / GRID_PER_DEG]);
	const kx = plane.metresPerLng / GRID_PER_DEG;
	const ky = plane.metresPerLat / GRID_PER_DEG;
	const reachX = radiusM / kx + 1;
	const reachY = radiusM / ky + 1;

	const found = new Map<number, NearEdge>();
	for (const s of roads.segments.search(x - reachX, y - reachY, x + reachX, y + reachY)) {
		const edge = roads.segmentEdge[s];
		const i = s + edge;
		const ax = (shapeLng[i] - x) * kx;
		const ay = (shapeLat[i] - y) * ky;
		const dx = (shapeLng[i + 1] - shapeLng[i]) * kx;
		const dy = (shapeLat[i + 1] - shapeLat[i]) * ky;
		const lengthSq = dx * dx + dy * dy;
		const t = lengthSq === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / lengthSq));
		const distanceM = Math.hypot(ax + t * dx, ay + t * dy);
		if (distanceM > radiusM) continue;
		const known = found.get(edge);
		const measure = i - shapeStart[edge] + t;
		if (
			known &&
			(known.distanceM < distanceM || (known.distanceM === distanceM && known.measure <= measure))
		) {
			continue;
		}
		found.set(edge, { edge, distanceM, measure });
	}
	return [...found.values()].sort((a, b) => a.distanceM - b.distanceM || a.edge - b.edge);
}
