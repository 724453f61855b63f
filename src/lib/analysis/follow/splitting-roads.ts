import type {
	SplittingRoads,
	SplittingRoadsAnswer,
	SplittingRoadsAsk
} from '../../domain/findings/splitting-roads.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { EDGE, ROAD_CLASSES, type RoadClass } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';

/** No more points than this are handed over. */
const MOST_POINTS = 100_000;
/** The least of the classes of each choice. */
const LEAST: Readonly<Record<SplittingRoads, RoadClass>> = {
	main: 'secondary',
	through: 'unclassified',
	streets: 'living_street'
};

/** Roads for cars of the chosen classes that come into `bbox`, links with them; none without a road graph. */
export function splittingRoads(
	roads: Roads | null,
	{ bbox, roads: chosen }: SplittingRoadsAsk
): SplittingRoadsAnswer {
	const [west, south, east, north] = bbox.map((degrees) => Math.round(degrees * GRID_PER_DEG));
	const coords: number[] = [];
	const start = [0];
	let isCut = false;
	const last = ROAD_CLASSES.indexOf(LEAST[chosen]);
	const { edgeClass, edgeFlags, shapeStart, shapeLng, shapeLat } = roads?.graph ?? {};
	const edges = new Set<number>();
	for (const s of roads?.segments?.search(west, south, east, north) ?? []) {
		const edge = roads?.segmentEdge[s] ?? -1;
		if (!edgeClass || !edgeFlags || edgeClass[edge] > last) continue;
		if (edgeFlags[edge] & EDGE.DRIVE && !(edgeFlags[edge] & EDGE.TUNNEL)) edges.add(edge);
	}
	for (const edge of [...edges].sort((a, b) => a - b)) {
		if (!shapeStart || !shapeLng || !shapeLat) break;
		if ((isCut ||= coords.length / 2 > MOST_POINTS)) break;
		for (let i = shapeStart[edge]; i < shapeStart[edge + 1]; i++) coords.push(shapeLng[i], shapeLat[i]);
		start.push(coords.length / 2);
	}
	return { coords: Int32Array.from(coords), start: Uint32Array.from(start), isCut };
}
