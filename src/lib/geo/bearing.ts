import type { LngLat } from './coordinates.ts';
import { localPlane, toPlane } from './local-plane.ts';

/** Compass degrees from one place to another, on the plane about the first: 0 is north, 90 east, below 360. */
export function bearingDeg(from: LngLat, to: LngLat): number {
	const { x, y } = toPlane(localPlane(from), to);
	return ((Math.atan2(x, y) * 180) / Math.PI + 360) % 360;
}
