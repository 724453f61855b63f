import type { LngLat } from './coordinates.ts';
import { readAngles, type Angle } from './notations/angles.ts';
import {
	isOnGlobe,
	noCoordinates,
	type CoordinateReading,
	type NoCoordinates,
	type ReadCoordinates
} from './notations/coordinate-reading.ts';
import { readGrid } from './notations/grids.ts';
import { linkPlace } from './notations/link-place.ts';
import { plainSigns } from './notations/plain-signs.ts';

const MOST_LETTERS = 2000;
const PRECISION = 1e7;

/**
 * The place that a text states, to 1e-7 degree: decimal degrees in either order, degrees with minutes and seconds, UTM, MGRS,
 * `geo:` URIs, GeoJSON, pieces of links to maps. Where the text leaves open which number is which, all readings are given and
 * the one nearest to `near` goes first (latitude first if there is no `near`). Never throws; what cannot be read says why.
 */
export function parseCoordinates(text: string, near?: LngLat): ReadCoordinates | NoCoordinates {
	if (text.length > MOST_LETTERS) return noCoordinates('too-long', text);
	const plain = plainSigns(text);
	if (plain === '') return noCoordinates('empty');

	const link = linkPlace(plain);
	if (link) return answer([link], plain);
	const grid = readGrid(plain);
	if (grid) return 'ok' in grid ? grid : answer(grid, plain, near);

	const bracketed = /^[[(]\s*(.*?)\s*[\])]$/.exec(plain);
	const inner = dms(bracketed ? bracketed[1] : plain);
	let fault: NoCoordinates | null = null;
	const readings: CoordinateReading[] = [];
	for (const decimals of decimalSigns(inner)) {
		const angles = readAngles(decimals);
		if ('ok' in angles) fault ??= angles;
		else readings.push(...orders(angles, plain.startsWith('[')));
		// two ways to take the commas are two readings only where nothing else tells them apart
		if (readings.length > 0 && !ONLY_COMMAS.test(inner)) break;
	}
	if (readings.length === 0 && fault) return fault;
	return answer(readings, plain, plain.startsWith('[') ? undefined : near);
}

const ONLY_COMMAS = /^[+-]?\d+,\d+,[+-]?\d+,\d+$/;

/** The text with its commas taken as decimal signs or as stops, the likelier first. */
function decimalSigns(text: string): readonly string[] {
	const asDecimals = text.replace(/(\d+),(\d+)/g, '$1.$2');
	if (asDecimals === text) return [text];
	return /\d\.\d/.test(text) ? [text, asDecimals] : [asDecimals, text];
}

/** `51d09m36s` in signs. */
function dms(text: string): string {
	return text.replace(
		/(\d)\s*d(?:eg)?\.?\s*(?:(\d+(?:[.,]\d+)?)\s*m(?:in)?\.?\s*)?(?:(\d+(?:[.,]\d+)?)\s*s(?:ec)?\.?(?=[\sNSEW,;]|$))?/gi,
		(_, last: string, minutes?: string, seconds?: string) =>
			`${last}°${minutes ? `${minutes}'` : ''}${seconds ? `${seconds}"` : ''} `
	);
}

function orders([a, b]: readonly [Angle, Angle], lngFirst: boolean): CoordinateReading[] {
	const notation = a.notation === 'decimal' ? b.notation : a.notation;
	const latFirst: LngLat = [b.deg, a.deg];
	if (a.axis !== null || b.axis !== null) {
		const at: LngLat = a.axis === 'lat' || b.axis === 'lng' ? latFirst : [a.deg, b.deg];
		return [{ at, notation }];
	}
	const both: CoordinateReading[] = [
		{ at: latFirst, notation, order: 'latitude-first' },
		{
			at: [a.deg, b.deg],
			notation: lngFirst && notation === 'decimal' ? 'geojson' : notation,
			order: 'longitude-first'
		}
	];
	if (lngFirst) both.reverse();
	const possible = both.filter(({ at }) => isOnGlobe(at));
	return possible.length === 0 || a.deg === b.deg ? both.slice(0, 1) : possible;
}

function answer(
	readings: readonly CoordinateReading[],
	text: string,
	near?: LngLat
): ReadCoordinates | NoCoordinates {
	const good = readings.filter(({ at }) => isOnGlobe(at)).map((one) => ({ ...one, at: rounded(one.at) }));
	if (good.length === 0) return noCoordinates('range', text);
	if (near) good.sort((a, b) => apart(a.at, near) - apart(b.at, near));
	return { ok: true, ...good[0], ...(good.length > 1 ? { readings: good } : {}) };
}

function rounded([lng, lat]: LngLat): LngLat {
	// adding 0 makes -0 plain
	return [Math.round(lng * PRECISION) / PRECISION + 0, Math.round(lat * PRECISION) / PRECISION + 0];
}

/** Squared degrees of arc between two places, near enough to tell which is nearer; across the antimeridian too. */
function apart([lngA, latA]: LngLat, [lngB, latB]: LngLat): number {
	const turn = Math.abs(lngA - lngB) % 360;
	const east = Math.min(turn, 360 - turn) * Math.cos(((latA + latB) / 2) * (Math.PI / 180));
	return east * east + (latA - latB) ** 2;
}
