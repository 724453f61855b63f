import Flatbush from 'flatbush';
import type { LngLat } from './coordinates.ts';
import type { PolygonRings } from './ground-lookup.ts';
import { localPlane } from './local-plane.ts';

/** Looked about so far at first, then four times as far, and so on. */
const FIRST_LOOK_M = 50;
const FARTHEST_M = 5_000_000;

/** Finds the place of a border that lies nearest to some other place. */
export class NearestBorder {
	private readonly sides: Float64Array;
	private readonly index: Flatbush | null;

	constructor(polygons: readonly PolygonRings[]) {
		const sides: number[] = [];
		for (const ring of polygons.flat()) {
			for (let i = 0; i + 1 < ring.length; i++) {
				const [a, b] = [ring[i] as LngLat, ring[i + 1] as LngLat];
				sides.push(a[0], a[1], b[0], b[1]);
			}
		}
		this.sides = Float64Array.from(sides);
		if (sides.length === 0) {
			this.index = null;
			return;
		}
		this.index = new Flatbush(sides.length / 4);
		for (let i = 0; i < sides.length; i += 4) {
			const [ax, ay, bx, by] = sides.slice(i, i + 4) as [number, number, number, number];
			this.index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
		}
		this.index.finish();
	}

	/** The nearest place, on the plane about `from`, and how far off it is; null where there is no border. */
	nearest(from: LngLat): { at: LngLat; lengthM: number } | null {
		if (!this.index) return null;
		const { metresPerLng, metresPerLat } = localPlane(from);
		for (let reachM = FIRST_LOOK_M; ; reachM *= 4) {
			const [rx, ry] = [reachM / metresPerLng, reachM / metresPerLat];
			let best: { x: number; y: number; lengthM: number } | null = null;
			for (const side of this.index.search(from[0] - rx, from[1] - ry, from[0] + rx, from[1] + ry)) {
				const [ax, ay, bx, by] = this.sides.subarray(4 * side, 4 * side + 4) as unknown as [
					number,
					number,
					number,
					number
				];
				const [x1, y1] = [(ax - from[0]) * metresPerLng, (ay - from[1]) * metresPerLat];
				const [dx, dy] = [(bx - ax) * metresPerLng, (by - ay) * metresPerLat];
				const lengthSq = dx * dx + dy * dy;
				const t = lengthSq === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * dx + y1 * dy) / lengthSq));
				const [x, y] = [x1 + t * dx, y1 + t * dy];
				const lengthM = Math.hypot(x, y);
				if (!best || lengthM < best.lengthM) best = { x, y, lengthM };
			}
			// what lies in a corner of the box may be farther than what lies just outside it
			if (best && (best.lengthM <= reachM || reachM > FARTHEST_M)) {
				const at: LngLat = [from[0] + best.x / metresPerLng, from[1] + best.y / metresPerLat];
				return { at, lengthM: best.lengthM };
			}
			if (reachM > 4 * FARTHEST_M) return null;
		}
	}
}
