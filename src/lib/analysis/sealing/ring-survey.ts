import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { localPlane } from '../../geo/local-plane.ts';
import { ringContains, type RingLine } from '../../network/ring-line.ts';
import type { TravelMode } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import { roadFlags } from '../../network/travel-mode.ts';
import { edgeRow, type EdgeRow } from './edge-row.ts';
import { distanceToLineM, sideOf } from './node-side.ts';
import { boxesMeet, gridReach, ringChange, type GridBox, type RingChange } from './ring-change.ts';
import type { Band } from './trace-edge.ts';

/** What was found out about the roads near one ring, edge by edge, kept to be found out only once. */
export interface RingSurvey {
	readonly roads: Roads;
	readonly line: RingLine;
	readonly mode: TravelMode;
	readonly band: Band;
	/** Edges that come near the line, by number; those that count for nothing too. */
	readonly rows: readonly EdgeRow[];
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
	if (change.count === 0) return { ...survey, rows: before.rows, ends: before.ends };
	return { ...survey, ...surveyChanged(roads, line, mode, band, before, change) };
}

type Found = Pick<RingSurvey, 'rows' | 'ends'>;

function surveyAll(roads: Roads, line: RingLine, mode: TravelMode, band: Band): Found {
	const edges = new Set<number>();
	addEdgesNear(roads, line, mode, band, 0, line.x.length, edges);
	const reach = gridReach(line.segments.minY, line.segments.maxY, band.outsideM);
	return {
		rows: rowsOf(roads, line, band, edges),
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
	const kept: EdgeRow[] = [];
	const edges = new Set<number>();
	for (const row of before.rows) {
		if (!boxesMeet(row.box, box)) kept.push(row);
		else if (isNear(line, row.box, band)) edges.add(row.edge);
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
	return { rows: merged(kept, rowsOf(roads, line, band, edges)), ends };
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

/** Rows of `edges`, by number. */
function rowsOf(roads: Roads, line: RingLine, band: Band, edges: ReadonlySet<number>): EdgeRow[] {
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
	const rows: EdgeRow[] = [];
	for (const edge of Uint32Array.from(edges).sort()) {
		rows.push(edgeRow(graph, line, band, edge, side(graph.edgeFrom[edge]), side(graph.edgeTo[edge])));
	}
	return rows;
}

function merged(a: readonly EdgeRow[], b: readonly EdgeRow[]): EdgeRow[] {
	const rows: EdgeRow[] = [];
	let j = 0;
	for (const row of a) {
		while (j < b.length && b[j].edge < row.edge) rows.push(b[j++]);
		rows.push(row);
	}
	while (j < b.length) rows.push(b[j++]);
	return rows;
}

/** Whether any segment of the line may be within the band's reach of the box. */
function isNear(line: RingLine, box: GridBox, band: Band): boolean {
	const [reachX, reachY] = gridReach(box.minY, box.maxY, reachOf(band));
	const hits = line.segments.search(
		box.minX - reachX,
		box.minY - reachY,
		box.maxX + reachX,
		box.maxY + reachY
	);
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
