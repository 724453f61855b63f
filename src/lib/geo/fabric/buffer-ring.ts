import type { LineString, Point, Polygon, MultiPolygon, Position } from 'geojson';
import { capsuleRing } from '../capsule-ring.ts';
import type { LngLat } from '../coordinates.ts';
import { groundOfRings } from '../ground-of-rings.ts';
import { mitreRing } from '../mitre-ring.ts';
import { fromGrid, groundShape, polygonsOf } from './ground-shape.ts';

/** Longer sides are cut for the buffer: its metres are true about the middle of each piece. */
const LONGEST_DEG = 0.1;

/** How a buffer goes round a corner: at the same distance everywhere, or pointed as what it goes round. */
export type BufferCorners = 'round' | 'mitred';

/**
 * The ground within `reachM` metres of a point, a line or the ground of a polygon, as coordinates of
 * polygons (exteriors counter-clockwise, holes clockwise, closed, 1e-7 degree). Round ends and corners leave
 * the true arc by at most 0.25 m; metres are true to a part in a thousand. A negative reach shrinks a polygon, the parts of
 * a multipolygon each. `mitred` draws corners out to a point, up to `MITRE_LIMIT` times the distance; the ends of
 * lines stay round. Empty where nothing is left.
 */
export function bufferRing(
	geometry: Point | LineString | Polygon | MultiPolygon,
	reachM: number,
	corners: BufferCorners = 'round'
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
		if (corners === 'mitred')
			capsules.push(...mitresOf(line, Math.abs(reachM), geometry.type !== 'LineString'));
	}
	const own = groundShape(geometry)?.rings ?? [];
	const about = joined(capsules);
	const faces = reachM < 0 ? groundOfRings(own, about) : groundOfRings([...own, ...about]);
	return faces.map((rings) => rings.map(closedPositions));
}

/** So many pieces of ground are joined at a time. */
const AT_A_TIME = 6;

/** Rings of the ground that `rings` hold together, neighbours first: most of what lies inside is gone before it meets the rest. */
function joined(rings: readonly Int32Array[]): readonly Int32Array[] {
	let groups: readonly (readonly Int32Array[])[] = rings.map((ring) => [ring]);
	while (groups.length > 1) {
		const next: Int32Array[][] = [];
		for (let i = 0; i < groups.length; i += AT_A_TIME) {
			next.push(groundOfRings(groups.slice(i, i + AT_A_TIME).flat()).flat());
		}
		groups = next;
	}
	return groups[0] ?? [];
}

function linesOf(geometry: Point | LineString | Polygon | MultiPolygon): readonly (readonly Position[])[] {
	if (geometry.type === 'Point') return [[geometry.coordinates]];
	return geometry.type === 'LineString' ? [geometry.coordinates] : polygonsOf(geometry).flat();
}

/** What makes the corners of a line or a closed ring pointed. */
function mitresOf(line: readonly Position[], reachM: number, isRing: boolean): Int32Array[] {
	const places = line.filter((at, i) => i === 0 || at[0] !== line[i - 1][0] || at[1] !== line[i - 1][1]);
	// a ring closes with the corner it began with
	const around = isRing ? [...places, places[1]] : places;
	return around.slice(2).flatMap((after, i) => {
		const [before, at] = [around[i], around[i + 1]];
		if (!after) return [];
		return mitreRing([before[0], before[1]], [at[0], at[1]], [after[0], after[1]], reachM) ?? [];
	});
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
