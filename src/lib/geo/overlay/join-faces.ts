import { packFaces, type Faces } from './faces.ts';
import { RingList } from './ring-list.ts';
import { grown } from './segments.ts';
import { CycleSplitter } from './split-cycle.ts';
import { VertexTable } from './vertex-table.ts';

/** A face to be joined and the square it was cut to. */
export interface FacePiece {
	readonly faces: Faces;
	readonly face: number;
	readonly x: number;
	readonly y: number;
	readonly size: number;
}

const splitter = new CycleSplitter();

/**
 * The one polygon that `pieces` make: faces of neighbouring squares, each sharing a stretch of side
 * with others so that they hang together. Stretches that two pieces share go; what is left is traced
 * like a face. The result is one face of `label` 0, valid as the pieces are. Throws RangeError where
 * the pieces do not hang together.
 */
export function joinFaces(pieces: readonly FacePiece[]): Faces {
	const edges = new BoundaryEdges(pieces);
	const { vertices, from, to } = edges;
	const n = from.length;
	const start = new Uint32Array(vertices.count + 1);
	for (const v of from) start[v + 1]++;
	for (let v = 0; v < vertices.count; v++) start[v + 1] += start[v];
	const next = start.slice(0, vertices.count);
	const out = new Int32Array(n);
	for (let e = 0; e < n; e++) out[next[from[e]]++] = e;

	const isSeen = new Uint8Array(n);
	const rings = new RingList();
	for (let first = 0; first < n; first++) {
		if (isSeen[first]) continue;
		const walk: number[] = [];
		for (let e = first; !isSeen[e];) {
			isSeen[e] = 1;
			walk.push(from[e]);
			const v = to[e];
			e = start[v + 1] - start[v] === 1 ? out[start[v]] : turn(edges, out, start[v], start[v + 1], e);
		}
		for (const ring of splitter.split(walk, vertices.count)) {
			rings.add(withoutStraightSeams(ring, vertices, start));
		}
	}
	const shell = rings.counterClockwise(0, vertices.x, vertices.y);
	if (shell < 0 || rings.counterClockwise(shell + 1, vertices.x, vertices.y) >= 0) {
		throw new RangeError('pieces do not make one polygon');
	}
	rings.setFace(0, rings.count, 0, shell);
	return packFaces([0], rings, vertices.x, vertices.y, 0, 0);
}

/** The first edge clockwise from the way back along `e`, among edges `low` to `high` of `out`. */
function turn(edges: BoundaryEdges, out: Int32Array, low: number, high: number, e: number): number {
	const { from, to, vertices } = edges;
	const { x, y } = vertices;
	const at = to[e];
	const backX = x[from[e]] - x[at];
	const backY = y[from[e]] - y[at];
	let best = -1;
	let bestX = 0;
	let bestY = 0;
	let bestHalf = 3;
	for (let q = low; q < high; q++) {
		const other = out[q];
		const dx = x[to[other]] - x[at];
		const dy = y[to[other]] - y[at];
		const side = backX * dy - backY * dx;
		const half = side < 0 ? 0 : side === 0 && backX * dx + backY * dy < 0 ? 1 : 2;
		if (best < 0 || half < bestHalf || (half === bestHalf && bestX * dy - bestY * dx > 0)) {
			best = other;
			bestX = dx;
			bestY = dy;
			bestHalf = half;
		}
	}
	return best;
}

/** Drops points in the middle of a straight run along a side of a square, where nothing else touches. */
function withoutStraightSeams(ring: number[], vertices: VertexTable, start: Uint32Array): number[] {
	const { x, y } = vertices;
	const n = ring.length;
	const kept = ring.filter((v, i) => {
		const before = ring[(i + n - 1) % n];
		const after = ring[(i + 1) % n];
		const isStraight = (x[before] === x[v] && x[v] === x[after]) || (y[before] === y[v] && y[v] === y[after]);
		return !isStraight || start[v + 1] - start[v] > 1;
	});
	return kept.length > 2 ? kept : ring;
}

/** Directed edges of the pieces, ground on the left, without the stretches that two pieces share. */
class BoundaryEdges {
	readonly from: Int32Array;
	readonly to: Int32Array;
	readonly vertices: VertexTable;

	constructor(pieces: readonly FacePiece[]) {
		let most = 0;
		for (const { faces, face } of pieces) {
			most += faces.ringStart[faces.faceStart[face + 1]] - faces.ringStart[faces.faceStart[face]];
		}
		const free = new EdgeList(most);
		const columns = new Map<number, number[]>();
		const rows = new Map<number, number[]>();
		for (const piece of pieces) addPiece(piece, free, columns, rows);
		for (const [x, line] of columns) cancel(line, true, x, free);
		for (const [y, line] of rows) cancel(line, false, y, free);

		const n = free.count;
		const { ends } = free;
		// every place is the start of an edge
		this.vertices = new VertexTable(n);
		this.from = new Int32Array(n);
		this.to = new Int32Array(n);
		for (let e = 0; e < n; e++) {
			this.from[e] = this.vertices.numberOf(ends[4 * e], ends[4 * e + 1]);
			this.to[e] = this.vertices.numberOf(ends[4 * e + 2], ends[4 * e + 3]);
		}
	}
}

/** Edges, start and end by fours. */
class EdgeList {
	count = 0;
	ends: Int32Array;

	constructor(most: number) {
		this.ends = new Int32Array(4 * most);
	}

	add(ax: number, ay: number, bx: number, by: number): void {
		const k = 4 * this.count++;
		if (k >= this.ends.length) this.ends = grown(this.ends, 2 * k + 64);
		this.ends[k] = ax;
		this.ends[k + 1] = ay;
		this.ends[k + 2] = bx;
		this.ends[k + 3] = by;
	}
}

/** Sorts the edges of a piece into those on sides of its square, by line, and the rest. */
function addPiece(
	{ faces, face, x, y, size }: FacePiece,
	free: EdgeList,
	columns: Map<number, number[]>,
	rows: Map<number, number[]>
): void {
	const { faceStart, ringStart, coords } = faces;
	for (let r = faceStart[face]; r < faceStart[face + 1]; r++) {
		let px = coords[2 * ringStart[r + 1] - 2];
		let py = coords[2 * ringStart[r + 1] - 1];
		for (let i = ringStart[r]; i < ringStart[r + 1]; i++) {
			const qx = coords[2 * i];
			const qy = coords[2 * i + 1];
			// a place that touches the line cuts stretches of others there, so it goes in as an empty stretch
			if (qx === x || qx === x + size) addTo(columns, qx, qy, qy);
			if (qy === y || qy === y + size) addTo(rows, qy, qx, qx);
			if (px === qx && (qx === x || qx === x + size)) addTo(columns, qx, py, qy);
			else if (py === qy && (qy === y || qy === y + size)) addTo(rows, qy, px, qx);
			else free.add(px, py, qx, qy);
			px = qx;
			py = qy;
		}
	}
}

function addTo(lines: Map<number, number[]>, at: number, a: number, b: number): void {
	const line = lines.get(at);
	if (line) line.push(a, b);
	else lines.set(at, [a, b]);
}

/** Stretches of one line, each from a to b by twos: what is run along both ways cancels out, the rest goes to `free`. */
function cancel(line: readonly number[], isColumn: boolean, at: number, free: EdgeList): void {
	const ends = Float64Array.from(line).sort();
	let n = 0;
	for (let i = 0; i < ends.length; i++) if (i === 0 || ends[i] !== ends[n - 1]) ends[n++] = ends[i];
	const net = new Int32Array(n);
	for (let k = 0; k < line.length; k += 2) {
		const a = indexOf(ends, n, line[k]);
		const b = indexOf(ends, n, line[k + 1]);
		for (let q = Math.min(a, b); q < Math.max(a, b); q++) net[q] += a < b ? 1 : -1;
	}
	for (let q = 0; q + 1 < n; q++) {
		if (net[q] === 0) continue;
		const a = net[q] > 0 ? ends[q] : ends[q + 1];
		const b = net[q] > 0 ? ends[q + 1] : ends[q];
		if (isColumn) free.add(at, a, at, b);
		else free.add(a, at, b, at);
	}
}

function indexOf(sorted: Float64Array, n: number, value: number): number {
	let low = 0;
	let high = n;
	while (low < high) {
		const mid = (low + high) >> 1;
		if (sorted[mid] < value) low = mid + 1;
		else high = mid;
	}
	return low;
}
