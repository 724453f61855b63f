import type { CutList } from './cut-list.ts';
import type { PointSorter } from './point-sorter.ts';
import type { Segments } from './segments.ts';

/**
 * Replaces `cuts`, which holds the crossings found, by the cuts that lead every segment through each
 * pixel that holds an end or a crossing and that the segment passes (snap rounding, Hobby 1999).
 */
export function cutAtHotPixels(segments: Segments, cuts: CutList, sorter: PointSorter): void {
	const { x1, y1, x2, y2, count: n } = segments;
	const total = 2 * n + cuts.count;
	const px = new Int32Array(total);
	const py = new Int32Array(total);
	for (let i = 0; i < n; i++) {
		px[2 * i] = x1[i];
		py[2 * i] = y1[i];
		px[2 * i + 1] = x2[i];
		py[2 * i + 1] = y2[i];
	}
	px.set(cuts.x.subarray(0, cuts.count), 2 * n);
	py.set(cuts.y.subarray(0, cuts.count), 2 * n);

	const order = sorter.sort(px, py, total);
	const hotX = new Int32Array(total);
	const hotY = new Int32Array(total);
	let hot = 0;
	for (let q = 0; q < total; q++) {
		const e = order[q];
		if (hot > 0 && hotX[hot - 1] === px[e] && hotY[hot - 1] === py[e]) continue;
		hotX[hot] = px[e];
		hotY[hot++] = py[e];
	}

	cuts.clear(n);
	for (let i = 0; i < n; i++) {
		const ax = x1[i];
		const ay = y1[i];
		const dx = x2[i] - ax;
		const dy = y2[i] - ay;
		const low = Math.min(ay, y2[i]) - 1;
		const high = Math.max(ay, y2[i]) + 1;
		const reach = 0.5 * (Math.abs(dx) + Math.abs(dy));
		const length = dx * dx + dy * dy;
		for (let q = firstFrom(hotX, hot, ax); q < hot && hotX[q] <= x2[i]; q++) {
			const ux = hotX[q] - ax;
			const uy = hotY[q] - ay;
			if (hotY[q] < low || hotY[q] > high) continue;
			if (Math.abs(dx * uy - dy * ux) > reach) continue;
			const along = ux * dx + uy * dy;
			if (along > 0 && along < length) cuts.add(i, hotX[q], hotY[q]);
		}
	}
}

function firstFrom(sorted: Int32Array, n: number, value: number): number {
	let low = 0;
	let high = n;
	while (low < high) {
		const mid = (low + high) >> 1;
		if (sorted[mid] < value) low = mid + 1;
		else high = mid;
	}
	return low;
}
