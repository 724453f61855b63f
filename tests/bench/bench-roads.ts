import { readFileSync } from 'node:fs';
import { decodeRoadGraph } from '../../src/lib/network/graph-file.ts';
import type { RoadGraph } from '../../src/lib/network/road-graph.ts';

/** The roads of the demo pack. */
export const DEMO = 'tiles/astana/roads.bin';

/** The road graph of a pack. */
export function readGraph(file: string): RoadGraph {
	const bytes = readFileSync(file);
	return decodeRoadGraph(
		bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
	);
}

/** The value that `share` of the others lie below. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
