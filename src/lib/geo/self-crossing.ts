import Flatbush from 'flatbush';
import { orient2d } from 'robust-predicates';

/** Up to this many points every pair of edges is tried; above it an index finds the pairs. */
const INDEX_ABOVE = 48;

/**
 * The first place, in 1e-7 degrees, where two edges of `ring` properly cross; null where none do.
 * Touching itself (at a point, or along an edge) is no crossing: it leaves inside and outside clear.
 */
export function selfCrossing(ring: Int32Array): { x: number; y: number } | null {
	const n = ring.length / 2;
	const index = n > INDEX_ABOVE ? edgeIndex(ring) : null;
	for (let i = 0; i < n; i++) {
		const a = 2 * i;
		const b = i + 1 < n ? a + 2 : 0;
		const others = index
			? index.search(
					Math.min(ring[a], ring[b]),
					Math.min(ring[a + 1], ring[b + 1]),
					Math.max(ring[a], ring[b]),
					Math.max(ring[a + 1], ring[b + 1])
				)
			: null;
		const count = others ? others.length : n;
		for (let k = others ? 0 : i + 2; k < count; k++) {
			const j = others ? others[k] : k;
			if (j <= i + 1) continue;
			const c = 2 * j;
			const d = j + 1 < n ? c + 2 : 0;
			if (cross(ring, a, b, c, d)) return crossingPoint(ring, a, b, c, d);
		}
	}
	return null;
}

function edgeIndex(ring: Int32Array): Flatbush {
	const n = ring.length / 2;
	const index = new Flatbush(n);
	for (let i = 0; i < n; i++) {
		const a = 2 * i;
		const b = i + 1 < n ? a + 2 : 0;
		index.add(
			Math.min(ring[a], ring[b]),
			Math.min(ring[a + 1], ring[b + 1]),
			Math.max(ring[a], ring[b]),
			Math.max(ring[a + 1], ring[b + 1])
		);
	}
	index.finish();
	return index;
}

function cross(ring: Int32Array, a: number, b: number, c: number, d: number): boolean {
	return (
		sideOf(ring, a, b, c) * sideOf(ring, a, b, d) < 0 && sideOf(ring, c, d, a) * sideOf(ring, c, d, b) < 0
	);
}

function sideOf(ring: Int32Array, a: number, b: number, p: number): number {
	return Math.sign(orient2d(ring[a], ring[a + 1], ring[b], ring[b + 1], ring[p], ring[p + 1]));
}

function crossingPoint(
	ring: Int32Array,
	a: number,
	b: number,
	c: number,
	d: number
): { x: number; y: number } {
	const ux = ring[b] - ring[a];
	const uy = ring[b + 1] - ring[a + 1];
	const vx = ring[d] - ring[c];
	const vy = ring[d + 1] - ring[c + 1];
	const t = ((ring[c] - ring[a]) * vy - (ring[c + 1] - ring[a + 1]) * vx) / (ux * vy - uy * vx);
	return { x: Math.round(ring[a] + t * ux), y: Math.round(ring[a + 1] + t * uy) };
}
