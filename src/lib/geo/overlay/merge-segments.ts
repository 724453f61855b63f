import type { PointSorter } from './point-sorter.ts';
import type { Segments } from './segments.ts';

/**
 * Puts the segments of `from` into `to`, sorted by start, then end, equal ones merged by adding up
 * their changes of winding, those that change nothing left out. The result depends on the set of
 * segments only, never on their order.
 */
export function mergeSegments(from: Segments, to: Segments, sorter: PointSorter): void {
	const { x1, y1, x2, y2, count: n, layers } = from;
	to.clear(layers);
	to.reserve(n);
	const order = sorter.sort(x1, y1, n);
	let i = 0;
	while (i < n) {
		const x = x1[order[i]];
		const y = y1[order[i]];
		let end = i + 1;
		while (end < n && x1[order[end]] === x && y1[order[end]] === y) end++;
		sortByEnd(order, i, end, x2, y2);
		while (i < end) {
			const e = order[i++];
			to.copy(from, e);
			const k = to.count - 1;
			while (i < end && x2[order[i]] === x2[e] && y2[order[i]] === y2[e]) {
				const f = order[i++];
				for (let l = 0; l < layers; l++) to.delta[k * layers + l] += from.delta[f * layers + l];
				to.isNew[k] |= from.isNew[f];
			}
			if (changesNothing(to, k)) to.count--;
		}
	}
}

function sortByEnd(order: Int32Array, start: number, end: number, x2: Int32Array, y2: Int32Array): void {
	for (let p = start + 1; p < end; p++) {
		const e = order[p];
		const x = x2[e];
		const y = y2[e];
		let q = p - 1;
		while (q >= start) {
			const f = order[q];
			if (x2[f] < x || (x2[f] === x && y2[f] <= y)) break;
			order[q + 1] = f;
			q--;
		}
		order[q + 1] = e;
	}
}

function changesNothing(segments: Segments, k: number): boolean {
	const first = k * segments.layers;
	for (let l = 0; l < segments.layers; l++) if (segments.delta[first + l] !== 0) return false;
	return true;
}
