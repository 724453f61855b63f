import type { LngLat } from '../coordinates.ts';
import type { CoordinateReading } from './coordinate-reading.ts';

const NUMBER = '([+-]?\\d+(?:\\.\\d+)?)';
const AND = '\\s*(?:,|%2C|/)\\s*';

/** Pieces that say which number is which: a notation, a pattern, and whether longitude comes first. */
const PIECES: readonly (readonly [CoordinateReading['notation'], RegExp, boolean])[] = [
	['geo-uri', new RegExp(`^geo:${NUMBER},${NUMBER}(?:,${NUMBER})?(?:;[^?]*)?(?:\\?.*)?$`, 'i'), false],
	['map-link', new RegExp(`[?&]mlat=${NUMBER}&mlon=${NUMBER}`, 'i'), false],
	['map-link', new RegExp(`!3d${NUMBER}!4d${NUMBER}`), false],
	['map-link', new RegExp(`[?&](?:q|ll|query|center|destination)=${NUMBER}${AND}${NUMBER}`, 'i'), false],
	['map-link', new RegExp(`(?:^|/)@${NUMBER}${AND}${NUMBER}`), false],
	['map-link', new RegExp(`#(?:[^=\\s]*=)?\\d+(?:\\.\\d+)?/${NUMBER}/${NUMBER}`), false],
	[
		'geojson',
		new RegExp(`"coordinates"\\s*:\\s*\\[\\s*${NUMBER}\\s*,\\s*${NUMBER}\\s*(?:,\\s*${NUMBER}\\s*)?\\]`),
		true
	]
];

/**
 * The place that a link, a `geo:` URI or a GeoJSON point states, with no question to any network; null if the text holds
 * none. What a marker says goes before what the view is centred on.
 */
export function linkPlace(text: string): CoordinateReading | null {
	for (const [notation, pattern, lngFirst] of PIECES) {
		const found = pattern.exec(text);
		if (!found) continue;
		const [a, b] = [Number(found[1]), Number(found[2])];
		const at: LngLat = lngFirst ? [a, b] : [b, a];
		return { at, notation };
	}
	return null;
}
