import type { LngLat } from '../../geo/coordinates.ts';
import { localPlane } from '../../geo/local-plane.ts';

/** A corner sharper than this, with less ground in it than this, sticks out without meaning it. */
const SHARP_DEG = 1;
const EMPTY_M2 = 10;
/** What is shorter is no spike that anybody would see. */
const SHORT_M = 2;

/**
 * The first corner of a closed ring that is a spike: its two sides, each 2 m or longer, run back along each
 * other at less than 1 degree and hold less than 10 m² between them. Null where there is none, and in a
 * triangle, which would be no ring without it.
 */
export function spikeOf(ring: readonly LngLat[]): number | null {
	const count = ring.length - 1;
	if (count < 4) return null;
	const plane = localPlane(ring[0] as LngLat);
	const cosine = Math.cos((SHARP_DEG * Math.PI) / 180);
	for (let i = 0; i < count; i++) {
		const apex = ring[i] as LngLat;
		const [a, b] = [ring[(i + count - 1) % count] as LngLat, ring[i + 1] as LngLat];
		const [ax, ay] = [(a[0] - apex[0]) * plane.metresPerLng, (a[1] - apex[1]) * plane.metresPerLat];
		const [bx, by] = [(b[0] - apex[0]) * plane.metresPerLng, (b[1] - apex[1]) * plane.metresPerLat];
		const [lengthA, lengthB] = [Math.hypot(ax, ay), Math.hypot(bx, by)];
		if (Math.min(lengthA, lengthB) < SHORT_M) continue;
		if (ax * bx + ay * by <= cosine * lengthA * lengthB) continue;
		// of the longer side only as much as the shorter one is
		const part = Math.min(lengthA, lengthB) / Math.max(lengthA, lengthB);
		if ((Math.abs(ax * by - ay * bx) * part) / 2 < EMPTY_M2) return i;
	}
	return null;
}
