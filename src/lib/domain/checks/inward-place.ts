import type { LngLat } from '../../geo/coordinates.ts';
import type { GroundLookup } from '../../geo/ground-lookup.ts';
import { localPlane } from '../../geo/local-plane.ts';
import { roundedDeg } from '../../geo/rounded.ts';

/** How far beyond the border is tried, in metres. */
const BEYOND_M = [1, 0.2, 5];

/**
 * A place just inside some ground, straight on from `from`, which lies outside, across `border`, the
 * nearest place of the ground's border. Rounded to 1e-7 degree; null where the ground is too thin there.
 */
export function inwardPlace(from: LngLat, border: LngLat, ground: GroundLookup): LngLat | null {
	const { metresPerLng, metresPerLat } = localPlane(border);
	const [dx, dy] = [(border[0] - from[0]) * metresPerLng, (border[1] - from[1]) * metresPerLat];
	const lengthM = Math.hypot(dx, dy);
	if (lengthM === 0) return null;
	for (const beyondM of BEYOND_M) {
		const lng = roundedDeg(border[0] + ((dx / lengthM) * beyondM) / metresPerLng);
		const lat = roundedDeg(border[1] + ((dy / lengthM) * beyondM) / metresPerLat);
		if (ground.contains(lng, lat)) return [lng, lat];
	}
	return null;
}
