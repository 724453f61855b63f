import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeRoadGraph } from '../../src/lib/network/graph-file.ts';
import type { RoadGraph } from '../../src/lib/network/road-graph.ts';
import { buildPack } from './built-packs.ts';
import { sampleFile } from './map-samples.ts';

/** The roads of Liechtenstein, built from the extract beside the repository; null, said aloud, where that is absent. */
export async function liechtenstein(): Promise<RoadGraph | null> {
	const extract = sampleFile('liechtenstein-2021.osm.pbf');
	if (!extract) return null;
	const bytes = readFileSync(join(await buildPack(extract, 'liechtenstein'), 'roads.bin'));
	return decodeRoadGraph(
		bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
	);
}
