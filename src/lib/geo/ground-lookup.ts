import { orient2d } from 'robust-predicates';
import type { LngLat } from './coordinates.ts';

/** A polygon as GeoJSON has it: its exterior and its holes, each closed. */
export type PolygonRings = readonly (readonly (readonly number[])[])[];

/** About so many edges are looked at for one place. */
const EDGES_A_SLAB = 8;

/**
 * Answers for many places whether they lie on some ground: the union of polygons, borders included.
 *
 * Edges are sorted into slabs of latitude, and within a slab by polygon; a place is held against the
 * edges of its slab by the even-odd rule, polygon by polygon, so that polygons may lie over each
 * other. Exact, by orientation tests that do not round. Ground without a polygon holds no place.
 */
export class GroundLookup {
	private readonly south: number;
	private readonly step: number;
	private readonly count: number;
	/** Edges of each slab, five numbers each: ax, ay, bx, by and the polygon. */
	private readonly slabs: Float64Array[];

	constructor(polygons: readonly PolygonRings[]) {
		const edges: [ax: number, ay: number, bx: number, by: number, polygon: number][] = [];
		let [south, north] = [Infinity, -Infinity];
		for (const [polygon, rings] of polygons.entries()) {
			for (const ring of rings) {
				for (let i = 0; i < ring.length; i++) {
					const [a, b] = [ring[i] as LngLat, ring[(i + 1) % ring.length] as LngLat];
					if (a[0] === b[0] && a[1] === b[1]) continue;
					edges.push([a[0], a[1], b[0], b[1], polygon]);
					south = Math.min(south, a[1], b[1]);
					north = Math.max(north, a[1], b[1]);
				}
			}
		}
		this.count = Math.ceil(edges.length / EDGES_A_SLAB);
		this.south = south;
		this.step = (north - south) / this.count;
		const lists = Array.from({ length: this.count }, (): number[] => []);
		for (const [ax, ay, bx, by, polygon] of edges) {
			const last = this.slabOf(Math.max(ay, by));
			for (let slab = this.slabOf(Math.min(ay, by)); slab <= last; slab++) {
				(lists[slab] as number[]).push(ax, ay, bx, by, polygon);
			}
		}
		this.slabs = lists.map((list) => Float64Array.from(list));
	}

	/** Whether the place lies on the ground or on its border. */
	contains(lng: number, lat: number): boolean {
		if (!(lat >= this.south)) return false;
		const list = this.slabs[this.slabOf(lat)] as Float64Array;
		let polygon = -1;
		let isWithin = false;
		for (let i = 0; i < list.length; i += 5) {
			const at = list[i + 4] as number;
			if (at !== polygon) {
				if (isWithin) return true;
				polygon = at;
			}
			const [ax, ay] = [list[i] as number, list[i + 1] as number];
			const [bx, by] = [list[i + 2] as number, list[i + 3] as number];
			if (lat < Math.min(ay, by) || lat > Math.max(ay, by)) continue;
			if (lng > Math.max(ax, bx)) continue;
			const isUp = ay <= lat && lat < by;
			const isDown = by <= lat && lat < ay;
			if (lng < Math.min(ax, bx)) {
				if (isUp || isDown) isWithin = !isWithin;
				continue;
			}
			const side = orient2d(ax, ay, bx, by, lng, lat);
			if (side === 0) return true;
			// robust-predicates are negative where the place lies to the left
			if ((isUp && side < 0) || (isDown && side > 0)) isWithin = !isWithin;
		}
		return isWithin;
	}

	private slabOf(lat: number): number {
		if (this.step === 0) return 0;
		return Math.min(this.count - 1, Math.floor((lat - this.south) / this.step));
	}
}
