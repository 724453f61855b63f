import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { localPlane } from '../../geo/local-plane.ts';
import { ringContains, type RingLine } from '../../network/ring-line.ts';
import type { RoadGraph, TravelMode } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import { roadFlags } from '../../network/travel-mode.ts';
import { edgeRow, type EdgeRow } from './edge-row.ts';
import { distanceToLineM, sideOf } from './node-side.ts';
import { gridReach, ringChange, type RingChange } from './ring-change.ts';
import type { Band } from './trace-edge.ts';

/** What was found out about the roads near one ring, edge by edge, kept to be found out only once. */
export interface RingSurvey {
	readonly roads: Roads;
	readonly line: RingLine;
	readonly mode: TravelMode;
	readonly band: Band;
	/** Edges that come near the line, in order of number. */
	readonly edges: Uint32Array;
	/** Their boxes in 1e-7 degrees: least x, least y, greatest x, greatest y. */
	readonly boxes: Int32Array;
	/** What each is to the ring; null where it joins nothing that was apart. */
	readonly rows: readonly (EdgeRow | null)[];
	/** Nodes inside or in the band where the map data ends. */
	readonly ends: ReadonlySet<number>;
}

/**
 * Surveys the roads of `mode` about `line`. Of `before`, a survey of an earlier shape of the ring, all is
 * kept that lies where the two shapes do not differ; the answer is the same as without it.
 */
export function surveyRing(
	roads: Roads,
	line: RingLine,
	mode: TravelMode,
	band: Band,
	before: RingSurvey | null = null
): RingSurvey {
	const isOfSameKind =
		before !== null &&
		before.roads === roads &&
		before.mode === mode &&
		before.band.insideM === band.insideM &&
		before.band.outsideM === band.outsideM;
	const change = isOfSameKind ? ringChange(before.line, line, reachOf(band)) : null;
	const survey = { roads, line, mode, band };
	if (!before || !change) return { ...survey, ...surveyAll(roads, line, mode, band) };
	if (change.count === 0) return { ...before, line };
	return { ...survey, ...surveyChanged(roads, line, mode, band, before, change) };
}

type Rows = Pick<RingSurvey, 'edges' | 'boxes' | 'rows'>;
type Found = Rows & Pick<RingSurvey, 'ends'>;

function surveyAll(roads: Roads, line: RingLine, mode: TravelMode, band: Band): Found {
	const edges = new Set<number>();
	addEdgesNear(roads, line, mode, band, 0, line.x.length, edges);
	const reach = gridReach(line.segments.minY, line.segments.maxY, band.outsideM);
	return {
		...rowsOf(roads, line, band, edges),
		ends: new Set(roads.edgeOfData.filter((v) => isEndNear(roads, line, band, reach, v)))
	};
}

function surveyChanged(
	roads: Roads,
	line: RingLine,
	mode: TravelMode,
	band: Band,
	before: RingSurvey,
	{ first, count, box }: RingChange
): Found {
	const kept: number[] = [];
	const edges = new Set<number>();
	const { boxes } = before;
	for (let i = 0; i < before.edges.length; i++) {
		const isFar =
			boxes[4 * i] > box.maxX ||
			boxes[4 * i + 1] > box.maxY ||
			boxes[4 * i + 2] < box.minX ||
			boxes[4 * i + 3] < box.minY;
		if (isFar) kept.push(i);
		else if (isNear(line, boxes.subarray(4 * i, 4 * i + 4), band)) edges.add(before.edges[i]);
	}
	addEdgesNear(roads, line, mode, band, first, count, edges);

	const reach = gridReach(line.segments.minY, line.segments.maxY, band.outsideM);
	const ends = new Set(before.ends);
	const { nodeLng, nodeLat } = roads.graph;
	for (const v of roads.edgeOfData) {
		const [x, y] = [nodeLng[v], nodeLat[v]];
		if (x < box.minX || x > box.maxX || y < box.minY || y > box.maxY) continue;
		if (isEndNear(roads, line, band, reach, v)) ends.add(v);
		else ends.delete(v);
	}
	return { ...merged(before, kept, rowsOf(roads, line, band, edges)), ends };
}

function reachOf(band: Band): number {
	return Math.max(band.insideM, band.outsideM) + 1;
}

/** Adds the edges of the mode with a point within the band's reach of `count` segments of the line from `first` on. */
function addEdgesNear(
	roads: Roads,
	line: RingLine,
	mode: TravelMode,
	band: Band,
	first: number,
	count: number,
	found: Set<number>
): void {
	if (!roads.segments) return;
	const wanted = roadFlags(mode);
	const reachM = reachOf(band);
	const size = line.x.length;
	for (let i = 0; i < count; i++) {
		const k = (first + i) % size;
		const n = k + 1 === size ? 0 : k + 1;
		const plane = localPlane([0, line.y[k] / GRID_PER_DEG]);
		const reachX = ((reachM * 1.01) / plane.metresPerLng) * GRID_PER_DEG;
		const reachY = (reachM / plane.metresPerLat) * GRID_PER_DEG;
		const dx = line.x[n] - line.x[k];
		const dy = line.y[n] - line.y[k];
		// a long slanting side in pieces, or its box would be full of roads far from it
		const pieces = Math.max(1, Math.ceil(Math.max(Math.abs(dx) / reachX, Math.abs(dy) / reachY) / 2));
		for (let p = 0; p < pieces; p++) {
			const ax = line.x[k] + (dx * p) / pieces;
			const ay = line.y[k] + (dy * p) / pieces;
			const bx = ax + dx / pieces;
			const by = ay + dy / pieces;
			const hits = roads.segments.search(
				Math.min(ax, bx) - reachX,
				Math.min(ay, by) - reachY,
				Math.max(ax, bx) + reachX,
				Math.max(ay, by) + reachY
			);
			for (const s of hits) {
				const edge = roads.segmentEdge[s];
				if (roads.graph.edgeFlags[edge] & wanted) found.add(edge);
			}
		}
	}
}

function rowsOf(roads: Roads, line: RingLine, band: Band, found: ReadonlySet<number>): Rows {
	const { graph } = roads;
	const known = new Map<number, number>();
	const side = (node: number): number => {
		let value = known.get(node);
		if (value === undefined) {
			value = sideOf(line, band, graph.nodeLng[node], graph.nodeLat[node]);
			known.set(node, value);
		}
		return value;
	};
	const edges = Uint32Array.from(found).sort();
	const boxes = new Int32Array(4 * edges.length);
	const rows: (EdgeRow | null)[] = [];
	edges.forEach((edge, i) => {
		rows.push(edgeRow(graph, line, band, edge, side(graph.edgeFrom[edge]), side(graph.edgeTo[edge])));
		putBox(graph, edge, boxes, 4 * i);
	});
	return { edges, boxes, rows };
}

function putBox(graph: RoadGraph, edge: number, boxes: Int32Array, at: number): void {
	let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
	for (let i = graph.shapeStart[edge]; i < graph.shapeStart[edge + 1]; i++) {
		minX = Math.min(minX, graph.shapeLng[i]);
		maxX = Math.max(maxX, graph.shapeLng[i]);
		minY = Math.min(minY, graph.shapeLat[i]);
		maxY = Math.max(maxY, graph.shapeLat[i]);
	}
	boxes[at] = minX;
	boxes[at + 1] = minY;
	boxes[at + 2] = maxX;
	boxes[at + 3] = maxY;
}

/** The `kept` rows of `before` and the fresh ones, in order of edge. */
function merged(before: Rows, kept: readonly number[], fresh: Rows): Rows {
	const count = kept.length + fresh.edges.length;
	const edges = new Uint32Array(count);
	const boxes = new Int32Array(4 * count);
	const rows = new Array<EdgeRow | null>(count);
	let k = 0;
	let f = 0;
	for (let i = 0; i < count; i++) {
		const isKept = f === fresh.edges.length || (k < kept.length && before.edges[kept[k]] < fresh.edges[f]);
		const from = isKept ? before : fresh;
		const at = isKept ? kept[k++] : f++;
		edges[i] = from.edges[at];
		rows[i] = from.rows[at];
		for (let c = 0; c < 4; c++) boxes[4 * i + c] = from.boxes[4 * at + c];
	}
	return { edges, boxes, rows };
}

/** Whether any segment of the line may be within the band's reach of the box. */
function isNear(line: RingLine, [minX, minY, maxX, maxY]: Int32Array, band: Band): boolean {
	const [reachX, reachY] = gridReach(minY, maxY, reachOf(band));
	const hits = line.segments.search(minX - reachX, minY - reachY, maxX + reachX, maxY + reachY);
	return hits.length > 0;
}

function isEndNear(
	roads: Roads,
	line: RingLine,
	band: Band,
	[reachX, reachY]: readonly [number, number],
	v: number
): boolean {
	const x = roads.graph.nodeLng[v];
	const y = roads.graph.nodeLat[v];
	const { minX, minY, maxX, maxY } = line.segments;
	if (x < minX - reachX || x > maxX + reachX || y < minY - reachY || y > maxY + reachY) return false;
	return ringContains(line, x, y) || distanceToLineM(line, x, y, band.outsideM) <= band.outsideM;
}
