/**
 * The share of a road from p to q, both in metres from the start of a straight line along the x axis, that
 * lies within `halfM` of that line between its ends at 0 and `lengthM`: a strip with square ends. Writes from and to into `span` and says
 * whether there is any. A road on the rim counts as within.
 */
export function stripSpan(
	px: number,
	py: number,
	qx: number,
	qy: number,
	lengthM: number,
	halfM: number,
	span: Float64Array
): boolean {
	span[0] = 0;
	span[1] = 1;
	// one slab after the other (Liang and Barsky 1984)
	return clip(px, qx - px, 0, lengthM, span) && clip(py, qy - py, -halfM, halfM, span) && span[1] > span[0];
}

/** The same within `radiusM` of the origin. */
export function discSpan(
	px: number,
	py: number,
	qx: number,
	qy: number,
	radiusM: number,
	span: Float64Array
): boolean {
	const dx = qx - px;
	const dy = qy - py;
	const a = dx * dx + dy * dy;
	if (a === 0) return false;
	const middle = -(px * dx + py * dy) / a;
	const half = middle * middle - (px * px + py * py - radiusM * radiusM) / a;
	if (!(half > 0)) return false;
	const root = Math.sqrt(half);
	span[0] = Math.max(0, middle - root);
	span[1] = Math.min(1, middle + root);
	return span[1] > span[0];
}

function clip(at: number, step: number, least: number, most: number, span: Float64Array): boolean {
	if (step === 0) return at >= least && at <= most;
	const enter = ((step > 0 ? least : most) - at) / step;
	const leave = ((step > 0 ? most : least) - at) / step;
	if (enter > span[0]) span[0] = enter;
	if (leave < span[1]) span[1] = leave;
	return span[1] > span[0];
}
