import type { Faces } from './faces.ts';

/**
 * A point inside face `f`, in grid units, not on its boundary: the middle of the widest stretch
 * along a parallel half way up.
 */
export function pointInside({ faceStart, ringStart, coords }: Faces, f: number): [x: number, y: number] {
	let low = Infinity;
	let high = -Infinity;
	const exterior = faceStart[f];
	for (let i = ringStart[exterior]; i < ringStart[exterior + 1]; i++) {
		low = Math.min(low, coords[2 * i + 1]);
		high = Math.max(high, coords[2 * i + 1]);
	}
	// half way between two rows of the grid, so no corner lies on it
	const y = Math.floor((low + high) / 2) + 0.5;
	const crossings: number[] = [];
	for (let r = faceStart[f]; r < faceStart[f + 1]; r++) {
		let px = coords[2 * ringStart[r + 1] - 2];
		let py = coords[2 * ringStart[r + 1] - 1];
		for (let i = ringStart[r]; i < ringStart[r + 1]; i++) {
			const qx = coords[2 * i];
			const qy = coords[2 * i + 1];
			if (py > y !== qy > y) crossings.push(px + ((y - py) * (qx - px)) / (qy - py));
			px = qx;
			py = qy;
		}
	}
	crossings.sort((a, b) => a - b);
	let widest = 0;
	for (let k = 2; k < crossings.length; k += 2) {
		if (crossings[k + 1] - crossings[k] > crossings[widest + 1] - crossings[widest]) widest = k;
	}
	return [(crossings[widest] + crossings[widest + 1]) / 2, y];
}
