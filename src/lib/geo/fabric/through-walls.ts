import { sideMeets, type GridBox } from './grid-box.ts';
import { toGrid } from './ground-shape.ts';
import { lay, type Laid, type Rings } from './lay.ts';
import type { KeyOf } from './trace-faces.ts';

/**
 * Grounds parted by lines, with no trace of what parts nothing: a line that ends within a face, or meets it
 * from outside only, leaves no corner behind. Null where no line parts anything that has a key.
 */
export function layThrough(
	grounds: readonly Rings[],
	lines: readonly Int32Array[],
	keyOf: KeyOf
): Laid | null {
	const tried = lay({ grounds, walls: lines });
	const { vertices, from, to } = tried.arrangement.edges;
	const edges = new Set<number>();
	for (const { sides } of tried.faces(keyOf)) {
		for (const side of sides) for (const h of side) if (tried.isBareWall(h >> 1)) edges.add(h >> 1);
	}
	if (edges.size === 0) return null;
	const walls = [...edges].map((e) =>
		Int32Array.from([vertices.x[from[e]], vertices.y[from[e]], vertices.x[to[e]], vertices.y[to[e]]])
	);
	return lay({ grounds, walls });
}

/** The sides of lines (longitude, latitude) that come near `box`, each on the grid as a line of its own. */
export function sidesNear(lines: readonly (readonly (readonly number[])[])[], box: GridBox): Int32Array[] {
	const sides: Int32Array[] = [];
	for (const line of lines) {
		for (let i = 1; i < line.length; i++) {
			const [ax, ay] = [toGrid(line[i - 1][0]), toGrid(line[i - 1][1])];
			const [bx, by] = [toGrid(line[i][0]), toGrid(line[i][1])];
			if (sideMeets(box, ax, ay, bx, by, 1)) sides.push(Int32Array.from([ax, ay, bx, by]));
		}
	}
	return sides;
}
