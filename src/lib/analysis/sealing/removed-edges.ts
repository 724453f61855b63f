import type { Roads } from '../../network/roads.ts';
import { NOTHING_REMOVED } from './closures.ts';

/** Edges of the ways named as `way/ID` in `without`; other names are passed over. */
export function removedEdges(roads: Roads, without: readonly string[]): ReadonlySet<number> {
	const ways = new Set(without.flatMap((id) => (/^way\/-?\d+$/.test(id) ? [Number(id.slice(4))] : [])));
	if (ways.size === 0) return NOTHING_REMOVED;
	const removed = new Set<number>();
	const { edgeWay } = roads.graph;
	for (let e = 0; e < edgeWay.length; e++) if (ways.has(edgeWay[e])) removed.add(e);
	return removed;
}
