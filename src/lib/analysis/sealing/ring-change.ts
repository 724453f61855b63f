import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { localPlane } from '../../geo/local-plane.ts';
import type { RingLine } from '../../network/ring-line.ts';

/** A box in 1e-7 degrees. */
export interface GridBox {
	readonly minX: number;
	readonly minY: number;
	readonly maxX: number;
	readonly maxY: number;
}

/** Where two lines differ. */
export interface RingChange {
	/** Segments of the later line that the earlier one does not have: `count` of them from `first` on, round the end. */
	readonly first: number;
	readonly count: number;
	/** Outside this box no point has changed sides, and what is near the lines there is near both. */
	readonly box: GridBox;
}

/**
 * Compares two lines by their points, from both ends: all that differs lies between the last point they
 * share at the front and the first they share at the back. Null where they share none. A point can change
 * sides only within what the two chains between enclose, so within the box of their points; that box is
 * widened here by `reachM`.
 */
export function ringChange(before: RingLine, after: RingLine, reachM: number): RingChange | null {
	const was = before.x.length;
	const is = after.x.length;
	const most = Math.min(was, is);
	const isSame = (i: number, j: number) => before.x[i] === after.x[j] && before.y[i] === after.y[j];
	let front = 0;
	while (front < most && isSame(front, front)) front++;
	let back = 0;
	while (back < most - front && isSame(was - 1 - back, is - 1 - back)) back++;
	if (front + back === 0) return null;
	if (front === was && was === is) {
		return { first: 0, count: 0, box: { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity } };
	}

	let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [line, size] of [
		[before, was],
		[after, is]
	] as const) {
		for (let i = front - 1; i <= size - back; i++) {
			const k = (i + size) % size;
			minX = Math.min(minX, line.x[k]);
			maxX = Math.max(maxX, line.x[k]);
			minY = Math.min(minY, line.y[k]);
			maxY = Math.max(maxY, line.y[k]);
		}
	}
	const [reachX, reachY] = gridReach(minY, maxY, reachM);
	return {
		first: (front - 1 + is) % is,
		count: is - back - front + 1,
		box: { minX: minX - reachX, minY: minY - reachY, maxX: maxX + reachX, maxY: maxY + reachY }
	};
}

/** At least `reachM` in 1e-7 degrees of longitude and latitude, anywhere between two latitudes (1e-7 degrees). */
export function gridReach(minY: number, maxY: number, reachM: number): [x: number, y: number] {
	const south = localPlane([0, minY / GRID_PER_DEG]);
	const north = localPlane([0, maxY / GRID_PER_DEG]);
	const metresPerLng = Math.min(south.metresPerLng, north.metresPerLng);
	const metresPerLat = Math.min(south.metresPerLat, north.metresPerLat);
	return [
		((reachM * 1.02) / metresPerLng) * GRID_PER_DEG + 2,
		((reachM * 1.02) / metresPerLat) * GRID_PER_DEG + 2
	];
}
