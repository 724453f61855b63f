import type { LngLat } from '../coordinates.ts';

/**
 * How a place is written: decimal degrees (latitude first, as maps print them), degrees and minutes with hemispheres,
 * degrees, minutes and seconds, the grids UTM and MGRS, a `geo:` URI (RFC 5870), GeoJSON (longitude first), a link to a map.
 */
export type CoordinateNotation =
	'decimal' | 'dm' | 'dms' | 'utm' | 'mgrs' | 'geo-uri' | 'geojson' | 'map-link';

/** One way to understand a text. `sizeM`: the text names a square that wide, and `at` is its middle. */
export interface CoordinateReading {
	readonly at: LngLat;
	readonly notation: CoordinateNotation;
	/** Which number was taken as the latitude, where the text itself does not say. */
	readonly order?: 'latitude-first' | 'longitude-first';
	readonly sizeM?: number;
}

/**
 * Why a text is no place. `not-coordinates`: it is something else (a name); all others mean that coordinates were begun.
 * `count`: too few or too many numbers; `part`: minutes or seconds of 60 and more, or a fraction before the last part;
 * `range`: beyond 90 or 180 degrees; `hemisphere`: two of one kind, or a sign beside a letter; `grid`: no such square, zone
 * or band; `polar`: the grids end at 80° S and 84° N.
 */
export type CoordinateFault =
	'empty' | 'too-long' | 'not-coordinates' | 'count' | 'part' | 'range' | 'hemisphere' | 'grid' | 'polar';

/** A text that cannot be read; `seen` is the piece of it that is at fault. */
export interface NoCoordinates {
	readonly ok: false;
	readonly reason: CoordinateFault;
	readonly seen: string;
}

/** A text that can be read. `readings`, present only if there are several, holds all of them, the likeliest first. */
export interface ReadCoordinates extends CoordinateReading {
	readonly ok: true;
	readonly readings?: readonly CoordinateReading[];
}

/** A refusal that quotes `seen`. */
export function noCoordinates(reason: CoordinateFault, seen = ''): NoCoordinates {
	return { ok: false, reason, seen: seen.trim().slice(0, 60) };
}

/** Whether a place lies on the globe. */
export function isOnGlobe([lng, lat]: LngLat): boolean {
	return Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
}
