import { atOnce } from '../../src/lib/analysis/at-once.ts';
import { mergeParts } from '../../src/lib/analysis/road-gaps/held-parts.ts';
import { RoadMemory } from '../../src/lib/analysis/road-gaps/road-memory.ts';
import type { RoadWatch } from '../../src/lib/analysis/road-gaps/watch-roads.ts';
import type { ItemId } from '../../src/lib/domain/items.ts';
import { prepareRoads } from '../../src/lib/network/roads.ts';
import type { RoadGraph } from '../../src/lib/network/road-graph.ts';
import { place, type Spot } from './towns.ts';

/** A box of a town by its sides. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** The ring of a box, counter-clockwise on the integer grid. */
export function boxRing([west, south, east, north]: Box): Int32Array {
	const corners: Spot[] = [
		[west, south],
		[east, south],
		[east, north],
		[west, north]
	];
	return Int32Array.from(corners.flatMap((spot) => place(spot).map((deg) => Math.round(deg * 1e7))));
}

/** Roads under the eyes of cameras that see boxes; camera i has the id `c<i>`. */
export function watchedBy(graph: RoadGraph, boxes: readonly Box[]): { memory: RoadMemory; watch: RoadWatch } {
	const memory = new RoadMemory(prepareRoads(graph));
	const watchers = boxes.map((box, i) => ({
		id: `c${i}` as ItemId,
		parts: memory.seenWithin([boxRing(box)])
	}));
	const lists = watchers.map(({ parts }) => parts);
	return { memory, watch: { watchers, held: atOnce(mergeParts(graph.edgeCount, lists)) } };
}
