import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const data = resolve(root, '../shared/data');

/** OSM QA tiles of Astana, from the npm package. */
export const ASTANA_TILES = resolve(root, 'node_modules/@mapbox/mvt-fixtures/real-world/osm-qa-astana');
/** Roads of Gothenburg as GeoJSON, from the npm package. */
export const GOTHENBURG_ROADS = resolve(root, 'node_modules/geojson-path-finder/test/large-network.json');

/** A file of the data folder beside the repository; null, and said aloud, where it is absent. */
export function sampleFile(name: string): string | null {
	const file = resolve(data, name);
	if (existsSync(file)) return file;
	process.stderr.write(`skipped: tests that need ${file}\n`);
	return null;
}
