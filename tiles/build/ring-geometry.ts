/** Twice the signed area of a ring of x, y, closed or not; positive is clockwise to the eye (y downwards). */
export function doubleArea(ring: ArrayLike<number>): number {
	let sum = 0;
	// relative to the first point, so that large coordinates lose nothing
	const x0 = ring[0];
	const y0 = ring[1];
	for (let i = 2; i + 3 < ring.length; i += 2) {
		sum += (ring[i] - x0) * (ring[i + 3] - y0) - (ring[i + 2] - x0) * (ring[i + 1] - y0);
	}
	return sum;
}

/** The ring turned so that its area is positive (an exterior) or negative (a hole). */
export function turned(ring: number[], isExterior: boolean): number[] {
	if (doubleArea(ring) > 0 === isExterior) return ring;
	const back: number[] = [];
	for (let i = ring.length - 2; i >= 0; i -= 2) back.push(ring[i], ring[i + 1]);
	return back;
}

/** Whether a point lies within a closed ring; on its line either answer may come. */
export function ringContains(ring: ArrayLike<number>, x: number, y: number): boolean {
	let isInside = false;
	for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
		if (ring[i + 1] > y === ring[j + 1] > y) continue;
		const crossing = ((ring[j] - ring[i]) * (y - ring[i + 1])) / (ring[j + 1] - ring[i + 1]) + ring[i];
		if (x < crossing) isInside = !isInside;
	}
	return isInside;
}
