import type { FollowedRoads } from '../../domain/findings/ring-aid.ts';
import { BORDER_KINDS, borderLine, lineMeetsBox, type Borders } from '../../geo/borders.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import type { LocalPlane } from '../../geo/local-plane.ts';
import { EDGE, ROAD_CLASSES, type RoadClass } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import type { BorderLine } from './border-line.ts';

/** West, south, east, north in 1e-7 degrees. */
export type GridBox = readonly [west: number, south: number, east: number, north: number];

/** What a metre costs by class; roads of other classes are not followed. */
const MAIN: Partial<Record<RoadClass, number>> = {
	motorway: 1,
	trunk: 1,
	primary: 1,
	secondary: 1,
	tertiary: 1.1
};
const STREETS: Partial<Record<RoadClass, number>> = {
	...MAIN,
	unclassified: 1.3,
	residential: 1.4,
	living_street: 1.6
};
/** Ramps and tunnels are followed only where nothing better leads on. */
const LINK_WEIGHT = 1.5;
const TUNNEL_WEIGHT = 2;
const STREAM_WEIGHT = 1.5;
/** Joints of borders count from here: no road graph has so many nodes. */
const FIRST_BORDER_JOINT = 2 ** 40;

/** The roads within `box` that a ring may follow, on `plane`. */
export function roadLines(roads: Roads, which: FollowedRoads, box: GridBox, plane: LocalPlane): BorderLine[] {
	const { graph } = roads;
	const weights = which === 'main' ? MAIN : STREETS;
	const edges = new Set<number>();
	for (const s of roads.segments?.search(...box) ?? []) edges.add(roads.segmentEdge[s]);
	const lines: BorderLine[] = [];
	for (const edge of [...edges].sort((a, b) => a - b)) {
		const flags = graph.edgeFlags[edge];
		const weight = weights[ROAD_CLASSES[graph.edgeClass[edge]]];
		if (weight === undefined || !(flags & EDGE.DRIVE)) continue;
		const first = graph.shapeStart[edge];
		const count = graph.shapeStart[edge + 1] - first;
		const joints = new Float64Array(count).fill(-1);
		joints[0] = graph.edgeFrom[edge];
		joints[count - 1] = graph.edgeTo[edge];
		const xy = new Float64Array(2 * count);
		for (let i = 0; i < count; i++) put(xy, i, plane, graph.shapeLng[first + i], graph.shapeLat[first + i]);
		const name = graph.edgeName[edge];
		lines.push({
			xy,
			joints,
			follows: 'road',
			name: name < 0 ? null : graph.names[name],
			weight: weight * (flags & EDGE.LINK ? LINK_WEIGHT : 1) * (flags & EDGE.TUNNEL ? TUNNEL_WEIGHT : 1),
			edge
		});
	}
	return lines;
}

/** The rivers with their banks, or the railways, that come into `box`, on `plane`. */
export function borderLines(
	borders: Borders,
	follows: 'river' | 'railway',
	box: GridBox,
	plane: LocalPlane
): BorderLine[] {
	const [west, south, east, north] = box;
	const jointOf = new Map<string, number>();
	const lines: BorderLine[] = [];
	for (let l = 0; l < borders.lineKind.length; l++) {
		const kind = BORDER_KINDS[borders.lineKind[l]];
		if ((kind === 'railway') !== (follows === 'railway')) continue;
		const points = borderLine(borders, l);
		if (!lineMeetsBox(points, west, south, east, north)) continue;
		const isClosed = kind === 'water';
		const count = points.length / 2 + (isClosed ? 1 : 0);
		const xy = new Float64Array(2 * count);
		const joints = new Float64Array(count);
		for (let i = 0; i < count; i++) {
			const at = 2 * (i % (points.length / 2));
			put(xy, i, plane, points[at], points[at + 1]);
			const key = `${points[at]},${points[at + 1]}`;
			let joint = jointOf.get(key);
			if (joint === undefined)
				jointOf.set(key, (joint = FIRST_BORDER_JOINT + (follows === 'river' ? 0 : 2 ** 39) + jointOf.size));
			joints[i] = joint;
		}
		const name = borders.lineName[l];
		lines.push({
			xy,
			joints,
			follows,
			name: name < 0 ? null : borders.names[name],
			weight: kind === 'stream' ? STREAM_WEIGHT : 1,
			edge: -1
		});
	}
	return lines;
}

function put(xy: Float64Array, i: number, plane: LocalPlane, x: number, y: number): void {
	xy[2 * i] = (x / GRID_PER_DEG - plane.origin[0]) * plane.metresPerLng;
	xy[2 * i + 1] = (y / GRID_PER_DEG - plane.origin[1]) * plane.metresPerLat;
}
