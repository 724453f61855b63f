import { lastMeasure, lengthBetweenM } from '../../network/edge-line.ts';
import type { RingLine } from '../../network/ring-line.ts';
import type { RoadGraph } from '../../network/road-graph.ts';
import { DEEP, WITHIN } from './node-side.ts';
import { traceEdge, type Band, type DeepRun, type EdgeTrace } from './trace-edge.ts';

/** What one edge is to a ring, whatever stands on it: it changes only where the ring does. */
export interface EdgeRow {
	readonly edge: number;
	/** Sides of its ends, see `sideOf`. */
	readonly fromSide: number;
	readonly toSide: number;
	/** Parts from end to end. */
	readonly parts: readonly EdgePart[];
	/** Where two parts meet: whether deep inside or far outside. One fewer than the parts. */
	readonly isSpotWithin: readonly boolean[];
}

/** Part of an edge that one closing shuts: see `Stretch`. */
export interface EdgePart {
	readonly start: number;
	readonly end: number;
	readonly bandStart: number;
	readonly bandEnd: number;
	readonly outerLengthM: number;
	readonly isCrossing: boolean;
	readonly at: number;
	readonly offRingM: number;
}

/** Deep pieces in mid-edge shorter than this are taken for a brush with the border of the band. */
const LEAST_RUN_M = 1;

/** Where parts end that meet: `measure`, and the deep ground about it, by measures. */
interface Spot {
	readonly isWithin: boolean;
	readonly measure: number;
	readonly from: number;
	readonly to: number;
}

/**
 * Follows `edge` past the line and cuts it where it goes deep in mid-edge; null where it joins nothing that
 * was apart. The sides of its ends are handed in.
 */
export function edgeRow(
	graph: RoadGraph,
	line: RingLine,
	band: Band,
	edge: number,
	fromSide: number,
	toSide: number
): EdgeRow | null {
	const trace = traceEdge(graph, line, edge, band, (fromSide & WITHIN) !== 0);
	const last = lastMeasure(graph, edge);
	const runs = trace.deep;
	const head = (fromSide & DEEP) !== 0 && runs[0]?.from === 0 ? runs[0] : null;
	const tail = (toSide & DEEP) !== 0 && runs.at(-1)?.to === last ? (runs.at(-1) as DeepRun) : null;
	const middle = runs.filter(
		(run) => run !== head && run !== tail && lengthBetweenM(graph, edge, run.from, run.to) >= LEAST_RUN_M
	);
	// deep on one side at both ends and nowhere else
	if (middle.length === 0 && (fromSide & DEEP) !== 0 && fromSide === toSide) return null;

	const spots: Spot[] = [
		{ isWithin: (fromSide & WITHIN) !== 0, measure: 0, from: 0, to: head?.to ?? 0 },
		...middle.map((run) => ({
			isWithin: run.isInside,
			measure: (run.from + run.to) / 2,
			from: run.from,
			to: run.to
		})),
		{ isWithin: (toSide & WITHIN) !== 0, measure: last, from: tail?.from ?? last, to: last }
	];
	const parts: EdgePart[] = [];
	for (let i = 1; i < spots.length; i++)
		parts.push(partBetween(graph, band, edge, spots[i - 1], spots[i], trace));
	return { edge, fromSide, toSide, parts, isSpotWithin: middle.map((run) => run.isInside) };
}

function partBetween(
	graph: RoadGraph,
	band: Band,
	edge: number,
	before: Spot,
	after: Spot,
	trace: EdgeTrace
): EdgePart {
	const start = before.measure;
	const end = after.measure;
	const bandStart = before.to;
	const bandEnd = Math.max(bandStart, after.from);
	const isCrossing = before.isWithin !== after.isWithin;

	let at = before.isWithin ? bandEnd : bandStart;
	let offRingM = Math.max(band.insideM, band.outsideM);
	if (isCrossing) {
		const inPart = trace.crossings.filter((m) => m >= bandStart && m <= bandEnd);
		at = (before.isWithin ? inPart.at(-1) : inPart[0]) ?? at;
		offRingM = 0;
	} else {
		for (const near of trace.approaches) {
			if (near.distanceM >= offRingM || near.measure < bandStart || near.measure > bandEnd) continue;
			offRingM = near.distanceM;
			at = near.measure;
		}
	}
	const outerStart = isCrossing && before.isWithin ? at : start;
	const outerEnd = isCrossing && after.isWithin ? at : end;
	const outerLengthM = lengthBetweenM(graph, edge, outerStart, outerEnd);
	return { start, end, bandStart, bandEnd, outerLengthM, isCrossing, at, offRingM };
}
