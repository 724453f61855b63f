/**
 * How often rings of the integer grid (points by twos, not closed) wind round the point (`x`, `y`),
 * counter-clockwise counted up. A point on an edge belongs to the ground above or to the right of it.
 */
export function windingAt(x: number, y: number, rings: readonly ArrayLike<number>[]): number {
	let winding = 0;
	for (const ring of rings) {
		const n = ring.length;
		let px = ring[n - 2];
		let py = ring[n - 1];
		for (let i = 0; i < n; i += 2) {
			const qx = ring[i];
			const qy = ring[i + 1];
			if (py <= y !== qy <= y) {
				const side = (qx - px) * (y - py) - (qy - py) * (x - px);
				if (py <= y) {
					if (side > 0) winding++;
				} else if (side < 0) winding--;
			}
			px = qx;
			py = qy;
		}
	}
	return winding;
}
