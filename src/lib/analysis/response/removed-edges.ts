import type { RoadGraph } from '../../network/road-graph.ts';

/** Edges of the ways that assumptions take out as `way/ID`. */
export function removedEdges(graph: RoadGraph, without: readonly string[]): ReadonlySet<number> {
	const ways = new Set(without.flatMap((id) => (/^way\/-?\d+$/.test(id) ? [Number(id.slice(4))] : [])));
	const removed = new Set<number>();
	if (ways.size === 0) return removed;
	for (let e = 0; e < graph.edgeCount; e++) if (ways.has(graph.edgeWay[e])) removed.add(e);
	return removed;
}
