import type { Rings } from './lay.ts';
import { turn } from './turn.ts';

/**
 * How often `rings` are wound round the place (`x`, `y`), whole or half grid units; exact. A place on an
 * edge belongs to the ground above or to the right of it: ask `interiorsMeet` about borders.
 */
export function windingOf(rings: Rings, x: number, y: number): number {
	let winding = 0;
	for (const ring of rings) {
		let px = ring[ring.length - 2];
		let py = ring[ring.length - 1];
		for (let i = 0; i < ring.length; i += 2) {
			const qx = ring[i];
			const qy = ring[i + 1];
			if (py <= y !== qy <= y && (px > x || qx > x)) {
				const isEast = px > x && qx > x;
				if (py <= y) {
					if (isEast || turn(px, py, qx, qy, x, y) > 0) winding++;
				} else if (isEast || turn(px, py, qx, qy, x, y) < 0) winding--;
			}
			px = qx;
			py = qy;
		}
	}
	return winding;
}
