import type { LineString, Point, Polygon, MultiPolygon, Position } from 'geojson';
import { capsuleRing } from '../capsule-ring.ts';
import type { LngLat } from '../coordinates.ts';
import { groundOfRings } from '../ground-of-rings.ts';
import { fromGrid, groundShape, polygonsOf } from './ground-shape.ts';

/** Longer sides are cut for the buffer: its metres are true about the middle of each piece. */
const LONGEST_DEG = 0.1;

/**
 * The ground within `reachM` metres of a point, a line or the ground of a polygon, as coordinates of
 * polygons (exteriors counter-clockwise, holes clockwise, closed, 1e-7 degree). Round ends and corners leave
 * the true arc by at most 0.25 m. A negative reach shrinks a polygon. Empty where nothing is left.
 */
export function bufferRing(
	geometry: Point | LineString | Polygon | MultiPolygon,
	reachM: number
): Position[][][] {
	if (!Number.isFinite(reachM)) throw new RangeError(`reachM is ${reachM}, wanted a finite number`);
	const lines = linesOf(geometry);
	const capsules: Int32Array[] = [];
	for (const line of lines) {
		for (let i = Math.min(1, line.length - 1); i < line.length; i++) {
			for (const [a, b] of shortPieces(line[Math.max(0, i - 1)], line[i])) {
				const ring = capsuleRing(a, b, Math.abs(reachM));
				if (ring) capsules.push(ring);
			}
		}
	}
	const own = groundShape(geometry)?.rings ?? [];
	const faces = reachM < 0 ? groundOfRings(own, capsules) : groundOfRings([...own, ...capsules]);
	return faces.map((rings) => rings.map(closedPositions));
}

function linesOf(geometry: Point | LineString | Polygon | MultiPolygon): readonly (readonly Position[])[] {
	if (geometry.type === 'Point') return [[geometry.coordinates]];
	return geometry.type === 'LineString' ? [geometry.coordinates] : polygonsOf(geometry).flat();
}

function shortPieces(a: Position, b: Position): [LngLat, LngLat][] {
	const longest = Math.max(Math.abs(b[0] - a[0]), Math.abs(b[1] - a[1]));
	const count = Math.max(1, Math.ceil(longest / LONGEST_DEG));
	const at = (i: number): LngLat => [a[0] + ((b[0] - a[0]) * i) / count, a[1] + ((b[1] - a[1]) * i) / count];
	return Array.from({ length: count }, (_, i) => [at(i), at(i + 1)]);
}

function closedPositions(ring: Int32Array): Position[] {
	const positions: Position[] = [];
	for (let i = 0; i < ring.length; i += 2) positions.push([fromGrid(ring[i]), fromGrid(ring[i + 1])]);
	positions.push(positions[0]);
	return positions;
}
