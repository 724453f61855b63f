import type { RingEdges } from './ring-edges.ts';
import type { PointSorter } from './point-sorter.ts';
import type { Segments } from './segments.ts';

/**
 * Puts the segments of `from` into `to`, sorted by start, then end, equal ones merged by adding up
 * their changes of winding, those that change nothing left out. The result depends on the set of
 * segments only, never on their order.
 */
export function mergeSegments(from: Segments, to: Segments, sorter: PointSorter): void {
	const { x1, y1, x2, y2, delta, isNew, count: n, layers, bits } = from;
	to.clear(bits, n);
	const order = sorter.sort(x1, y1, n);
	const { keys } = sorter;
	let k = 0;
	for (let i = 0, end = 0; i < n; i++) {
		if (i === end) end = sortRun(order, keys, i, n, x2, y2);
		const e = order[i];
		to.x1[k] = x1[e];
		to.y1[k] = y1[e];
		to.x2[k] = x2[e];
		to.y2[k] = y2[e];
		to.isNew[k] = isNew[e];
		let isChange = false;
		for (let l = 0; l < layers; l++) {
			const d = delta[e * layers + l];
			to.delta[k * layers + l] = d;
			if (d !== 0) isChange = true;
		}
		while (i + 1 < end && x2[order[i + 1]] === x2[e] && y2[order[i + 1]] === y2[e]) {
			const f = order[++i];
			isChange = false;
			for (let l = 0; l < layers; l++) {
				if ((to.delta[k * layers + l] += delta[f * layers + l]) !== 0) isChange = true;
			}
			to.isNew[k] |= isNew[f];
		}
		if (isChange) k++;
	}
	to.count = k;
}

/** The same for `edges` as they were added; all that comes of them is new. */
export function mergeEdges(edges: RingEdges, to: Segments, sorter: PointSorter): void {
	const { x1, y1, x2, y2, column, change, count: n, bits } = edges;
	const layers = bits.length;
	to.clear(bits, n);
	to.delta.fill(0, 0, n * layers);
	to.isNew.fill(1, 0, n);
	const order = sorter.sort(x1, y1, n);
	const { keys } = sorter;
	let k = 0;
	for (let i = 0, end = 0; i < n; i++) {
		if (i === end) end = sortRun(order, keys, i, n, x2, y2);
		const e = order[i];
		to.x1[k] = x1[e];
		to.y1[k] = y1[e];
		to.x2[k] = x2[e];
		to.y2[k] = y2[e];
		to.delta[k * layers + column[e]] = change[e];
		let isChange = change[e] !== 0;
		while (i + 1 < end && x2[order[i + 1]] === x2[e] && y2[order[i + 1]] === y2[e]) {
			const f = order[++i];
			to.delta[k * layers + column[f]] += change[f];
			isChange = false;
			for (let l = 0; l < layers; l++) if (to.delta[k * layers + l] !== 0) isChange = true;
		}
		if (isChange) k++;
	}
	to.count = k;
}

/** Sorts by end the run of equal starts that begins at `first`; returns where it ends. */
function sortRun(
	order: Int32Array,
	keys: Float64Array,
	first: number,
	n: number,
	x2: Int32Array,
	y2: Int32Array
): number {
	const key = keys[first];
	let p = first + 1;
	for (; p < n && keys[p] === key; p++) {
		const e = order[p];
		const x = x2[e];
		const y = y2[e];
		let q = p - 1;
		while (q >= first) {
			const f = order[q];
			if (x2[f] < x || (x2[f] === x && y2[f] <= y)) break;
			order[q + 1] = f;
			q--;
		}
		order[q + 1] = e;
	}
	return p;
}
