import type { FeatureCollection } from 'geojson';

/**
 * An answer as text: its foreign members first, then one feature a line. The same answer gives the
 * same bytes.
 */
export function printFeatures(collection: FeatureCollection): string {
	const { type, features, ...members } = collection;
	const head = JSON.stringify({ type, ...members }).slice(0, -1);
	const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
	return `${head},"features":[${lines === '' ? '' : `\n${lines}\n`}]}\n`;
}
