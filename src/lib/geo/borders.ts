/** What a line of a `Borders` is. `water` is the outline of a water body, closed; the others are centre lines. */
export const BORDER_KINDS = ['railway', 'river', 'stream', 'water'] as const;
export type BorderKind = (typeof BORDER_KINDS)[number];

/**
 * Lines of the land that a control ring may follow: railways above ground, rivers and canals, streams, and the outlines of
 * water bodies. Line l is points `lineStart[l]` to `lineStart[l + 1]`; point i is `coords[2 i]`, `coords[2 i + 1]`:
 * longitude and latitude in 1e-7 degrees. Lines meet where they share a point.
 *
 * Outlines are not closed by a repeated point: an exterior (counter-clockwise), then the islands in it (clockwise).
 * Bodies that touch are one: water runs on across what only the source had cut.
 */
export interface Borders {
	readonly coords: Int32Array;
	readonly lineStart: Uint32Array;
	/** Index into `BORDER_KINDS`. */
	readonly lineKind: Uint8Array;
	/** Index into `names`, or -1. */
	readonly lineName: Int32Array;
	readonly names: readonly string[];
}

/** The points of line `l`, sharing memory with `borders`. */
export function borderLine({ coords, lineStart }: Borders, l: number): Int32Array {
	return coords.subarray(2 * lineStart[l], 2 * lineStart[l + 1]);
}

/** Whether the box about a line (longitudes and latitudes by turns) meets another, in the same units. */
export function lineMeetsBox(
	points: Int32Array,
	west: number,
	south: number,
	east: number,
	north: number
): boolean {
	let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
	for (let i = 0; i < points.length; i += 2) {
		if (points[i] < minX) minX = points[i];
		if (points[i] > maxX) maxX = points[i];
		if (points[i + 1] < minY) minY = points[i + 1];
		if (points[i + 1] > maxY) maxY = points[i + 1];
	}
	return minX <= east && maxX >= west && minY <= north && maxY >= south;
}
