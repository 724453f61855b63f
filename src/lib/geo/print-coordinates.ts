import type { LngLat } from './coordinates.ts';
import type { CoordinateNotation } from './notations/coordinate-reading.ts';
import { printMgrs, printUtm } from './notations/grids.ts';

const SECOND_PARTS = 10_000;
const MINUTE_PARTS = 1_000_000;

/**
 * A place as text that `parseCoordinates` reads back to 1e-7 degree (MGRS: the square metre it lies in). Null where the
 * notation has no word for the place: the grids end near 80° S and 84° N.
 */
export function printCoordinates(at: LngLat, notation: CoordinateNotation): string | null {
	const [lng, lat] = at;
	switch (notation) {
		case 'decimal':
			return `${plain(lat)}, ${plain(lng)}`;
		case 'geojson':
			return `[${plain(lng)}, ${plain(lat)}]`;
		case 'geo-uri':
			return `geo:${plain(lat)},${plain(lng)}`;
		case 'map-link':
			return `#map=17/${plain(lat)}/${plain(lng)}`;
		case 'dm':
			return `${degreesMinutes(lat)} ${lat < 0 ? 'S' : 'N'}, ${degreesMinutes(lng)} ${lng < 0 ? 'W' : 'E'}`;
		case 'dms':
			return `${degreesSeconds(lat)} ${lat < 0 ? 'S' : 'N'}, ${degreesSeconds(lng)} ${lng < 0 ? 'W' : 'E'}`;
		case 'utm':
			return printUtm(at);
		case 'mgrs':
			return printMgrs(at);
	}
}

/** Seven decimals without trailing noughts, never with an exponent. */
function plain(deg: number): string {
	return deg
		.toFixed(7)
		.replace(/\.?0+$/, '')
		.replace(/^-0$/, '0');
}

function degreesMinutes(deg: number): string {
	// counted in whole parts, so that 59.9999999 minutes become the next degree
	const parts = Math.round(Math.abs(deg) * 60 * MINUTE_PARTS);
	const whole = Math.floor(parts / (60 * MINUTE_PARTS));
	return `${whole}°${((parts - whole * 60 * MINUTE_PARTS) / MINUTE_PARTS).toFixed(6)}′`;
}

function degreesSeconds(deg: number): string {
	const parts = Math.round(Math.abs(deg) * 3600 * SECOND_PARTS);
	const minutes = Math.floor(parts / (60 * SECOND_PARTS));
	const seconds = ((parts - minutes * 60 * SECOND_PARTS) / SECOND_PARTS).toFixed(4);
	return `${Math.floor(minutes / 60)}°${minutes % 60}′${seconds}″`;
}
