import Flatbush from 'flatbush';
import { GRID_PER_DEG } from '../geo/flat-rings.ts';
import { isLeftOf } from './orientation.ts';

/** A closed line on the integer grid (1e-7 degrees), not closed by a repeated point, with an index of its segments. */
export interface RingLine {
	readonly x: Float64Array;
	readonly y: Float64Array;
	/** Segment k runs from point k to point k + 1, the last one back to point 0. */
	readonly segments: Flatbush;
}

/** The line of a GeoJSON ring; null where fewer than three different points are left on the grid. */
export function ringLine(positions: readonly (readonly number[])[]): RingLine | null {
	const x: number[] = [];
	const y: number[] = [];
	for (const [lng, lat] of positions) {
		const gx = Math.round(lng * GRID_PER_DEG);
		const gy = Math.round(lat * GRID_PER_DEG);
		if (x.at(-1) === gx && y.at(-1) === gy) continue;
		x.push(gx);
		y.push(gy);
	}
	while (x.length > 1 && x[0] === x.at(-1) && y[0] === y.at(-1)) {
		x.pop();
		y.pop();
	}
	if (x.length < 3) return null;

	const segments = new Flatbush(x.length, 16, Int32Array);
	for (let k = 0; k < x.length; k++) {
		const n = (k + 1) % x.length;
		segments.add(Math.min(x[k], x[n]), Math.min(y[k], y[n]), Math.max(x[k], x[n]), Math.max(y[k], y[n]));
	}
	segments.finish();
	return { x: Float64Array.from(x), y: Float64Array.from(y), segments };
}

/** Whether the road point (1e-7 degrees) lies inside, by the even-odd rule; never a tie, see `orientation.ts`. */
export function ringContains(ring: RingLine, px: number, py: number): boolean {
	const { x, y } = ring;
	let inside = false;
	for (let k = 0, j = x.length - 1; k < x.length; j = k++) {
		const rises = y[j] <= py && y[k] > py;
		const falls = y[k] <= py && y[j] > py;
		if (!rises && !falls) continue;
		if (isLeftOf(x[j], y[j], x[k], y[k], px, py) === rises) inside = !inside;
	}
	return inside;
}
