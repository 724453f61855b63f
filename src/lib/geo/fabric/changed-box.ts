import type { GridBox } from './grid-box.ts';
import type { Rings } from './lay.ts';
import { VertexTable } from './vertex-table.ts';

/**
 * The box of the sides that only one of two grounds has; turned inside out where they have the same ones.
 * Outside of it the two are one ground. O(n).
 */
export function changedBox(before: Rings, after: Rings): GridBox {
	const vertices = new VertexTable();
	/** Sides by their ends, and how much oftener they run this way after than before. */
	const sides = new Map<number, number>();
	for (const [rings, by] of [
		[before, -1],
		[after, 1]
	] as const) {
		for (const ring of rings) {
			if (ring.length === 0) continue;
			let u = vertices.add(ring[ring.length - 2], ring[ring.length - 1]);
			for (let i = 0; i < ring.length; i += 2) {
				const v = vertices.add(ring[i], ring[i + 1]);
				const key = u * MOST_PLACES + v;
				sides.set(key, (sides.get(key) ?? 0) + by);
				u = v;
			}
		}
	}
	const { x, y } = vertices;
	const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
	for (const [key, count] of sides) {
		if (count === 0) continue;
		for (const v of [Math.floor(key / MOST_PLACES), key % MOST_PLACES]) {
			box.west = Math.min(box.west, x[v]);
			box.east = Math.max(box.east, x[v]);
			box.south = Math.min(box.south, y[v]);
			box.north = Math.max(box.north, y[v]);
		}
	}
	return box;
}

const MOST_PLACES = 2 ** 26;
