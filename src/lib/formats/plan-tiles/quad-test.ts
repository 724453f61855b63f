import type { Bbox, LngLat } from '../../geo/coordinates.ts';
import { mercatorX, mercatorY } from '../../geo/mercator.ts';

/**
 * Tells whether places lie in a convex shape of the map, such as a rectangle of the screen when the
 * map is turned: `corners` in order round it either way, sides straight on the Mercator map and
 * counted in. Fewer than three corners, or corners on one line, hold what lies on that line at most.
 */
export class QuadTest {
	readonly bbox: Bbox;
	private readonly corners: Float64Array;

	constructor(corners: readonly LngLat[]) {
		const lngs = corners.map(([lng]) => lng);
		const lats = corners.map(([, lat]) => lat);
		this.bbox = [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
		this.corners = Float64Array.from(corners.flatMap(([lng, lat]) => [mercatorX(lng), mercatorY(lat)]));
	}

	contains(lng: number, lat: number): boolean {
		const [west, south, east, north] = this.bbox;
		if (lng < west || lng > east || lat < south || lat > north) return false;
		const x = mercatorX(lng);
		const y = mercatorY(lat);
		const { corners } = this;
		let isLeft = false;
		let isRight = false;
		for (let i = 0, j = corners.length - 2; i < corners.length; j = i, i += 2) {
			const side =
				(corners[i] - corners[j]) * (y - corners[j + 1]) -
				(corners[i + 1] - corners[j + 1]) * (x - corners[j]);
			// a place on a side, up to the grain of the numbers, is on neither
			if (side > GRAIN) isLeft = true;
			else if (side < -GRAIN) isRight = true;
		}
		return !(isLeft && isRight);
	}
}

const GRAIN = 1e-20;
