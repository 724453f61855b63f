import Flatbush from 'flatbush';
import { orient2d } from 'robust-predicates';
import type { LngLat } from './coordinates.ts';
import { roundedDeg } from './rounded.ts';
import { isSamePlace } from './same-place.ts';

/** Where the rings of a polygon meet one another or themselves, other than end to end. */
export interface RingFault {
	/** Index of the ring, and of its edge (edge i runs from point i to the next). */
	ring: number;
	edge: number;
	at: LngLat;
	/** True where the lines cross or run along each other; false where they only touch in a point. */
	crosses: boolean;
}

/** One edge of a ring without its zero-length edges. */
interface Edge {
	ring: number;
	index: number;
	a: LngLat;
	b: LngLat;
	before: LngLat;
	after: LngLat;
	/** Numbers of the edges that join this one end to end. */
	previous: number;
	next: number;
}

/**
 * The first place where closed rings (first point repeated last) cross, overlap or touch
 * themselves or one another, or null. Crossings are told before touches. Exact: decisions rest on
 * orientation tests that do not round; only the reported place is rounded.
 *
 * Repeated points in a row are no fault; a spike that runs back along itself is one. Rings that
 * touch each other in points are sound; one ring that touches itself is a touch.
 * O((n + k) log n) for k pairs of edges whose boxes meet.
 */
export function findRingFault(rings: readonly (readonly LngLat[])[]): RingFault | null {
	const edges = edgesOf(rings);
	if (edges.length === 0) return null;
	const index = new Flatbush(edges.length);
	for (const { a, b } of edges) {
		index.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
	}
	index.finish();

	let touch: RingFault | null = null;
	for (const [i, e] of edges.entries()) {
		const { a, b } = e;
		const near = index.search(
			Math.min(a[0], b[0]),
			Math.min(a[1], b[1]),
			Math.max(a[0], b[0]),
			Math.max(a[1], b[1]),
			(j) => j > i
		);
		for (const j of near.sort((p, q) => p - q)) {
			const fault = faultBetween(e, edges[j] as Edge, i, j);
			if (fault?.crosses) return fault;
			if (fault && e.ring === (edges[j] as Edge).ring) touch ??= fault;
		}
	}
	return touch;
}

function edgesOf(rings: readonly (readonly LngLat[])[]): Edge[] {
	const edges: Edge[] = [];
	for (const [ring, points] of rings.entries()) {
		const start = edges.length;
		for (let i = 0; i + 1 < points.length; i++) {
			const a = points[i] as LngLat;
			const b = points[i + 1] as LngLat;
			if (isSamePlace(a, b)) continue;
			edges.push({ ring, index: i, a, b, before: a, after: b, previous: 0, next: 0 });
		}
		const count = edges.length - start;
		for (let k = 0; k < count; k++) {
			const edge = edges[start + k] as Edge;
			edge.previous = start + ((k + count - 1) % count);
			edge.next = start + ((k + 1) % count);
			edge.before = (edges[edge.previous] as Edge).a;
			edge.after = (edges[edge.next] as Edge).b;
		}
	}
	return edges;
}

function faultBetween(e: Edge, f: Edge, i: number, j: number): RingFault | null {
	const side = (p: LngLat, q: LngLat, r: LngLat) => Math.sign(orient2d(p[0], p[1], q[0], q[1], r[0], r[1]));
	const c1 = side(e.a, e.b, f.a);
	const c2 = side(e.a, e.b, f.b);
	const d1 = side(f.a, f.b, e.a);
	const d2 = side(f.a, f.b, e.b);
	const fault = (at: LngLat, crosses: boolean): RingFault => ({ ring: e.ring, edge: e.index, at, crosses });

	const areNeighbours = e.next === j || e.previous === j || f.next === i;
	if (c1 === 0 && c2 === 0) return faultInLine(e, f, areNeighbours, fault);
	if (c1 * c2 < 0 && d1 * d2 < 0) return fault(meet(e, f), true);
	if (areNeighbours) return null; // they share their joint
	if (c1 * c2 > 0 || d1 * d2 > 0) return null;

	// they meet in an end point of at least one of them: look whether the lines pass through each other
	const at = c1 === 0 ? f.a : c2 === 0 ? f.b : d1 === 0 ? e.a : e.b;
	return fault(at, passesThrough(at, e, f));
}

/** Edges on one straight line: a fault where they overlap, or touch without being neighbours. */
function faultInLine(
	e: Edge,
	f: Edge,
	areNeighbours: boolean,
	fault: (at: LngLat, crosses: boolean) => RingFault
): RingFault | null {
	const axis = Math.abs(e.b[0] - e.a[0]) >= Math.abs(e.b[1] - e.a[1]) ? 0 : 1;
	const [eLow, eHigh] = e.a[axis] < e.b[axis] ? [e.a, e.b] : [e.b, e.a];
	const [fLow, fHigh] = f.a[axis] < f.b[axis] ? [f.a, f.b] : [f.b, f.a];
	const low = eLow[axis] > fLow[axis] ? eLow : fLow;
	const high = eHigh[axis] < fHigh[axis] ? eHigh : fHigh;
	if (low[axis] < high[axis]) return fault(low, true);
	if (low[axis] > high[axis]) return null;
	return areNeighbours ? null : fault(low, passesThrough(low, e, f));
}

/** Whether the line of `e` and the line of `f`, which meet in `at`, change sides there. */
function passesThrough(at: LngLat, e: Edge, f: Edge): boolean {
	const [p1, q1] = armsAt(at, e);
	const [p2, q2] = armsAt(at, f);
	return isBetween(at, p1, q1, p2) !== isBetween(at, p1, q1, q2);
}

/** Where the line that `edge` belongs to comes from and goes to at `at`. */
function armsAt(at: LngLat, edge: Edge): [LngLat, LngLat] {
	if (isSamePlace(at, edge.a)) return [edge.before, edge.b];
	if (isSamePlace(at, edge.b)) return [edge.a, edge.after];
	return [edge.a, edge.b];
}

/** Whether the ray from `at` to `r` lies in the counter-clockwise sector from `p` to `q`. */
function isBetween(at: LngLat, p: LngLat, q: LngLat, r: LngLat): boolean {
	const left = (u: LngLat, v: LngLat) => orient2d(at[0], at[1], u[0], u[1], v[0], v[1]) < 0;
	return left(p, q) ? left(p, r) && left(r, q) : left(p, r) || left(r, q);
}

function meet(e: Edge, f: Edge): LngLat {
	const rx = e.b[0] - e.a[0];
	const ry = e.b[1] - e.a[1];
	const sx = f.b[0] - f.a[0];
	const sy = f.b[1] - f.a[1];
	const t = ((f.a[0] - e.a[0]) * sy - (f.a[1] - e.a[1]) * sx) / (rx * sy - ry * sx);
	return [roundedDeg(e.a[0] + t * rx), roundedDeg(e.a[1] + t * ry)];
}
