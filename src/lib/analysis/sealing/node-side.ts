import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { localPlane } from '../../geo/local-plane.ts';
import { ringContains, type RingLine } from '../../network/ring-line.ts';
import { distanceToSegmentM } from './near-span.ts';
import type { Band } from './trace-edge.ts';

/** Bit of a side: within the ring. */
export const WITHIN = 1;
/** Bit of a side: beyond the band, on whichever side it is. */
export const DEEP = 2;

/** On which side of the ring a point (1e-7 degrees) lies and whether beyond the band: bits `WITHIN` and `DEEP`. */
export function sideOf(line: RingLine, band: Band, x: number, y: number): number {
	const isWithin = ringContains(line, x, y);
	const reachM = isWithin ? band.insideM : band.outsideM;
	return (isWithin ? WITHIN : 0) | (distanceToLineM(line, x, y, reachM) > reachM ? DEEP : 0);
}

/** Metres from a point (1e-7 degrees) to the line; Infinity where it is farther than `reachM`. */
export function distanceToLineM(line: RingLine, x: number, y: number, reachM: number): number {
	const plane = localPlane([0, y / GRID_PER_DEG]);
	const kx = plane.metresPerLng / GRID_PER_DEG;
	const ky = plane.metresPerLat / GRID_PER_DEG;
	const reachX = reachM / kx + 1;
	const reachY = reachM / ky + 1;
	let best = Infinity;
	for (const k of line.segments.search(x - reachX, y - reachY, x + reachX, y + reachY)) {
		const n = k + 1 === line.x.length ? 0 : k + 1;
		const distanceM = distanceToSegmentM(
			0,
			0,
			(line.x[k] - x) * kx,
			(line.y[k] - y) * ky,
			(line.x[n] - x) * kx,
			(line.y[n] - y) * ky
		);
		if (distanceM < best) best = distanceM;
	}
	return best;
}
