import type { CandidatePlaces } from '../../domain/findings/placement.ts';
import type { Item } from '../../domain/items.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { gridLengthM } from '../../network/edge-line.ts';
import { EDGE, type RoadGraph } from '../../network/road-graph.ts';
import type { Ground } from '../road-gaps/ground.ts';

/** Places in 1e-7 degrees, each on an edge of the road graph, or -1. */
export interface Places {
	readonly x: Int32Array;
	readonly y: Int32Array;
	readonly edge: Int32Array;
}

export interface PlacesAsked {
	readonly candidates: CandidatePlaces;
	/** How far apart along a road. */
	readonly spacingM: number;
	/** Only places in one of these; null is everywhere. */
	readonly grounds: readonly Ground[] | null;
}

/**
 * Where things may be put, in the order of the road graph, or of the items. Along a road of cars: its middle, or every `spacingM`
 * from half of that on; where three edges or more of such roads meet; or where a camera of the plan stands,
 * each spot once. Tunnels have none.
 */
export function candidatePlaces(graph: RoadGraph, items: Iterable<Item>, asked: PlacesAsked): Places {
	const found = new FoundPlaces(asked.grounds);
	if (asked.candidates === 'roads') alongRoads(graph, asked.spacingM, found);
	else if (asked.candidates === 'junctions') atJunctions(graph, found);
	else atPoles(items, found);
	return found.places();
}

function alongRoads(graph: RoadGraph, spacingM: number, found: FoundPlaces): void {
	if (!(spacingM > 0)) throw new RangeError(`a spacing of ${spacingM} m, wanted more than 0`);
	const { shapeStart, shapeLng, shapeLat, edgeLengthM } = graph;
	for (let e = 0; e < graph.edgeCount; e++) {
		if (!isUsable(graph, e)) continue;
		const count = Math.max(1, Math.floor(edgeLengthM[e] / spacingM));
		const step = edgeLengthM[e] / count;
		let next = step / 2;
		let walked = 0;
		for (let i = shapeStart[e]; i < shapeStart[e + 1] - 1; i++) {
			const lengthM = gridLengthM(shapeLng[i], shapeLat[i], shapeLng[i + 1], shapeLat[i + 1]);
			for (; lengthM > 0 && next <= walked + lengthM; next += step) {
				const t = (next - walked) / lengthM;
				found.add(
					shapeLng[i] + t * (shapeLng[i + 1] - shapeLng[i]),
					shapeLat[i] + t * (shapeLat[i + 1] - shapeLat[i]),
					e
				);
			}
			walked += lengthM;
		}
	}
}

function atJunctions(graph: RoadGraph, found: FoundPlaces): void {
	const { adjacentStart, adjacent, nodeLng, nodeLat } = graph;
	for (let v = 0; v < graph.nodeCount; v++) {
		let arms = 0;
		for (let i = adjacentStart[v]; i < adjacentStart[v + 1]; i++)
			if (isUsable(graph, adjacent[i] >>> 1)) arms++;
		if (arms >= 3) found.add(nodeLng[v], nodeLat[v], adjacent[adjacentStart[v]] >>> 1);
	}
}

function atPoles(items: Iterable<Item>, found: FoundPlaces): void {
	const known = new Set<string>();
	for (const item of items) {
		if (item.kind !== 'camera') continue;
		const [lng, lat] = item.geometry.coordinates;
		const x = Math.round(lng * GRID_PER_DEG);
		const y = Math.round(lat * GRID_PER_DEG);
		if (known.has(`${x},${y}`)) continue;
		known.add(`${x},${y}`);
		found.add(x, y, -1);
	}
}

function isUsable({ edgeFlags }: RoadGraph, edge: number): boolean {
	return (edgeFlags[edge] & (EDGE.DRIVE | EDGE.TUNNEL)) === EDGE.DRIVE;
}

class FoundPlaces {
	private readonly x: number[] = [];
	private readonly y: number[] = [];
	private readonly edge: number[] = [];

	constructor(private readonly grounds: readonly Ground[] | null) {}

	add(x: number, y: number, edge: number): void {
		const px = Math.round(x);
		const py = Math.round(y);
		if (this.grounds && !this.grounds.some((ground) => ground.contains(px, py))) return;
		this.x.push(px);
		this.y.push(py);
		this.edge.push(edge);
	}

	places(): Places {
		return { x: Int32Array.from(this.x), y: Int32Array.from(this.y), edge: Int32Array.from(this.edge) };
	}
}

/** The place as longitude and latitude. */
export function lngLatOf({ x, y }: Places, k: number): LngLat {
	return [x[k] / GRID_PER_DEG, y[k] / GRID_PER_DEG];
}
