/** 0 for x, 1 for y. */
export type Axis = 0 | 1;

/**
 * The part of a closed ring with `low <= coordinate <= high` along one axis (Sutherland and Hodgman
 * 1974), closed, new points on whole numbers. Empty where nothing is left. Parts joined by the ring's
 * outside stay joined along the cut, which is invisible in a fill.
 */
export function clipRing(ring: number[], axis: Axis, low: number, high: number): number[] {
	return keepSide(keepSide(ring, axis, low, 1), axis, high, -1);
}

/** The parts of a line with `low <= coordinate <= high` along one axis, new points on whole numbers. */
export function clipLine(line: number[], axis: Axis, low: number, high: number, into: number[][]): void {
	let part: number[] = [];
	for (let i = 0; i + 3 < line.length; i += 2) {
		const a = line[i + axis];
		const b = line[i + 2 + axis];
		if ((a < low && b < low) || (a > high && b > high)) {
			if (part.length > 2) into.push(part);
			part = [];
			continue;
		}
		if (part.length === 0) {
			if (a < low) pushAt(part, line, i, axis, low);
			else if (a > high) pushAt(part, line, i, axis, high);
			else part.push(line[i], line[i + 1]);
		}
		if (b < low || b > high) {
			pushAt(part, line, i, axis, b < low ? low : high);
			if (part.length > 2) into.push(part);
			part = [];
		} else part.push(line[i + 2], line[i + 3]);
	}
	if (part.length > 2) into.push(part);
}

/** Keeps what lies at `limit` or above it where `sign` is 1, at it or below where -1. */
function keepSide(ring: number[], axis: Axis, limit: number, sign: 1 | -1): number[] {
	const out: number[] = [];
	for (let i = 0; i + 3 < ring.length; i += 2) {
		const a = (ring[i + axis] - limit) * sign;
		const b = (ring[i + 2 + axis] - limit) * sign;
		if (a >= 0) out.push(ring[i], ring[i + 1]);
		if ((a > 0 && b < 0) || (a < 0 && b > 0)) pushAt(out, ring, i, axis, limit);
	}
	if (out.length < 6) return [];
	out.push(out[0], out[1]);
	return out;
}

function pushAt(out: number[], path: number[], i: number, axis: Axis, limit: number): void {
	const t = (limit - path[i + axis]) / (path[i + 2 + axis] - path[i + axis]);
	const other = Math.round(path[i + 1 - axis] + t * (path[i + 3 - axis] - path[i + 1 - axis]));
	if (axis === 0) out.push(limit, other);
	else out.push(other, limit);
}
