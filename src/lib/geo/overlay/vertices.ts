import { PointSorter } from './point-sorter.ts';
import type { Segments } from './segments.ts';

/** The ends of sorted segments, numbered by x, then y, and which segments come and go there. */
export class Vertices {
	count = 0;
	x = new Int32Array(1 << 14);
	y = new Int32Array(1 << 14);
	/** Vertex at the left and the right end of each segment. */
	left = new Int32Array(1 << 13);
	right = new Int32Array(1 << 13);
	/** Segments that go out of vertex v to the right: `outStart[v]` to `outStart[v + 1]`. */
	outStart = new Int32Array(1 << 14);
	/** How many come in from the left, and one of them. */
	inCount = new Int32Array(1 << 14);
	anyIn = new Int32Array(1 << 14);

	private readonly sorter = new PointSorter();

	/** Starts are sorted already; ends are sorted here and merged in. */
	number(segments: Segments): void {
		const { x1, y1, x2, y2, count: n } = segments;
		this.reserve(n);
		const { x: vertexX, y: vertexY, left, right, outStart, inCount, anyIn } = this;
		const byEnd = this.sorter.sort(x2, y2, n);
		let v = 0;
		let p = 0;
		let q = 0;
		while (q < n) {
			const e = byEnd[q];
			const isStart = p < n && (x1[p] < x2[e] || (x1[p] === x2[e] && y1[p] <= y2[e]));
			const x = isStart ? x1[p] : x2[e];
			const y = isStart ? y1[p] : y2[e];
			outStart[v] = p;
			while (p < n && x1[p] === x && y1[p] === y) left[p++] = v;
			const first = q;
			while (q < n && x2[byEnd[q]] === x && y2[byEnd[q]] === y) right[byEnd[q++]] = v;
			inCount[v] = q - first;
			if (q > first) anyIn[v] = byEnd[first];
			vertexX[v] = x;
			vertexY[v++] = y;
		}
		outStart[v] = p;
		this.count = v;
	}

	private reserve(n: number): void {
		if (this.left.length >= n) return;
		const size = 2 * n;
		this.left = new Int32Array(size);
		this.right = new Int32Array(size);
		this.x = new Int32Array(2 * size);
		this.y = new Int32Array(2 * size);
		this.outStart = new Int32Array(2 * size);
		this.inCount = new Int32Array(2 * size);
		this.anyIn = new Int32Array(2 * size);
	}
}
