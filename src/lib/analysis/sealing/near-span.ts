/** Metres from the point p to the segment from a to b, all on one plane. */
export function distanceToSegmentM(
	px: number,
	py: number,
	ax: number,
	ay: number,
	bx: number,
	by: number
): number {
	const dx = bx - ax;
	const dy = by - ay;
	const lengthSq = dx * dx + dy * dy;
	const t = lengthSq === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / lengthSq));
	return Math.hypot(px - ax - t * dx, py - ay - t * dy);
}

/**
 * The part of a road segment that lies within `reachM` of a line segment, as shares [from, to] of it
 * put into `span`; false where no part does.
 *
 * The road runs from the origin of the plane to d, the line from a to b. What is near a segment is
 * convex, so the part is one piece: the hull of what the slab and the two discs at its ends cut out.
 */
export function nearSpan(
	dx: number,
	dy: number,
	ax: number,
	ay: number,
	bx: number,
	by: number,
	reachM: number,
	span: Float64Array
): boolean {
	const lengthSq = dx * dx + dy * dy;
	if (lengthSq === 0) {
		span[0] = 0;
		span[1] = 1;
		return distanceToSegmentM(0, 0, ax, ay, bx, by) <= reachM;
	}
	span[0] = Infinity;
	span[1] = -Infinity;
	addDisc(dx, dy, lengthSq, ax, ay, reachM, span);
	addDisc(dx, dy, lengthSq, bx, by, reachM, span);
	addSlab(dx, dy, ax, ay, bx, by, reachM, span);
	if (span[0] < 0) span[0] = 0;
	if (span[1] > 1) span[1] = 1;
	return span[0] <= span[1];
}

function addDisc(
	dx: number,
	dy: number,
	lengthSq: number,
	cx: number,
	cy: number,
	reachM: number,
	span: Float64Array
): void {
	const along = (dx * cx + dy * cy) / lengthSq;
	const aside = (dx * cy - dy * cx) ** 2 / lengthSq;
	const room = reachM * reachM - aside;
	if (room < 0) return;
	const half = Math.sqrt(room / lengthSq);
	if (along - half < span[0]) span[0] = along - half;
	if (along + half > span[1]) span[1] = along + half;
}

function addSlab(
	dx: number,
	dy: number,
	ax: number,
	ay: number,
	bx: number,
	by: number,
	reachM: number,
	span: Float64Array
): void {
	const ex = bx - ax;
	const ey = by - ay;
	const length = Math.hypot(ex, ey);
	if (length === 0) return;
	let from = -Infinity;
	let to = Infinity;
	// along the line: between its ends; across it: within reach to either side
	for (let axis = 0; axis < 2; axis++) {
		const ux = axis === 0 ? ex / length : -ey / length;
		const uy = axis === 0 ? ey / length : ex / length;
		const low = axis === 0 ? 0 : -reachM;
		const high = axis === 0 ? length : reachM;
		const speed = dx * ux + dy * uy;
		const start = -(ax * ux + ay * uy);
		if (speed === 0) {
			if (start < low || start > high) return;
			continue;
		}
		const t0 = (low - start) / speed;
		const t1 = (high - start) / speed;
		from = Math.max(from, Math.min(t0, t1));
		to = Math.min(to, Math.max(t0, t1));
	}
	if (from > to) return;
	if (from < span[0]) span[0] = from;
	if (to > span[1]) span[1] = to;
}
