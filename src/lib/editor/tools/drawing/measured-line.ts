import type { LngLat } from '../../../geo/coordinates.ts';
import { bearingDeg } from '../../../geo/bearing.ts';
import { localPlane, toPlane } from '../../../geo/local-plane.ts';

/** Metres between two places, right to a part in a thousand for sides of a drawing. */
export function sideM(a: LngLat, b: LngLat): number {
	const { x, y } = toPlane(localPlane([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]), b);
	return 2 * Math.hypot(x, y);
}

/** Metres along a line. */
export function lineM(line: readonly LngLat[]): number {
	let lengthM = 0;
	for (let i = 1; i < line.length; i++) lengthM += sideM(line[i - 1] as LngLat, line[i] as LngLat);
	return lengthM;
}

/** The inner angle at `b` between the sides to `a` and to `c`, 0 to 180 degrees. */
export function cornerDeg(a: LngLat, b: LngLat, c: LngLat): number {
	const turn = Math.abs(bearingDeg(b, a) - bearingDeg(b, c));
	return turn > 180 ? 360 - turn : turn;
}
