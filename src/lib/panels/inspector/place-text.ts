import type { LngLat } from '../../geo/coordinates.ts';

/** A place as it can be read out and typed: latitude first, as maps and radios have it; 6 decimals. */
export function placeText([lng, lat]: LngLat): string {
	const ns = lat < 0 ? 'S' : 'N';
	const ew = lng < 0 ? 'W' : 'E';
	return `${Math.abs(lat).toFixed(6)}° ${ns}, ${Math.abs(lng).toFixed(6)}° ${ew}`;
}
