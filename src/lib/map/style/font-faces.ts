import type { FontFacesSpecification } from 'maplibre-gl';
import ranges from '@fontsource-variable/noto-sans-sc/unicode.json';
import { FONT } from './font.ts';

const urls = import.meta.glob<string>(
	'../../../../node_modules/@fontsource-variable/noto-sans-sc/files/*-wght-normal.woff2',
	{ query: '?url', import: 'default', eager: true }
);

/**
 * The files of the map's font with the characters each covers, served by this application. The map
 * fetches a file when a character of it is drawn for the first time.
 */
export function fontFaces(): FontFacesSpecification {
	const faces = Object.entries(ranges).flatMap(([subset, range]) => {
		const file = `noto-sans-sc-${subset.replace(/[[\]]/g, '')}-wght-normal.woff2`;
		const url = urls[`../../../../node_modules/@fontsource-variable/noto-sans-sc/files/${file}`];
		return url ? [{ url, 'unicode-range': range.split(',') }] : [];
	});
	// the file of plain Latin covers most labels: it is asked for first
	return { [FONT[0] as string]: faces.reverse() };
}
