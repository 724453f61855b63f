import type { LngLat } from './coordinates.ts';

/** Whether two places are equal to the last digit; no place equals one that is not there. */
export function isSamePlace(a: LngLat | undefined, b: LngLat | undefined): boolean {
	return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}
