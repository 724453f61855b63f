import type { LngLat } from './coordinates.ts';
import { rounded } from './rounded.ts';
import { fromPlane, localPlane } from './local-plane.ts';

/** Chords stray no farther inwards than this. */
const SAGITTA_M = 0.25;
const FEWEST = 24;
const MOST = 360;

/**
 * A circle of `radiusM` about `middle` as a closed ring, counter-clockwise from the east, to 1e-7 degree. Chords lie within
 * 0.25 m of the arc up to a radius of 6.5 km, beyond that within one part in 26,000. Throws `RangeError` for a radius that is not above 0.
 */
export function circleRing(middle: LngLat, radiusM: number): LngLat[] {
	if (!(radiusM > 0)) throw new RangeError(`a radius of ${radiusM}, wanted more than 0`);
	const exact = radiusM > SAGITTA_M ? Math.ceil(Math.PI / Math.acos(1 - SAGITTA_M / radiusM)) : FEWEST;
	const count = Math.min(MOST, Math.max(FEWEST, exact));
	const plane = localPlane(middle);
	const ring = Array.from({ length: count }, (_, i): LngLat => {
		const angle = (2 * Math.PI * i) / count;
		return rounded(fromPlane(plane, { x: radiusM * Math.cos(angle), y: radiusM * Math.sin(angle) }));
	});
	return [...ring, ring[0]];
}
