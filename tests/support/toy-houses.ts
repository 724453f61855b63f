import type { Buildings } from '../../src/lib/geo/buildings.ts';
import type { LngLat } from '../../src/lib/geo/coordinates.ts';
import { fromPlane, localPlane } from '../../src/lib/geo/local-plane.ts';

/** Where toy houses stand: metres east and north of here. */
export const HERE: LngLat = [71.43, 51.13];

/** A house in metres about `HERE`: its outline counter-clockwise, its courtyard clockwise, x and y by turns. */
export interface House {
	outline: number[];
	courtyard?: number[];
	heightM?: number;
}

/** The houses as a pack has them. */
export function packHouses(houses: readonly House[]): Buildings {
	const coords: number[] = [];
	const ringStart = [0];
	const heights: number[] = [];
	for (const { outline, courtyard, heightM } of houses) {
		for (const ring of courtyard ? [outline, courtyard] : [outline]) {
			for (let i = 0; i < ring.length; i += 2) coords.push(...toGrid(ring[i], ring[i + 1]));
			ringStart.push(coords.length / 2);
			heights.push(Math.round(10 * (heightM ?? 0)));
		}
	}
	return {
		coords: Int32Array.from(coords),
		ringStart: Uint32Array.from(ringStart),
		ringHeightDm: Uint16Array.from(heights)
	};
}

/** A box, counter-clockwise. */
export function box(west: number, south: number, east: number, north: number): number[] {
	return [west, south, east, south, east, north, west, north];
}

/** The ring the other way round. */
export function reversed(ring: readonly number[]): number[] {
	const out: number[] = [];
	for (let i = ring.length - 2; i >= 0; i -= 2) out.push(ring[i], ring[i + 1]);
	return out;
}

/** The place `x` metres east and `y` north of `HERE`. */
export function place(x: number, y: number): LngLat {
	return fromPlane(localPlane(HERE), { x, y });
}

/** That place on the grid of 1e-7 degrees. */
export function toGrid(x: number, y: number): [number, number] {
	const [lng, lat] = place(x, y);
	return [Math.round(lng * 1e7), Math.round(lat * 1e7)];
}
