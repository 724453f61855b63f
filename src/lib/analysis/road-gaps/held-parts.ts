import { lengthBetweenM } from '../../network/edge-line.ts';
import type { RoadGraph } from '../../network/road-graph.ts';
import type { PartList } from './edge-parts.ts';

/** Parts of every edge that somebody holds: of edge e numbers `start[e]` to `start[e + 1]` of `at`, from, to, from, to … by measure, merged. */
export interface HeldParts {
	readonly start: Uint32Array;
	readonly at: Float64Array;
}

/** Lists gone through between two steps. */
const LISTS_A_STEP = 512;
/** Edges gone through between two steps. */
const EDGES_A_STEP = 8192;

/** The parts of `lists` together, overlaps merged. Time follows their number: they are dealt out by edge, not sorted. */
export function* mergeParts(edgeCount: number, lists: readonly PartList[]): Generator<void, HeldParts> {
	const first = new Uint32Array(edgeCount + 1);
	for (const [i, list] of lists.entries()) {
		for (let k = 0; k < list.length; k += 3) first[list[k] + 1]++;
		if (i % LISTS_A_STEP === LISTS_A_STEP - 1) yield;
	}
	for (let e = 0; e < edgeCount; e++) first[e + 1] += first[e];
	const dealt = new Float64Array(2 * first[edgeCount]);
	const next = first.slice(0, edgeCount);
	for (const [i, list] of lists.entries()) {
		for (let k = 0; k < list.length; k += 3) {
			const row = 2 * next[list[k]]++;
			dealt[row] = list[k + 1];
			dealt[row + 1] = list[k + 2];
		}
		if (i % LISTS_A_STEP === LISTS_A_STEP - 1) yield;
	}

	const start = new Uint32Array(edgeCount + 1);
	let length = 0;
	for (let e = 0; e < edgeCount; e++) {
		length = mergeRow(dealt, 2 * first[e], 2 * first[e + 1], length);
		start[e + 1] = length;
		if (e % EDGES_A_STEP === EDGES_A_STEP - 1) yield;
	}
	return { start, at: dealt.slice(0, length) };
}

/** Sorts the pairs of a row and writes them merged from `out` on, which is not past the row; returns where they end. */
function mergeRow(dealt: Float64Array, begin: number, end: number, out: number): number {
	// rows are short and mostly in order
	for (let i = begin + 2; i < end; i += 2) {
		const [from, to] = [dealt[i], dealt[i + 1]];
		let k = i;
		for (; k > begin && dealt[k - 2] > from; k -= 2) {
			dealt[k] = dealt[k - 2];
			dealt[k + 1] = dealt[k - 1];
		}
		dealt[k] = from;
		dealt[k + 1] = to;
	}
	const row = out;
	let length = out;
	for (let i = begin; i < end; i += 2) {
		if (length > row && dealt[i] <= dealt[length - 1]) {
			if (dealt[i + 1] > dealt[length - 1]) dealt[length - 1] = dealt[i + 1];
			continue;
		}
		dealt[length] = dealt[i];
		dealt[length + 1] = dealt[i + 1];
		length += 2;
	}
	return length;
}

/** The parts of one edge, a view; empty where nobody holds any. */
export function partsOf({ start, at }: HeldParts, edge: number): Float64Array {
	return at.subarray(start[edge], start[edge + 1]);
}

/** Metres of `edge` held between measures `from` and `to`, which is not below it. */
export function heldBetweenM(
	graph: RoadGraph,
	{ start, at }: HeldParts,
	edge: number,
	from: number,
	to: number
): number {
	let metres = 0;
	for (let k = start[edge]; k < start[edge + 1]; k += 2) {
		const begin = Math.max(from, at[k]);
		const end = Math.min(to, at[k + 1]);
		if (end > begin) metres += lengthBetweenM(graph, edge, begin, end);
	}
	return metres;
}
