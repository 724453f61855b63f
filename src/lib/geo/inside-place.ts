import type { LngLat } from './coordinates.ts';
import type { PolygonRings } from './ground-lookup.ts';

/**
 * A place within a polygon, off its border wherever the polygon is wider than rounding: the middle of the
 * widest stretch along a parallel about half way up. The first corner where there is no stretch at all.
 */
export function insidePlace(rings: PolygonRings): LngLat {
	const corner = rings[0]?.[0] as LngLat | undefined;
	if (!corner) return [0, 0];
	const lats = [...new Set((rings[0] ?? []).map((place) => place[1] as number))].sort((a, b) => a - b);
	// between two corners, so that the parallel meets none
	const middle = Math.max(1, lats.length >> 1);
	const lat = ((lats[middle - 1] as number) + (lats[middle] ?? (lats[middle - 1] as number))) / 2;
	const crossings: number[] = [];
	for (const ring of rings) {
		for (let i = 0; i + 1 < ring.length; i++) {
			const [[ax, ay], [bx, by]] = [ring[i] as LngLat, ring[i + 1] as LngLat];
			if (ay > lat !== by > lat) crossings.push(ax + ((lat - ay) / (by - ay)) * (bx - ax));
		}
	}
	crossings.sort((a, b) => a - b);
	let best: LngLat = [corner[0], corner[1]];
	let widest = 0;
	for (let i = 0; i + 1 < crossings.length; i += 2) {
		const [west, east] = [crossings[i] as number, crossings[i + 1] as number];
		if (east - west <= widest) continue;
		widest = east - west;
		best = [(west + east) / 2, lat];
	}
	return best;
}
