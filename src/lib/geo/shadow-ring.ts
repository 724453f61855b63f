/**
 * The ground that a wall from a to b hides when sight passes over its top: from the wall to `times` as far from the eye,
 * clipped to `limit` each way; counter-clockwise, absolute grid with the eye at (`eyeX`, `eyeY`). The wall is in grid
 * units relative to the eye. Null where less than a triangle is left, as of a wall that points at the eye.
 *
 * Sight from height H over a roof of height B at distance t meets the ground at t H / (H - B), so `times` is H / (H - B).
 */
export function shadowRing(
	wall: readonly [ax: number, ay: number, bx: number, by: number],
	times: number,
	limit: number,
	eyeX: number,
	eyeY: number
): Int32Array | null {
	const [ax, ay, bx, by] = wall;
	const across = ax * by - ay * bx;
	if (across === 0) return null;
	const [px, py, qx, qy] = across > 0 ? [ax, ay, bx, by] : [bx, by, ax, ay];
	let ring = [px, py, times * px, times * py, times * qx, times * qy, qx, qy];
	for (const axis of [0, 1] as const) {
		for (const sign of [1, -1]) ring = clip(ring, axis, sign, limit);
	}
	if (ring.length < 6) return null;
	const out = new Int32Array(ring.length);
	for (let i = 0; i < ring.length; i += 2) {
		out[i] = eyeX + Math.round(ring[i]);
		out[i + 1] = eyeY + Math.round(ring[i + 1]);
	}
	return out;
}

/** Keeps what lies below `limit` on one axis, or above it on the other side (Sutherland and Hodgman 1974). */
function clip(ring: readonly number[], axis: 0 | 1, sign: number, limit: number): number[] {
	const out: number[] = [];
	for (let i = 0; i < ring.length; i += 2) {
		const j = (i + 2) % ring.length;
		const p = limit - sign * ring[i + axis];
		const q = limit - sign * ring[j + axis];
		if (p >= 0) out.push(ring[i], ring[i + 1]);
		if (p >= 0 !== q >= 0) {
			const share = p / (p - q);
			out.push(ring[i] + share * (ring[j] - ring[i]), ring[i + 1] + share * (ring[j + 1] - ring[i + 1]));
		}
	}
	return out;
}
