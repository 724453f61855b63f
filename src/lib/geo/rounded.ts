import type { LngLat } from './coordinates.ts';

/** To 1e-7 degree, about a centimetre: what a plan file keeps. */
export function roundedDeg(degrees: number): number {
	return Math.round(degrees * 1e7) / 1e7;
}

/** A place to 1e-7 degree. */
export function rounded([lng, lat]: LngLat): LngLat {
	return [roundedDeg(lng), roundedDeg(lat)];
}

/** The place at a share `t` of the straight line from `a` to `b`, to 1e-7 degree. */
export function placeBetween(a: LngLat, b: LngLat, t: number): LngLat {
	return rounded([a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]);
}
